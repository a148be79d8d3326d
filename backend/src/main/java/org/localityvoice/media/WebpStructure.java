package org.localityvoice.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.localityvoice.media.PhotoFile.Ink;

/**
 * Walks the chunks of a WebP file (RFC 9649, §2) and keeps the one that makes the picture. Photos
 * are lossy and opaque. Lossless ones and transparency are not taken: a file of 200 KB can make
 * their decoder take hundreds of megabytes, or run for minutes on what is not there.
 */
final class WebpStructure {
  /** Fewer than of the other formats: the decoder takes a tenth of a second for each million. */
  static final long MOST_PIXELS = 16_000_000;

  private static final int HEADER = 12;

  private final Bytes in;
  private Orientation orientation = Orientation.UPRIGHT;
  private Optional<byte[]> profile = Optional.empty();
  private int width;
  private int height;
  private byte[] clean = {};

  private WebpStructure(byte[] file) {
    in = new Bytes(file);
  }

  static PhotoFile read(byte[] file) {
    return new WebpStructure(file).walk();
  }

  private PhotoFile walk() {
    var size = in.length32le(4);
    in.need(8, size);
    var end = 8 + size;
    for (var at = HEADER; at < end; ) {
      var length = in.length32le(at + 4);
      if (length > end - at - 8) {
        throw Refused.unreadable();
      }
      chunk(in.text(at, 4), at + 8, length);
      at += 8 + length + (length & 1);
    }
    if (width == 0) {
      throw Refused.unreadable();
    }
    return new PhotoFile(width, height, 1, 0, Ink.PLAIN, orientation, profile, clean);
  }

  private void chunk(String name, int at, int length) {
    switch (name) {
      case "VP8 " -> picture(at, length);
      case "VP8L", "ALPH", "ANIM", "ANMF" -> throw Refused.otherFormat();
      case "ICCP" -> profile = Optional.of(in.copy(at, length));
      case "EXIF" -> orientation = Orientation.of(tiff(at, length));
      default -> {
        // Other chunks add nothing to the picture.
      }
    }
  }

  /** RFC 6386, §9.1: a key frame with its start code, and more data than its first partition. */
  private void picture(int at, int length) {
    if (width != 0
        || (in.u8(at) & 1) != 0
        || in.u24le(at + 3) != 0x2a019d
        || length <= 10 + (in.u24le(at) >> 5)) {
      throw Refused.unreadable();
    }
    width = in.u24le(at + 6) & 0x3fff;
    height = in.u24le(at + 8) & 0x3fff;
    Refused.unlessSizeIsGood(width, height, MOST_PIXELS);
    var padded = length + (length & 1);
    clean =
        ByteBuffer.allocate(20 + padded)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(in.file(), 0, HEADER)
            .putInt(4, 12 + padded)
            .put("VP8 ".getBytes(StandardCharsets.ISO_8859_1))
            .putInt(length)
            .put(in.file(), at, length)
            .array();
  }

  private byte[] tiff(int at, int length) {
    var start = in.says(at, "Exif\0\0") ? 6 : 0;
    return in.copy(at + start, Math.max(0, length - start));
  }
}
