package org.localityvoice.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * An image of any kind as rows of RGB with eight bits each, on white. The samples are taken as they
 * are: asking the JDK for the colour of a grey pixel brightens it.
 */
final class OpaqueRows {
  private final BufferedImage image;
  private final Raster raster;
  private final boolean indexed;
  private final boolean alpha;
  private final int bands;
  private final int shift;
  private final int[] pixels;
  private final byte[] row;

  OpaqueRows(BufferedImage image) {
    this.image = image;
    raster = image.getRaster();
    indexed = image.getColorModel() instanceof IndexColorModel;
    alpha = image.getColorModel().hasAlpha();
    bands = raster.getNumBands();
    shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
    pixels = new int[image.getWidth() * (indexed ? 1 : bands)];
    row = new byte[image.getWidth() * 3];
  }

  /** The row, in an array that the next call writes over. */
  byte[] row(int y) {
    return indexed ? fromIndex(y) : fromSamples(y);
  }

  private byte[] fromIndex(int y) {
    image.getRGB(0, y, image.getWidth(), 1, pixels, 0, image.getWidth());
    for (var x = 0; x < pixels.length; x++) {
      var argb = pixels[x];
      for (var band = 0; band < 3; band++) {
        row[3 * x + band] = onWhite((argb >> (16 - 8 * band)) & 0xff, argb >>> 24);
      }
    }
    return row;
  }

  private byte[] fromSamples(int y) {
    raster.getPixels(0, y, image.getWidth(), 1, pixels);
    var colours = alpha ? bands - 1 : bands;
    for (var x = 0; x < image.getWidth(); x++) {
      var opacity = alpha ? pixels[x * bands + colours] >> shift : 255;
      for (var band = 0; band < 3; band++) {
        var sample = pixels[x * bands + (colours == 1 ? 0 : band)] >> shift;
        row[3 * x + band] = onWhite(sample, opacity);
      }
    }
    return row;
  }

  private static byte onWhite(int sample, int opacity) {
    return (byte) ((sample * opacity + 255 * (255 - opacity) + 127) / 255);
  }
}
