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
  // For each pixel of a row: which pixel it goes to, and how much of it; the rest to the next one.
  private final int[] target;
  private final int[] share;
  private final int[] line;
  private final long[] sums;
  private int rows;

  private Shrinker(int fromWidth, int fromHeight, Pixels result) {
    this.fromWidth = fromWidth;
    this.fromHeight = fromHeight;
    this.bands = result.bands();
    this.result = result;
    target = new int[fromWidth];
    share = new int[fromWidth];
    for (var x = 0; x < fromWidth; x++) {
      var begin = (long) x * result.width();
      target[x] = (int) (begin / fromWidth);
      share[x] = (int) Math.min(result.width(), (target[x] + 1L) * fromWidth - begin);
    }
    // One pixel more than there are, so that an empty rest has somewhere to go.
    line = new int[(result.width() + 1) * bands];
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
    var begin = (long) y * result.height();
    var to = (int) (begin / fromHeight);
    var part = (int) Math.min(result.height(), (to + 1L) * fromHeight - begin);
    add(part);
    if (begin + part == (to + 1L) * fromHeight) {
      put(to);
      Arrays.fill(sums, 0);
      add(result.height() - part);
    }
  }

  private void across(byte[] row) {
    Arrays.fill(line, 0);
    var whole = result.width();
    for (int x = 0, at = 0; x < fromWidth; x++) {
      var first = target[x] * bands;
      var weight = share[x];
      var rest = whole - weight;
      for (var band = 0; band < bands; band++, at++) {
        var sample = row[at] & 0xff;
        line[first + band] += sample * weight;
        line[first + bands + band] += sample * rest;
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
