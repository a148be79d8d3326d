package org.localityvoice.media;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.media.PhotoFile.Ink;

/**
 * Walks the segments of a JPEG file (ITU-T T.81, Annex B) and keeps those that make the picture.
 */
final class JpegStructure {
  // Coefficients of all components are held at once when a picture comes in several scans.
  private static final long MOST_COEFFICIENT_BYTES = 160L << 20;
  // What keeps a file of a thousand empty scans from costing minutes.
  private static final long MOST_PIXELS_SCANNED = 1_000_000_000;
  private static final int MOST_SCANS = 500;

  private final Bytes in;
  private final ByteArrayOutputStream clean;
  private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
  private Orientation orientation = Orientation.UPRIGHT;
  private Ink ink = Ink.PLAIN;
  private int at = 2;
  private int frame;
  private int scans;
  private boolean progressive;

  private JpegStructure(byte[] file) {
    in = new Bytes(file);
    clean = new ByteArrayOutputStream(file.length);
    keep(0, 2);
  }

  static PhotoFile read(byte[] file) {
    return new JpegStructure(file).walk();
  }

  private PhotoFile walk() {
    for (var marker = marker(); marker != 0xd9; marker = marker()) {
      var length = in.u16(at);
      in.need(at, Math.max(2, length));
      segment(marker, length);
      at += length;
      if (marker == 0xda) {
        scans++;
        entropy();
      }
    }
    if (scans == 0) {
      throw Refused.unreadable();
    }
    clean.write(0xff);
    clean.write(0xd9);
    var height = in.u16(frame + 3);
    var width = in.u16(frame + 5);
    unlessTooCostly((long) width * height);
    return new PhotoFile(
        width,
        height,
        progressive ? scans : 1,
        in.u8(frame + 7),
        ink,
        orientation,
        wholeProfile(),
        clean.toByteArray());
  }

  /** Goes past the next marker and tells which it is. */
  private int marker() {
    if (in.u8(at) != 0xff) {
      throw Refused.unreadable();
    }
    while (in.u8(at) == 0xff) {
      at++;
    }
    return in.u8(at++);
  }

  /** Goes to the marker that ends the coded data. */
  private void entropy() {
    var from = at;
    while (in.u8(at) != 0xff || in.u8(at + 1) == 0 || restart(in.u8(at + 1))) {
      at++;
    }
    keep(from, at - from);
  }

  private static boolean restart(int marker) {
    return marker >= 0xd0 && marker <= 0xd7;
  }

  private void segment(int marker, int length) {
    switch (marker) {
      case 0xc0, 0xc1, 0xc2 -> frame(length);
      case 0xc4, 0xdb, 0xdd -> keepSegment(length);
      case 0xda -> {
        unlessFrameIsMissing();
        keepSegment(length);
      }
      case 0xe0 -> jfif(length);
      case 0xe1 -> exif(length);
      case 0xe2 -> profile(length);
      case 0xee -> adobe(length);
      default -> {
        // The other application segments and comments are left out; other processes (lossless,
        // arithmetic) are not read.
        if (marker != 0xfe && (marker < 0xe0 || marker > 0xef)) {
          throw Refused.unreadable();
        }
      }
    }
  }

  private void frame(int length) {
    var components = in.u8(at + 7);
    if (frame != 0
        || length != 8 + 3 * components
        || in.u8(at + 2) != 8
        || (components != 1 && components != 3 && components != 4)) {
      throw Refused.unreadable();
    }
    frame = at;
    progressive = in.u8(at - 1) == 0xc2;
    Refused.unlessSizeIsGood(in.u16(at + 5), in.u16(at + 3), Refused.MOST_PIXELS);
    keepSegment(length);
  }

  private void unlessFrameIsMissing() {
    if (frame == 0) {
      throw Refused.unreadable();
    }
  }

  /** Only that it is one: it tells how the colours are written. Its thumbnail goes. */
  private void jfif(int length) {
    if (length >= 16 && in.says(at + 2, "JFIF\0")) {
      clean.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe0, 0, 16});
      keep(at + 2, 12);
      clean.writeBytes(new byte[2]);
    }
  }

  private void adobe(int length) {
    if (length >= 14 && in.says(at + 2, "Adobe")) {
      ink = in.u8(at + 13) == 2 ? Ink.YCCK : Ink.INVERTED;
      keepSegment(14);
    }
  }

  private void exif(int length) {
    if (length > 8 && in.says(at + 2, "Exif\0\0") && orientation == Orientation.UPRIGHT) {
      orientation = Orientation.of(in.copy(at + 8, length - 8));
    }
  }

  private void profile(int length) {
    if (length > 16 && in.says(at + 2, "ICC_PROFILE\0")) {
      profile.put(in.u8(at + 14), in.copy(at + 16, length - 16));
    }
  }

  private Optional<byte[]> wholeProfile() {
    var whole = new ByteArrayOutputStream();
    profile.values().forEach(whole::writeBytes);
    if (whole.size() > PhotoFile.LARGEST_PROFILE) {
      throw Refused.unreadable();
    }
    return whole.size() == 0 ? Optional.empty() : Optional.of(whole.toByteArray());
  }

  private void unlessTooCostly(long pixels) {
    if (scans > MOST_SCANS || (scans > 1 && scans * pixels > MOST_PIXELS_SCANNED)) {
      throw Refused.unreadable();
    }
    if (scans > 1 && coefficientBytes() > MOST_COEFFICIENT_BYTES) {
      throw Refused.unreadable();
    }
  }

  private long coefficientBytes() {
    var components = in.u8(frame + 7);
    var most = 1;
    var all = 0;
    for (var i = 0; i < components; i++) {
      var factors = in.u8(frame + 9 + 3 * i);
      var samples = (factors >> 4) * (factors & 15);
      most = Math.max(most, samples);
      all += samples;
    }
    return 2L * in.u16(frame + 3) * in.u16(frame + 5) * all / most;
  }

  private void keepSegment(int length) {
    clean.write(0xff);
    clean.write(in.u8(at - 1));
    clean.write(length >> 8);
    clean.write(length);
    keep(at + 2, length - 2);
  }

  private void keep(int from, int length) {
    in.need(from, length);
    clean.write(in.file(), from, length);
  }
}
