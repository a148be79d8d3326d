package org.localityvoice.media;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import org.localityvoice.media.PhotoFile.Ink;

/** Makes sRGB of what pictures are stored in. */
final class Colours {
  private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

  private Colours() {}

  /**
   * The picture in sRGB, with three bands.
   *
   * @param profile what its numbers mean; one that cannot be used is as good as none
   */
  static Pixels srgb(Pixels picture, Optional<byte[]> profile) {
    return profile.flatMap(bytes -> converted(picture, bytes)).orElseGet(() -> plain(picture));
  }

  private static Optional<Pixels> converted(Pixels picture, byte[] bytes) {
    try {
      var profile = ICC_Profile.getInstance(bytes);
      if (profile.getColorSpaceType() != type(picture.bands())
          || new ICC_ColorSpace(profile).getNumComponents() != picture.bands()) {
        return Optional.empty();
      }
      var to = new byte[picture.width() * picture.height() * 3];
      new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null)
          .filter(raster(picture), raster(new Pixels(picture.width(), picture.height(), 3, to)));
      return Optional.of(new Pixels(picture.width(), picture.height(), 3, to));
    } catch (IllegalArgumentException | CMMException | ProfileDataException useless) {
      return Optional.empty();
    }
  }

  private static int type(int bands) {
    return switch (bands) {
      case 1 -> ColorSpace.TYPE_GRAY;
      case 3 -> ColorSpace.TYPE_RGB;
      default -> ColorSpace.TYPE_CMYK;
    };
  }

  /** The samples as a raster, not copied. */
  static WritableRaster raster(Pixels picture) {
    var offsets = new int[picture.bands()];
    for (var band = 0; band < offsets.length; band++) {
      offsets[band] = band;
    }
    return Raster.createInterleavedRaster(
        new DataBufferByte(picture.samples(), picture.samples().length),
        picture.width(),
        picture.height(),
        picture.width() * offsets.length,
        offsets.length,
        offsets,
        null);
  }

  private static Pixels plain(Pixels picture) {
    if (picture.bands() == 3) {
      return picture;
    }
    var from = picture.samples();
    var bands = picture.bands();
    var to = new byte[picture.width() * picture.height() * 3];
    for (var i = 0; i < to.length; i++) {
      var pixel = i / 3 * bands;
      to[i] =
          bands == 1
              ? from[pixel]
              : (byte)
                  ((255 - (from[pixel + i % 3] & 0xff)) * (255 - (from[pixel + 3] & 0xff)) / 255);
    }
    return new Pixels(picture.width(), picture.height(), 3, to);
  }

  /** Four components as a JPEG has them, to CMYK where 255 is full ink. */
  static void ink(int[] row, Ink ink, byte[] cmyk) {
    for (var i = 0; i < row.length; i += 4) {
      if (ink == Ink.YCCK) {
        fromYcc(row, i);
      }
      for (var band = i; band < i + 4; band++) {
        cmyk[band] = (byte) (ink == Ink.PLAIN ? row[band] : 255 - row[band]);
      }
    }
  }

  /** ITU-T T.871, §7. */
  private static void fromYcc(int[] row, int at) {
    var y = row[at];
    var cb = row[at + 1] - 128;
    var cr = row[at + 2] - 128;
    row[at] = clamped(y + 1.402 * cr);
    row[at + 1] = clamped(y - 0.344136 * cb - 0.714136 * cr);
    row[at + 2] = clamped(y + 1.772 * cb);
  }

  private static int clamped(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
