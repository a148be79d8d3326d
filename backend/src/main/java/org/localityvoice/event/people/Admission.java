package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.PlainText;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Checks what people say of themselves and their children, beyond what the contract can. */
final class Admission {
  private static final int OLDEST = 120;

  private final Areas areas;

  Admission(Areas areas) {
    this.areas = areas;
  }

  /**
   * Details, as they are to be stored.
   *
   * @return fails with invalid-request, naming every place
   */
  Future<Details> details(
      String given, String family, LocalDate born, @Nullable String home, LocalDate today) {
    var faults = new ArrayList<Violation>();
    var first = name(given, "/givenName", faults);
    var last = name(family, "/familyName", faults);
    if (born.isAfter(today) || born.isBefore(today.minusYears(OLDEST))) {
      faults.add(Violation.at("/born", "birth-date", OLDEST));
    }
    return known(home)
        .map(
            known -> {
              if (!known) {
                faults.add(Violation.at("/homeLocality", "unknown-locality"));
              }
              if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
              }
              return new Details(first, last, born, home);
            });
  }

  private Future<Boolean> known(@Nullable String home) {
    return home == null
        ? Future.succeededFuture(true)
        : areas.find(home).map(found -> found.isPresent());
  }

  /** On one line, so that nothing it is written into can be taken apart by it. */
  private static String name(String sent, String at, List<Violation> faults) {
    var plain = PlainText.of(sent).replaceAll("\\s+", " ");
    if (plain.isEmpty()) {
      faults.add(Violation.at(at, "blank"));
    }
    return plain;
  }
}
