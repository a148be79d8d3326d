package org.localityvoice.media;

/**
 * A picture in memory.
 *
 * @param bands samples for each pixel: 1 for grey, 3 for RGB, 4 for CMYK (255 is full ink)
 * @param samples eight bits each, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
record Pixels(int width, int height, int bands, byte[] samples) {

  /** The same with its longest side at most so long. */
  Pixels within(int longest) {
    if (Math.max(width, height) <= longest) {
      return this;
    }
    var shrinker = Shrinker.to(longest, width, height, bands);
    var row = new byte[width * bands];
    for (var y = 0; y < height; y++) {
      System.arraycopy(samples, y * row.length, row, 0, row.length);
      shrinker.row(y, row);
    }
    return shrinker.picture();
  }
}
