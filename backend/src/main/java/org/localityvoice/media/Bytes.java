package org.localityvoice.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file read by position. Whoever reads past its end is told that the photo is unreadable. */
@SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
record Bytes(byte[] file) {
  int length() {
    return file.length;
  }

  int u8(int at) {
    need(at, 1);
    return file[at] & 0xff;
  }

  /** Big-endian. */
  int u16(int at) {
    need(at, 2);
    return u8(at) << 8 | u8(at + 1);
  }

  /** Little-endian, three bytes. */
  int u24le(int at) {
    need(at, 3);
    return u8(at) | u8(at + 1) << 8 | u8(at + 2) << 16;
  }

  /** Big-endian; a length over two gibibytes is no length. */
  int length32(int at) {
    return notNegative(u16(at) << 16 | u16(at + 2));
  }

  /** The same, little-endian. */
  int length32le(int at) {
    return notNegative(u24le(at) | u8(at + 3) << 24);
  }

  String text(int at, int length) {
    need(at, length);
    return new String(file, at, length, StandardCharsets.ISO_8859_1);
  }

  boolean says(int at, String text) {
    return at + text.length() <= file.length && text(at, text.length()).equals(text);
  }

  byte[] copy(int at, int length) {
    need(at, length);
    return Arrays.copyOfRange(file, at, at + length);
  }

  /** Makes sure that so many bytes are there. */
  void need(int at, int length) {
    if (at < 0 || length < 0 || length > file.length - at) {
      throw Refused.unreadable();
    }
  }

  private static int notNegative(int length) {
    if (length < 0) {
      throw Refused.unreadable();
    }
    return length;
  }
}
