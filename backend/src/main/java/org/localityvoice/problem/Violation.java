package org.localityvoice.problem;

import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param in which part of the request
 * @param place for a body a JSON pointer (RFC 6901, {@code /answers/SAFE_DAY}; the whole body is
 *     the empty string), otherwise the name of the parameter
 * @param code names the sentence in the message files, without its prefix {@code violation.}
 * @param arguments what the sentence mentions
 */
public record Violation(In in, String place, String code, List<Object> arguments) {
  /** Where in a request a value stands. */
  public enum In {
    BODY,
    PATH,
    QUERY,
    HEADER
  }

  public Violation {
    arguments = List.copyOf(arguments);
  }

  /** Something in the body, at a JSON pointer. */
  public static Violation at(String pointer, String code, Object... arguments) {
    return new Violation(In.BODY, pointer, code, List.of(arguments));
  }

  /** A step of a JSON pointer, escaped (RFC 6901 §3). */
  public static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
