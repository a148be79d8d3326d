package org.localityvoice.media;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.localityvoice.media.PhotoFile.Ink;

/**
 * Walks the chunks of a PNG file (W3C PNG, third edition, §5) and keeps those that make the
 * picture. Text is left out unread, so what it would inflate to does not matter.
 */
final class PngStructure {
  private static final int SIGNATURE = 8;

  private final Bytes in;
  private final ByteArrayOutputStream clean;
  private Orientation orientation = Orientation.UPRIGHT;
  private Optional<byte[]> profile = Optional.empty();
  private boolean data;

  private PngStructure(byte[] file) {
    in = new Bytes(file);
    clean = new ByteArrayOutputStream(file.length);
    clean.write(file, 0, SIGNATURE);
  }

  static PhotoFile read(byte[] file) {
    return new PngStructure(file).walk();
  }

  private PhotoFile walk() {
    if (!in.says(SIGNATURE + 4, "IHDR") || in.length32(SIGNATURE) != 13) {
      throw Refused.unreadable();
    }
    var width = in.length32(SIGNATURE + 8);
    var height = in.length32(SIGNATURE + 12);
    Refused.unlessSizeIsGood(width, height, Refused.MOST_PIXELS);
    var at = SIGNATURE;
    var name = "";
    while (!name.equals("IEND")) {
      var length = in.length32(at);
      name = in.text(at + 4, 4);
      in.need(at + 8, length);
      in.need(at + 8 + length, 4);
      chunk(name, at, length);
      at += 12 + length;
    }
    if (!data) {
      throw Refused.unreadable();
    }
    return new PhotoFile(width, height, 1, 0, Ink.PLAIN, orientation, profile, clean.toByteArray());
  }

  private void chunk(String name, int at, int length) {
    switch (name) {
      case "IHDR", "PLTE", "tRNS", "IEND" -> keep(at, length);
      case "IDAT" -> {
        data = true;
        keep(at, length);
      }
      case "iCCP" -> profile = Optional.of(inflated(at + 8, length));
      case "eXIf" -> orientation = Orientation.of(in.copy(at + 8, length));
      default -> {
        // A capital letter says that the picture cannot be understood without it.
        if (Character.isUpperCase(name.charAt(0))) {
          throw Refused.unreadable();
        }
      }
    }
  }

  private void keep(int at, int length) {
    var sum = new CRC32();
    sum.update(in.file(), at + 4, length + 4);
    if ((int) sum.getValue() != (in.u16(at + 8 + length) << 16 | in.u16(at + 10 + length))) {
      throw Refused.unreadable();
    }
    clean.write(in.file(), at, 12 + length);
  }

  /** The profile: its name, a zero, the method, then data that must not inflate without end. */
  private byte[] inflated(int from, int length) {
    var start = from;
    while (start < from + length && in.u8(start) != 0) {
      start++;
    }
    var inflater = new Inflater();
    try {
      inflater.setInput(in.file(), start + 2, Math.max(0, from + length - start - 2));
      var profile = new ByteArrayOutputStream();
      var part = new byte[8192];
      for (var count = inflater.inflate(part); count > 0; count = inflater.inflate(part)) {
        profile.write(part, 0, count);
        if (profile.size() > PhotoFile.LARGEST_PROFILE) {
          throw Refused.unreadable();
        }
      }
      return profile.toByteArray();
    } catch (DataFormatException damaged) {
      throw Refused.unreadable();
    } finally {
      inflater.end();
    }
  }
}
