package org.localityvoice.media;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.localityvoice.media.PhotoFile.Ink;
import org.localityvoice.problem.Problem;

/**
 * From a walked file to pixels, already small. What the decoder reports as a warning counts as a
 * failure: it is how the JPEG reader says that it made up the rest of a broken picture.
 */
final class Decoder {
  // More would have to be held at once where a decoder cannot be read row by row.
  private static final long MOST_PIXELS_HELD = 6_000_000;
  private static final List<String> HARMLESS =
      List.of("extraneous bytes before marker", "Invalid SOS parameters for sequential JPEG");

  private final int longest;

  /**
   * A decoder.
   *
   * @param longest the longest side that pictures come out with
   */
  Decoder(int longest) {
    this.longest = longest;
  }

  /** The picture as it is stored: not turned, in its own colours. */
  Pixels decode(PhotoFormat format, PhotoFile photo) {
    var reader = Readers.of(format);
    try {
      var warnings = new ArrayList<String>();
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      reader.setInput(Readers.stream(photo.clean()), true, true);
      var pixels = read(reader, format, photo);
      if (warnings.stream().anyMatch(Decoder::matters)) {
        throw Refused.unreadable();
      }
      return pixels;
    } catch (Problem refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      // Decoders meet hostile bytes with exceptions of every kind.
      throw Refused.unreadable();
    } finally {
      reader.dispose();
    }
  }

  private static boolean matters(String warning) {
    return HARMLESS.stream().noneMatch(warning::contains);
  }

  private Pixels read(ImageReader reader, PhotoFormat format, PhotoFile photo) throws IOException {
    if (format != PhotoFormat.JPEG) {
      return fromImage(reader.read(0, fewer(reader, photo)));
    }
    return photo.bands() == 4
        ? fromInk(reader.readRaster(0, fewer(reader, photo)), photo.ink())
        : byRows(reader, photo);
  }

  private Pixels byRows(ImageReader reader, PhotoFile photo) throws IOException {
    var bands = photo.bands();
    var shrinker = Shrinker.to(longest, photo.width(), photo.height(), bands);
    var colours = ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    var model =
        new ComponentColorModel(
            colours, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    var rows = new RowRaster(photo, shrinker);
    var how = reader.getDefaultReadParam();
    how.setDestination(new BufferedImage(model, rows, false, null));
    reader.read(0, how);
    return shrinker.picture();
  }

  /** Every second or further pixel only, where all of them would take too much memory. */
  private static ImageReadParam fewer(ImageReader reader, PhotoFile photo) {
    var how = reader.getDefaultReadParam();
    var step = 1;
    while ((long) photo.width() * photo.height() / step / step > MOST_PIXELS_HELD) {
      step++;
    }
    how.setSourceSubsampling(Math.min(step, photo.width()), Math.min(step, photo.height()), 0, 0);
    return how;
  }

  private Pixels fromInk(Raster raster, Ink ink) {
    var shrinker = Shrinker.to(longest, raster.getWidth(), raster.getHeight(), 4);
    var row = new int[raster.getWidth() * 4];
    var samples = new byte[row.length];
    for (var y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      Colours.ink(row, ink, samples);
      shrinker.row(y, samples);
    }
    return shrinker.picture();
  }

  private Pixels fromImage(BufferedImage image) {
    var shrinker = Shrinker.to(longest, image.getWidth(), image.getHeight(), 3);
    var rows = new OpaqueRows(image);
    for (var y = 0; y < image.getHeight(); y++) {
      shrinker.row(y, rows.row(y));
    }
    return shrinker.picture();
  }
}
