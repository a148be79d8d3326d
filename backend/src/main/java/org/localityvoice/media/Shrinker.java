package org.localityvoice.media;

import java.util.Arrays;

/**
 * Makes a picture smaller while its rows come in, so that the large one is never in memory. Each
 * pixel of the result is the mean of the area it stands for (a box filter), parts of pixels
 * included; the arithmetic is in whole numbers until the division at the end.
 */
final class Shrinker {
  private final int fromWidth;
  private final int fromHeight;
  private final int bands;
  private final Pixels result;
  // For each pixel of a new row, and for the end of it: where in the old row it begins, and how
  // much
  // of that old pixel it has; the pixel before it has the rest.
  private final int[] begin;
  private final int[] share;
  private final int[] line;
  private final long[] sums;
  private int rows;

  private Shrinker(int fromWidth, int fromHeight, Pixels result) {
    this.fromWidth = fromWidth;
    this.fromHeight = fromHeight;
    this.bands = result.bands();
    this.result = result;
    begin = new int[result.width() + 1];
    share = new int[begin.length];
    for (var x = 0; x < begin.length; x++) {
      var place = (long) x * fromWidth;
      begin[x] = (int) (place / result.width());
      share[x] = result.width() - (int) (place % result.width());
    }
    line = new int[result.width() * bands];
    sums = new long[result.width() * bands];
  }

  /** For pictures of this size, which come out with their longest side at most so long. */
  static Shrinker to(int longest, int width, int height, int bands) {
    var scale = Math.min(1, (double) longest / Math.max(width, height));
    var newWidth = Math.max(1, (int) Math.round(width * scale));
    var newHeight = Math.max(1, (int) Math.round(height * scale));
    var samples = new byte[newWidth * newHeight * bands];
    return new Shrinker(width, height, new Pixels(newWidth, newHeight, bands, samples));
  }

  /**
   * Takes the next row.
   *
   * @throws IllegalStateException when it is another one
   */
  void row(int y, byte[] row) {
    if (y != rows) {
      throw new IllegalStateException("row " + y + " after " + rows);
    }
    rows++;
    across(row);
    var place = (long) y * result.height();
    var to = (int) (place / fromHeight);
    var part = (int) Math.min(result.height(), (to + 1L) * fromHeight - place);
    add(part);
    if (place + part == (to + 1L) * fromHeight) {
      put(to);
      Arrays.fill(sums, 0);
      add(result.height() - part);
    }
  }

  private void across(byte[] row) {
    var whole = result.width();
    for (var x = 0; x < whole; x++) {
      var first = begin[x] * bands;
      var last = begin[x + 1] * bands;
      var rest = whole - share[x + 1];
      for (var band = 0; band < bands; band++) {
        var between = 0;
        for (var at = first + bands + band; at < last; at += bands) {
          between += row[at] & 0xff;
        }
        var sum = (row[first + band] & 0xff) * share[x] + between * whole;
        line[x * bands + band] = rest == 0 ? sum : sum + (row[last + band] & 0xff) * rest;
      }
    }
  }

  private void add(int weight) {
    for (var i = 0; i < sums.length; i++) {
      sums[i] += (long) line[i] * weight;
    }
  }

  private void put(int y) {
    var whole = 1.0 / ((double) fromWidth * fromHeight);
    var at = y * sums.length;
    for (var i = 0; i < sums.length; i++) {
      result.samples()[at + i] = (byte) (sums[i] * whole + 0.5);
    }
  }

  /**
   * The small picture.
   *
   * @throws IllegalStateException when rows are missing
   */
  Pixels picture() {
    if (rows != fromHeight) {
      throw new IllegalStateException(rows + " rows of " + fromHeight);
    }
    return result;
  }
}
