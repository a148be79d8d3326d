package org.localityvoice.media;

/**
 * A part of a photo, in fractions of its width and height as it is seen upright.
 *
 * @param x of the left edge, 0 to 1
 * @param y of the top edge, 0 to 1
 * @param width over 0; what reaches beyond the photo ends at its edge
 * @param height over 0
 */
public record Rectangle(double x, double y, double width, double height) {
  public Rectangle {
    // Written so that what is not a number fails too.
    if (!(x >= 0 && x < 1 && y >= 0 && y < 1 && width > 0 && height > 0)
        || Double.isInfinite(width)
        || Double.isInfinite(height)) {
      throw new IllegalArgumentException("not a part of a photo");
    }
  }

  /** Makes it black; a pixel that is touched is covered. */
  void black(Pixels picture) {
    var left = (int) Math.floor(x * picture.width());
    var top = (int) Math.floor(y * picture.height());
    var right = (int) Math.min(picture.width(), Math.ceil((x + width) * picture.width()));
    var bottom = (int) Math.min(picture.height(), Math.ceil((y + height) * picture.height()));
    for (var row = top; row < bottom; row++) {
      var start = row * picture.width();
      java.util.Arrays.fill(
          picture.samples(),
          (start + left) * picture.bands(),
          (start + right) * picture.bands(),
          (byte) 0);
    }
  }
}
