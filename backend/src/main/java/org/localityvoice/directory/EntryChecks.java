package org.localityvoice.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Area;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** What entries must fit that the contract cannot say. Pure. */
final class EntryChecks {
  private EntryChecks() {}

  /** Keeper and localities must be the area's. */
  static List<Violation> of(Held wanted, Optional<Held> before, Optional<Area> area) {
    var faults = new ArrayList<>(localities(wanted.localities(), area));
    var same = before.filter(held -> held.keeper().equals(wanted.keeper())).isPresent();
    if (!same && area.flatMap(found -> found.partner(wanted.keeper())).isEmpty()) {
      faults.add(Violation.at("/keeper", "unknown-partner"));
    }
    return faults;
  }

  static List<Violation> localities(List<String> localities, Optional<Area> area) {
    var faults = new ArrayList<Violation>();
    for (var i = 0; i < localities.size(); i++) {
      var id = localities.get(i);
      if (area.flatMap(found -> found.locality(id)).isEmpty()) {
        faults.add(Violation.at("/localities/" + i, "unknown-locality"));
      }
    }
    return faults;
  }

  /** A need is in one taxonomy, once, and belongs to another of the same without a circle. */
  static List<Violation> of(String id, TaxonomyContent wanted, Needs needs) {
    var faults = new ArrayList<Violation>();
    var seen = new HashSet<String>();
    for (var i = 0; i < wanted.terms().size(); i++) {
      var term = wanted.terms().get(i);
      var elsewhere = needs.home(term.id()).filter(home -> !home.equals(id)).isPresent();
      if (!seen.add(term.id()) || elsewhere) {
        faults.add(Violation.at("/terms/" + i + "/id", "directory-need-twice"));
      }
      if (term.broader() != null && !reachesTop(term, wanted)) {
        faults.add(Violation.at("/terms/" + i + "/broader", "directory-need-broader"));
      }
    }
    return faults;
  }

  private static boolean reachesTop(Term term, TaxonomyContent wanted) {
    var next = Optional.of(term);
    for (var step = 0; step <= wanted.terms().size(); step++) {
      var broader = next.get().broader();
      if (broader == null) {
        return true;
      }
      next = wanted.term(broader);
      if (next.isEmpty()) {
        return false;
      }
    }
    return false;
  }

  static void refuse(List<Violation> faults) {
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }
}
