package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;

/** In what form an operation refuses. */
enum ErrorFormat {
  /** RFC 9457. */
  PROBLEM("application/problem+json"),
  /** GeoReport v2, for paths that end in {@code .xml}. */
  OPEN311_XML(XmlDocument.TYPE),
  /** GeoReport v2, for paths that end in {@code .json}. */
  OPEN311_JSON("application/json; charset=utf-8");

  private final String contentType;

  ErrorFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The form that an operation's {@code x-errors} and its path ask for. */
  static ErrorFormat of(String operation, String path, JsonNode errors) {
    if (errors.isMissingNode()) {
      return PROBLEM;
    }
    if (errors.asText().equals("open311")) {
      if (path.endsWith(".xml")) {
        return OPEN311_XML;
      }
      if (path.endsWith(".json")) {
        return OPEN311_JSON;
      }
    }
    throw new IllegalStateException("operation " + operation + ": x-errors is not understood");
  }

  String contentType() {
    return contentType;
  }

  Buffer body(Refusal refusal) {
    return switch (this) {
      case PROBLEM -> ProblemDetails.json(refusal);
      case OPEN311_XML -> GeoReportErrors.xml(refusal);
      case OPEN311_JSON -> GeoReportErrors.json(refusal);
    };
  }
}
