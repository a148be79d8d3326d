package org.localityvoice.http;

import java.util.List;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * A problem in words.
 *
 * @param title the kind of problem
 * @param detail what went wrong, in a plain sentence
 * @param instance the id of the request
 * @param faults each place that is wrong
 */
record Refusal(Problem problem, String title, String detail, String instance, List<Fault> faults) {
  /** A place, and what is wrong there in a plain sentence. */
  record Fault(Violation violation, String detail) {}

  static Refusal of(Problem problem, Messages messages, String language, String instance) {
    return new Refusal(
        problem,
        messages.text(language, "problem." + problem.type().slug() + ".title", List.of()),
        messages.text(language, "problem." + problem.code(), problem.arguments()),
        instance,
        problem.violations().stream()
            .map(
                violation ->
                    new Fault(
                        violation,
                        messages.text(
                            language, "violation." + violation.code(), violation.arguments())))
            .toList());
  }

  int status() {
    return problem.type().status();
  }
}
