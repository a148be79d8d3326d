package org.localityvoice.pmf;

/** What came of one attempt to hand a statement over. */
public sealed interface Answer {
  /** Under way, or ended with the instance that made it. */
  record Unknown() implements Answer {}

  /**
   * The endpoint answered.
   *
   * @param code HTTP status
   * @param excerpt the beginning of the body, at most 200 printable characters
   */
  record Status(int code, String excerpt) implements Answer {}

  /** No answer came, for a plain reason. */
  record Failure(String reason) implements Answer {}

  /** There is no endpoint: written to a file of that name. */
  record Filed(String name) implements Answer {}

  /** Whether the statement has arrived: 2xx only, so a redirect is a failure. */
  default boolean success() {
    return this instanceof Filed || (this instanceof Status status && status.code() / 100 == 2);
  }

  /** Whether the endpoint wants no statement ever again (410). */
  default boolean gone() {
    return this instanceof Status status && status.code() == 410;
  }

  /** Whether the next statement would fare no better just now. */
  default boolean overloaded() {
    return this instanceof Failure
        || (this instanceof Status status
            && switch (status.code()) {
              case 410, 429, 502, 503, 504 -> true;
              default -> false;
            });
  }
}
