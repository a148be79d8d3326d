package org.localityvoice.http;

import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** What a call says about the version that it means to change (RFC 9110 §13.1). */
public final class Preconditions {
  private static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";

  private Preconditions() {}

  /**
   * The version that was seen; empty where the call says that there must be none.
   *
   * @throws Problem when it says neither or both
   */
  public static Optional<Long> seen(Call call) {
    var match = call.header(IF_MATCH);
    if (match.isPresent() == call.header(IF_NONE_MATCH).isPresent()) {
      throw missing();
    }
    return match.map(tag -> Long.parseLong(tag.substring(1, tag.length() - 1)));
  }

  /** The refusal of a call that does not say which version it means. */
  public static Problem missing() {
    return Problem.invalid(
        List.of(new Violation(Violation.In.HEADER, IF_MATCH, "precondition", List.of())));
  }
}
