package org.localityvoice.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.problem.Violation;

/** What a service must fit that the contract cannot say. Pure. */
final class ServiceChecks {
  private ServiceChecks() {}

  /** What is wrong with it by itself. */
  static List<Violation> of(ServiceContent content) {
    var faults = new ArrayList<Violation>();
    if (content.span().from() > content.span().to()) {
      faults.add(Violation.at("/ages/to", "ages-order"));
    }
    for (var i = 0; i < content.openings().size(); i++) {
      var opening = content.openings().get(i);
      var at = "/openings/" + i;
      if (opening.closes().compareTo(opening.opens()) <= 0) {
        faults.add(Violation.at(at + "/closes", "form-order"));
      }
      if (Integer.valueOf(0).equals(opening.week())) {
        faults.add(Violation.at(at + "/week", "enum", "-1, 1, 2, 3, 4"));
      }
    }
    return faults;
  }

  /**
   * What it refers to that is not there.
   *
   * @param before needs that it has already may have gone meanwhile
   */
  static List<Violation> of(
      ServiceContent content, List<Location> found, Needs needs, Optional<ServiceContent> before) {
    var faults = new ArrayList<Violation>();
    var there = found.stream().map(Location::id).collect(Collectors.toSet());
    for (var i = 0; i < content.locations().size(); i++) {
      if (!there.contains(content.locations().get(i))) {
        faults.add(Violation.at("/locations/" + i, "directory-no-location"));
      }
    }
    faults.addAll(needs(content, needs, before));
    return faults;
  }

  /** Needs of it that are not there, likewise. */
  static List<Violation> needs(
      ServiceContent content, Needs needs, Optional<ServiceContent> before) {
    var faults = new ArrayList<Violation>();
    var had = before.map(ServiceContent::needs).map(Set::copyOf).orElse(Set.of());
    for (var i = 0; i < content.needs().size(); i++) {
      var need = content.needs().get(i);
      if (needs.term(need).isEmpty() && !had.contains(need)) {
        faults.add(Violation.at("/needs/" + i, "directory-no-need"));
      }
    }
    return faults;
  }
}
