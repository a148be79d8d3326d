package org.localityvoice.report.open311;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Tells what is wrong with a report by the names that the fields have in GeoReport v2. */
final class Places {
  private static final Map<String, String> NAMES =
      Map.of(
          "/category", "service_code",
          "/point", "lat",
          "/locality", "lat",
          "/place", "address_string",
          "/text", "description",
          "/refusal", "description",
          "/note", "description",
          "/into", "duplicate_of");

  private static final String ANSWERS = "/answers/";

  private Places() {}

  /** The same failure with the form's own names. */
  static <T> Future<T> named(Throwable failure) {
    if (failure instanceof Problem problem && !problem.violations().isEmpty()) {
      return Future.failedFuture(
          Problem.invalid(problem.violations().stream().map(Places::named).toList()));
    }
    return Future.failedFuture(failure);
  }

  private static Violation named(Violation violation) {
    return new Violation(
        violation.in(), "/" + name(violation.place()), violation.code(), violation.arguments());
  }

  private static String name(String pointer) {
    if (pointer.startsWith(ANSWERS)) {
      var code = List.of(pointer.substring(ANSWERS.length()).split("/", -1)).get(0);
      return "attribute[" + code.replace("~1", "/").replace("~0", "~") + "]";
    }
    return NAMES.entrySet().stream()
        .filter(entry -> pointer.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> pointer.startsWith("/") ? pointer.substring(1) : pointer);
  }
}
