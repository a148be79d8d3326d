package org.localityvoice.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** JPEGs of four components, written in each of the ways there are. */
final class FourInks {
  static final int PLAIN = -1;
  static final int INVERTED = 0;
  static final int YCCK = 2;

  private FourInks() {}

  /** The picture in cyan, magenta, yellow and a third of black. */
  static byte[] jpeg(BufferedImage image, int adobeTransform) {
    var raster =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        raster.setPixel(x, y, components(image.getRGB(x, y), adobeTransform));
      }
    }
    var jpeg = Pictures.jpegOf(raster);
    return adobeTransform == PLAIN
        ? jpeg
        : Pictures.with(
            jpeg,
            0xee,
            Pictures.joined(Pictures.text("Adobe\0\144\0\0\0\0"), transform(adobeTransform)));
  }

  private static byte[] transform(int number) {
    return new byte[] {(byte) number};
  }

  private static int[] components(int rgb, int transform) {
    var light = new int[] {(rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff};
    var strongest = Math.max(light[0], Math.max(light[1], light[2]));
    // The share of black lets the inks be stronger: rgb = (255 - ink) × (255 - black) / 255.
    var white = (255 + strongest) / 2;
    var inks = new int[4];
    for (var i = 0; i < 3; i++) {
      inks[i] = 255 - light[i] * 255 / white;
    }
    inks[3] = 255 - white;
    if (transform != PLAIN) {
      for (var i = 0; i < 4; i++) {
        inks[i] = 255 - inks[i];
      }
    }
    return transform == YCCK ? ycck(inks) : inks;
  }

  private static int[] ycck(int[] inks) {
    var y = 0.299 * inks[0] + 0.587 * inks[1] + 0.114 * inks[2];
    var cb = 128 + (inks[2] - y) / 1.772;
    var cr = 128 + (inks[0] - y) / 1.402;
    return new int[] {(int) Math.round(y), (int) Math.round(cb), (int) Math.round(cr), inks[3]};
  }
}
