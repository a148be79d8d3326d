package org.localityvoice.media;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Files that must be refused, each with the code of the refusal. */
final class BadPhotos {
  private static final String UNREADABLE = "photo-unreadable";
  private static final String FORMAT = "photo-format";
  private static final String HEIC = "photo-heic";
  private static final String PIXELS = "photo-too-many-pixels";

  private BadPhotos() {}

  static Stream<Arguments> all() {
    return Stream.of(broken(), bombs(), others()).flatMap(bad -> bad);
  }

  private static Arguments bad(String what, byte[] file, String code) {
    return Arguments.argumentSet(what, file, code);
  }

  private static Stream<Arguments> broken() {
    var jpeg = Pictures.jpeg(Pictures.detailed(160, 120), false);
    var progressive = Pictures.jpeg(Pictures.detailed(160, 120), true);
    var png = Pictures.png(Pictures.detailed(160, 120));
    return Stream.of(
        bad("a JPEG cut in half", half(jpeg), UNREADABLE),
        bad("a JPEG cut in half, with a proper end", ended(half(jpeg)), UNREADABLE),
        bad("a JPEG without its last byte", less(jpeg, 1), UNREADABLE),
        bad("a progressive JPEG cut in half", half(progressive), UNREADABLE),
        bad("a progressive JPEG cut, with an end", ended(half(progressive)), UNREADABLE),
        bad("a JPEG of nothing but its head", Arrays.copyOf(jpeg, 20), UNREADABLE),
        bad("a JPEG of nothing but begin and end", ended(Arrays.copyOf(jpeg, 2)), UNREADABLE),
        bad("a PNG cut in half", half(png), UNREADABLE),
        bad("a PNG without its last byte", less(png, 1), UNREADABLE),
        bad("a PNG with too little data", shortPng(), UNREADABLE),
        bad("a PNG with a wrong check sum", flipped(png, png.length / 2), UNREADABLE),
        bad("a PNG without data", Png.of(9, 9, 8, 2, false).end(), UNREADABLE),
        bad("a PNG with a palette missing", png(9, 9, 8, 3, new byte[90]), UNREADABLE),
        bad("a lossy WebP cut", less(Webp.LOSSY, 30), UNREADABLE),
        bad("a lossy WebP cut inside", Webp.cutInside(Webp.LOSSY, 60), UNREADABLE),
        bad("a WebP without a picture", Arrays.copyOf(Webp.LOSSY, 12), UNREADABLE));
  }

  private static Stream<Arguments> bombs() {
    var jpeg = Pictures.jpeg(64, 48);
    var png = Pictures.png(Pictures.quarters(64, 48));
    var profile = Pictures.joined(Pictures.text("x\0\0"), Png.deflated(new byte[64 << 20]));
    return Stream.of(
        bad("a JPEG that claims 50,000 x 50,000", sized(jpeg, 50_000, 50_000), PIXELS),
        bad("a JPEG that claims 7,000 x 7,000", sized(jpeg, 7_000, 7_000), UNREADABLE),
        bad("a JPEG that claims no height", sized(jpeg, 64, 0), UNREADABLE),
        bad("a JPEG of ten thousand scans", scans(10_000), UNREADABLE),
        bad("a PNG that claims 50,000 x 50,000", png(50_000, 50_000, 8, 2, png), PIXELS),
        bad("a PNG that claims 30,000 x 1", png(30_000, 1, 8, 2, png), PIXELS),
        bad("a PNG that claims 7,000 x 7,000", png(7_000, 7_000, 8, 2, png), UNREADABLE),
        bad("a PNG of two thousand million", png(Integer.MAX_VALUE, 1, 8, 2, png), PIXELS),
        bad("a PNG of negative size", png(-1, 9, 8, 2, png), UNREADABLE),
        bad(
            "a PNG with a profile that inflates to 64 MiB",
            Png.headOf(png).chunk("iCCP", profile).restOf(png),
            UNREADABLE),
        bad("a WebP that claims 16,383 x 16,383", sizedWebp(), PIXELS),
        bad("a WebP that claims 4,000 x 4,000", sizedWebp(4_000), UNREADABLE));
  }

