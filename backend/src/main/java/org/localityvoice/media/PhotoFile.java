package org.localityvoice.media;

import java.util.Optional;

/**
 * A file whose structure has been walked from end to end, before any decoder has seen it.
 *
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param passes how often a decoder goes over the whole picture; 1 unless it is a progressive JPEG
 * @param bands samples for each pixel, where the format says so; 0 otherwise
 * @param ink how CMYK is written down, in a JPEG of four components
 * @param orientation how to turn it
 * @param profile the colour profile (ICC), if there is one
 * @param clean the file with what a decoder needs, and nothing else: no metadata, no profile, no
 *     thumbnail, nothing after its end
 */
@SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
record PhotoFile(
    int width,
    int height,
    int passes,
    int bands,
    Ink ink,
    Orientation orientation,
    Optional<byte[]> profile,
    byte[] clean) {

  /** No honest colour profile is larger. */
  static final int LARGEST_PROFILE = 4 << 20;

  /** The three ways of writing four components in a JPEG. */
  enum Ink {
    /** CMYK as it is. */
    PLAIN,
    /** CMYK upside down, as Adobe writes it. */
    INVERTED,
    /** The same with its colours as YCbCr. */
    YCCK
  }
}
