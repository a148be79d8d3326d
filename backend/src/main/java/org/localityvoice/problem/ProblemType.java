package org.localityvoice.problem;

import java.util.Locale;

/** The kinds of refusal, each with the HTTP status it is answered with (RFC 9110 §15, RFC 6585). */
public enum ProblemType {
  MALFORMED_JSON(400),
  INVALID_REQUEST(400),
  NOT_SIGNED_IN(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  CONFLICT(409),
  PRECONDITION_FAILED(412),
  PAYLOAD_TOO_LARGE(413),
  URI_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  TOO_MANY_REQUESTS(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  UNAVAILABLE(503);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }

  /** The name as it stands in messages and in the problem's {@code type}: {@code not-found}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