  private static Stream<Arguments> others() {
    var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    return Stream.of(
        bad("one byte", new byte[1], FORMAT),
        bad("an SVG", Pictures.text(svg), FORMAT),
        bad("an SVG with an XML head", Pictures.text("<?xml version=\"1.0\"?>" + svg), FORMAT),
        bad("HTML", Pictures.text("<!DOCTYPE html><img src=x onerror=alert(1)>"), FORMAT),
        bad("a GIF", gif(), FORMAT),
        bad("a GIF that is also JavaScript", Pictures.text("GIF89a/*\0\0*/=1;alert(1)"), FORMAT),
        bad("a ZIP", Pictures.text("PK\3\4" + "\0".repeat(40)), FORMAT),
        bad("a ZIP with a JPEG behind", zipFirst(), FORMAT),
        bad("a PDF", Pictures.text("%PDF-1.7\n"), FORMAT),
        bad("an animated WebP", Webp.ANIMATED, FORMAT),
        bad("a lossless WebP", Webp.LOSSLESS, FORMAT),
        bad("a WebP with transparency", Webp.LOSSY_TRANSPARENT, FORMAT),
        bad("a HEIC", Pictures.text("\0\0\0\30ftypheic\0\0\0\0mif1heic"), HEIC),
        bad("an AVIF", Pictures.text("\0\0\0\34ftypavif\0\0\0\0avifmif1miaf"), HEIC),
        bad("an MP4", Pictures.text("\0\0\0\30ftypisom\0\0\2\0isomiso2"), FORMAT));
  }

  static byte[] half(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  private static byte[] less(byte[] file, int bytes) {
    return Arrays.copyOf(file, file.length - bytes);
  }

  private static byte[] ended(byte[] jpeg) {
    return Pictures.joined(jpeg, new byte[] {(byte) 0xff, (byte) 0xd9});
  }

  private static byte[] flipped(byte[] file, int at) {
    var other = file.clone();
    other[at] ^= 1;
    return other;
  }

  private static byte[] zipFirst() {
    return Pictures.joined(Pictures.text("PK\3\4"), Pictures.jpeg(64, 48));
  }

  private static byte[] gif() {
    try {
      var bytes = new java.io.ByteArrayOutputStream();
      javax.imageio.ImageIO.write(
          new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY), "gif", bytes);
      return bytes.toByteArray();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] png(int width, int height, int depth, int type, byte[] data) {
    return Png.of(width, height, depth, type, false).data(data).end();
  }

  /** Half of the rows, in data that are complete in themselves. */
  private static byte[] shortPng() {
    return png(20, 20, 8, 2, new byte[10 * 61]);
  }

  private static byte[] sized(byte[] jpeg, int width, int height) {
    var bytes = ByteBuffer.wrap(jpeg.clone());
    var frame = frame(jpeg);
    bytes.putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
    return bytes.array();
  }

  private static int frame(byte[] jpeg) {
    var at = 2;
    while ((jpeg[at + 1] & 0xff) < 0xc0 || (jpeg[at + 1] & 0xff) > 0xc2) {
      at += 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
    }
    return at;
  }

  /** A progressive JPEG whose last scan comes again and again: small to send, long to decode. */
  private static byte[] scans(int count) {
    var jpeg = Pictures.jpeg(Pictures.quarters(2000, 2000), true);
    var last = jpeg.length - 2;
    while (jpeg[last] != (byte) 0xff || jpeg[last + 1] != (byte) 0xda) {
      last--;
    }
    var scan = Arrays.copyOfRange(jpeg, last, last + 10);
    var all = new java.io.ByteArrayOutputStream();
    all.write(jpeg, 0, jpeg.length - 2);
    for (var i = 0; i < count; i++) {
      all.writeBytes(scan);
    }
    return ended(all.toByteArray());
  }

  private static byte[] sizedWebp() {
    return sizedWebp(16_383);
  }

  private static byte[] sizedWebp(int side) {
    var bytes = ByteBuffer.wrap(Webp.LOSSY.clone()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(26, (short) side).putShort(28, (short) side);
    return bytes.array();
  }
}
