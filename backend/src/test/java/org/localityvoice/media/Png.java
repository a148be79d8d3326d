package org.localityvoice.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PNG files of any kind, good and bad, chunk by chunk. */
final class Png {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Png() {
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
  }

  static Png of(int width, int height, int depth, int type, boolean interlaced) {
    var header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) type)
            .put(new byte[] {0, 0, (byte) (interlaced ? 1 : 0)})
            .array();
    return new Png().chunk("IHDR", header);
  }

  /** A file as it is, up to its first chunk after the header, to go on with. */
  static Png headOf(byte[] file) {
    var png = new Png();
    png.out.reset();
    png.out.write(file, 0, 33);
    return png;
  }

  Png chunk(String name, byte[] content) {
    var body = Pictures.joined(Pictures.text(name), content);
    var sum = new CRC32();
    sum.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return this;
  }

  /** Rows of a filter byte and samples, compressed. */
  Png data(byte[] rows) {
    return chunk("IDAT", deflated(rows));
  }

  byte[] end() {
    return chunk("IEND", new byte[0]).out.toByteArray();
  }

  /** The rest of another file, after its header. */
  byte[] restOf(byte[] file) {
    out.write(file, 33, file.length - 33);
    return out.toByteArray();
  }

  static byte[] deflated(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed, new Deflater(9))) {
      deflater.write(bytes);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
