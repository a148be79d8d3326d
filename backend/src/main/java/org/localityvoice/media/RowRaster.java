package org.localityvoice.media;

import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Where a decoder believes it writes a picture of full size: each row is passed on as it comes, and
 * nothing is kept. The JDK's JPEG reader sets whole rows and never looks back.
 */
final class RowRaster extends WritableRaster {
  private final Shrinker shrinker;
  private byte[] row;
  private int passesLeft;

  /** For a picture of one or three bands. */
  RowRaster(PhotoFile photo, Shrinker shrinker) {
    super(model(photo.width(), photo.height(), photo.bands()), new Nothing(), new Point(0, 0));
    this.shrinker = shrinker;
    this.row = new byte[photo.width() * photo.bands()];
    this.passesLeft = photo.passes();
  }

  private static PixelInterleavedSampleModel model(int width, int height, int bands) {
    var offsets = new int[bands];
    for (var band = 0; band < bands; band++) {
      offsets[band] = band;
    }
    return new PixelInterleavedSampleModel(
        DataBuffer.TYPE_BYTE, width, height, bands, width * bands, offsets);
  }

  @Override
  public void setRect(int x, int y, Raster source) {
    if (x != 0 || source.getWidth() != getWidth() || source.getHeight() != 1) {
      throw new IllegalStateException("not a row: " + source.getBounds());
    }
    if (y == 0) {
      passesLeft--;
    }
    if (passesLeft > 0) {
      // A progressive picture comes again and again, and only the last time is it complete.
      return;
    }
    row =
        (byte[])
            source.getDataElements(
                source.getMinX(), source.getMinY(), source.getWidth(), source.getHeight(), row);
    shrinker.row(y, row);
  }

  /** Memory of no size. */
  private static final class Nothing extends DataBuffer {
    Nothing() {
      super(TYPE_BYTE, 0);
    }

    @Override
    public int getElem(int bank, int i) {
      throw new IllegalStateException("nothing is kept");
    }

    @Override
    public void setElem(int bank, int i, int value) {
      throw new IllegalStateException("only whole rows are taken");
    }
  }
}
