package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;

/** What came as the body of a request, by the kind that the operation takes. */
sealed interface Body {
  /** Nothing. */
  record None() implements Body {}

  /** A value that fits its schema. */
  record Json(JsonNode tree) implements Body {}

  /** Fields and files, as they were sent. */
  record Fields(Form form) implements Body {}

  /**
   * Anything else, as it was sent.
   *
   * @param type media type without parameters, in lower case; the sender's word
   */
  record Bytes(String type, Buffer bytes) implements Body {}
}
