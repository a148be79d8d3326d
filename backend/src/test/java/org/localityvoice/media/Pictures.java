package org.localityvoice.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures made on the spot: a test picture of four quarters, in all formats and with metadata. */
public final class Pictures {
  /** Top left, top right, bottom left, bottom right. */
  static final List<Color> QUARTERS =
      List.of(
          new Color(200, 30, 30), new Color(30, 200, 30), new Color(30, 30, 200), Color.LIGHT_GRAY);

  private Pictures() {}

  /** A picture of four quarters, each in a colour of its own. */
  public static BufferedImage quarters(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        image.setRGB(x, y, QUARTERS.get(y * 2 / height * 2 + x * 2 / width).getRGB());
      }
    }
    return image;
  }

  /** A picture with as much detail as a photo, so that it does not compress to nothing. */
  public static BufferedImage detailed(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var random = new SplittableRandom(7);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        var noise = random.nextInt(40);
        var square = (x / 16 + y / 16) % 2 * 120;
        image.setRGB(
            x,
            y,
            ((x * 200 / width + noise) << 16)
                | ((y * 200 / height + noise) << 8)
                | (square + noise));
      }
    }
    return image;
  }

  /** A photo as a phone might send it, without metadata. */
  public static byte[] jpeg(int width, int height) {
    return jpeg(quarters(width, height), false);
  }

  public static byte[] jpeg(BufferedImage image, boolean progressive) {
    return jpeg(new IIOImage(image, null, null), progressive);
  }

  static byte[] jpeg(IIOImage image, boolean progressive) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(0.95f);
      if (progressive) {
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(out);
      writer.write(null, image, how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] png(BufferedImage image) {
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JPEG with a segment more, right after its beginning. */
  public static byte[] with(byte[] jpeg, int marker, byte[] content) {
    return ByteBuffer.allocate(jpeg.length + 4 + content.length)
        .put(jpeg, 0, 2)
        .put((byte) 0xff)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    List.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** An EXIF block for a JPEG: orientation, and a place that must not get out. */
  public static byte[] exif(int orientation) {
    return joined(text("Exif\0\0"), tiff(orientation, ByteOrder.BIG_ENDIAN));
  }

  /** TIFF structure with the orientation in its first directory, and a GPS directory. */
  static byte[] tiff(int orientation, ByteOrder order) {
    var bytes = ByteBuffer.allocate(100).order(order);
    bytes.put(text(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42).putInt(8);
    bytes.putShort((short) 2);
    entry(bytes, 0x0112, 3, 1);
    bytes.putShort((short) orientation).putShort((short) 0);
    entry(bytes, 0x8825, 4, 1);
    bytes.putInt(38).putInt(0);
    bytes.putShort((short) 1);
    entry(bytes, 0x001d, 2, 11);
    bytes.putInt(56).putInt(0);
    bytes.put(text("2026:11:23\0GPS-54.5750,-1.2340"));
    return bytes.array();
  }

  private static void entry(ByteBuffer bytes, int tag, int type, int count) {
    bytes.putShort((short) tag).putShort((short) type).putInt(count);
  }

  /** Four components as they are written by a JPEG of them. */
  static byte[] jpegOf(java.awt.image.Raster raster) {
    return jpeg(new IIOImage(raster, null, null), false);
  }
}
