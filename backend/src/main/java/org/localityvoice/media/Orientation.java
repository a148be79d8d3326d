package org.localityvoice.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How a picture must be turned to stand upright, as EXIF 2.32 §4.6.4 numbers it. Only this one tag
 * is read: a reader of all metadata would be a large thing to show hostile bytes to.
 */
enum Orientation {
  UPRIGHT(1),
  MIRRORED(2),
  UPSIDE_DOWN(3),
  FLIPPED(4),
  TRANSPOSED(5),
  TURNED_LEFT(6),
  TRANSVERSED(7),
  TURNED_RIGHT(8);

  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;

  private final int number;

  Orientation(int number) {
    this.number = number;
  }

  private static Orientation numbered(int number) {
    return Arrays.stream(values())
        .filter(orientation -> orientation.number == number)
        .findFirst()
        .orElse(UPRIGHT);
  }

  /**
   * Reads the tag from a TIFF structure, as it stands in an EXIF block.
   *
   * @return upright where it is missing or makes no sense
   */
  static Orientation of(byte[] tiff) {
    if (tiff.length < 8) {
      return UPRIGHT;
    }
    var order = tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    var bytes = ByteBuffer.wrap(tiff).order(order);
    var directory = bytes.getInt(4);
    if (directory < 8 || directory > tiff.length - 2) {
      return UPRIGHT;
    }
    var count = bytes.getShort(directory) & 0xffff;
    var entry = directory + 2;
    for (var i = 0; i < count && entry <= tiff.length - ENTRY; i++, entry += ENTRY) {
      if ((bytes.getShort(entry) & 0xffff) == TAG && bytes.getShort(entry + 2) == SHORT) {
        return numbered(bytes.getShort(entry + 8));
      }
    }
    return UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean swapsSides() {
    return number > FLIPPED.number;
  }

  /** The picture as it should be seen. */
  Pixels upright(Pixels seen) {
    if (this == UPRIGHT) {
      return seen;
    }
    var width = swapsSides() ? seen.height() : seen.width();
    var height = swapsSides() ? seen.width() : seen.height();
    var bands = seen.bands();
    var from = seen.samples();
    var to = new byte[from.length];
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        var source = source(x, y, seen.width(), seen.height()) * bands;
        System.arraycopy(from, source, to, (y * width + x) * bands, bands);
      }
    }
    return new Pixels(width, height, bands, to);
  }

  /** Where the pixel at this place of the upright picture lies in the stored one. */
  private int source(int x, int y, int width, int height) {
    var right = width - 1;
    var bottom = height - 1;
    return switch (this) {
      case UPRIGHT -> y * width + x;
      case MIRRORED -> y * width + right - x;
      case UPSIDE_DOWN -> (bottom - y) * width + right - x;
      case FLIPPED -> (bottom - y) * width + x;
      case TRANSPOSED -> x * width + y;
      case TURNED_LEFT -> (bottom - x) * width + y;
      case TRANSVERSED -> (bottom - x) * width + right - y;
      case TURNED_RIGHT -> x * width + right - y;
    };
  }
}
