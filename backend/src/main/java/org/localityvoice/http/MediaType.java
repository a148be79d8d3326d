package org.localityvoice.http;

import java.util.Optional;

/**
 * The media type of a body (RFC 9110 §8.3.1).
 *
 * @param value type and subtype, with parameters
 */
record MediaType(HeaderValue value) {
  /** Reads the header; empty when it says nothing that can be understood. */
  static Optional<MediaType> of(String header) {
    return HeaderValue.of(header).filter(value -> value.word().contains("/")).map(MediaType::new);
  }

  /** Type and subtype in lower case, {@code application/json}. */
  String name() {
    return value.word();
  }

  /** Whether text in it is UTF-8, which it is unless it says otherwise. */
  boolean isUtf8() {
    return value
        .parameter("charset")
        .map(charset -> charset.equalsIgnoreCase("utf-8"))
        .orElse(true);
  }

  /** Whether a range such as {@code image/*}, or the very name, covers this type. */
  boolean in(String range) {
    return range.endsWith("/*")
        ? name().startsWith(range.substring(0, range.length() - 1))
        : name().equals(range);
  }
}
