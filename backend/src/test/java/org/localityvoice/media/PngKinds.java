package org.localityvoice.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

/** Kinds of PNG that the JDK does not write. */
final class PngKinds {
  private PngKinds() {}

  static byte[] sixteenBits(BufferedImage image) {
    var rows = new ByteArrayOutputStream();
    for (var y = 0; y < image.getHeight(); y++) {
      rows.write(0);
      for (var x = 0; x < image.getWidth(); x++) {
        for (var shift = 16; shift >= 0; shift -= 8) {
          rows.write(image.getRGB(x, y) >> shift);
          rows.write(0x77);
        }
      }
    }
    return Png.of(image.getWidth(), image.getHeight(), 16, 2, false).data(rows.toByteArray()).end();
  }

  /** Adam7 (W3C PNG §8). */
  static byte[] interlaced(BufferedImage image) {
    int[][] passes = {
      {0, 0, 8, 8},
      {4, 0, 8, 8},
      {0, 4, 4, 8},
      {2, 0, 4, 4},
      {0, 2, 2, 4},
      {1, 0, 2, 2},
      {0, 1, 1, 2}
    };
    var rows = new ByteArrayOutputStream();
    for (var pass : passes) {
      for (var y = pass[1]; y < image.getHeight(); y += pass[3]) {
        rows.write(0);
        for (var x = pass[0]; x < image.getWidth(); x += pass[2]) {
          rows.write(image.getRGB(x, y) >> 16);
          rows.write(image.getRGB(x, y) >> 8);
          rows.write(image.getRGB(x, y));
        }
      }
    }
    return Png.of(image.getWidth(), image.getHeight(), 8, 2, true).data(rows.toByteArray()).end();
  }

  /** One shade of grey. */
  static byte[] grey(int width, int height, int depth, double light) {
    var value = value(depth, light);
    var rows = new ByteArrayOutputStream();
    for (var y = 0; y < height; y++) {
      rows.write(0);
      for (var bit = 0; bit < width * depth; bit += 8) {
        var samples = 0;
        for (var i = depth; depth < 8 && i <= 8; i += depth) {
          samples = (samples << depth) | value;
        }
        rows.write(depth < 8 ? samples : depth == 8 || bit % 16 == 8 ? value : value >> 8);
      }
    }
    return Png.of(width, height, depth, 0, false).data(rows.toByteArray()).end();
  }

  static Color shade(int depth, double light) {
    var shade = Math.round(255f * value(depth, light) / ((1 << depth) - 1));
    return new Color(shade, shade, shade);
  }

  private static int value(int depth, double light) {
    return (int) Math.round(light * ((1 << depth) - 1));
  }
}
