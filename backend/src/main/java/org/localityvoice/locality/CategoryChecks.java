package org.localityvoice.locality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the schema cannot say of a category, but for its questions. Pure. */
final class CategoryChecks {
  /** FixMyStreet, as a client of Open311, does something when it meets these words. */
  private static final Set<String> ACTED_ON = Set.of("private", "staff", "inactive", "waste_only");

  private final Category category;
  private final Area area;
  private final String at;
  private final List<Fault> faults = new ArrayList<>();

  private CategoryChecks(Category category, Area area, String at) {
    this.category = category;
    this.area = area;
    this.at = at;
  }

  static List<Fault> check(Category category, Area area, String at) {
    var checks = new CategoryChecks(category, area, at);
    checks.keywords();
    checks.routing();
    checks.promises();
    checks.escalation();
    checks.confidential();
    checks.faults.addAll(
        ReportingSection.twice(at + "/stops", "/id", category.stops(), StopNotice::id));
    return checks.faults;
  }

  private void add(String place, String message) {
    faults.add(Fault.at(at + place, message));
  }

  private void keywords() {
    for (var i = 0; i < category.keywords().size(); i++) {
      if (ACTED_ON.contains(category.keywords().get(i).toLowerCase(Locale.ROOT))) {
        add("/keywords/" + i, "is a word that other systems act on; choose another one");
      }
    }
  }

  private void routing() {
    var routing = category.routing();
    known("/routing/partner", routing.partner());
    routing
        .byLocality()
        .forEach(
            (locality, partner) -> {
              var place = "/routing/byLocality/" + locality;
              if (area.locality(locality).isEmpty()) {
                add(place, "is named like no locality of this file");
              }
              known(place, partner);
            });
    area.localities().forEach(this::works);
  }

  private void known(String place, String partner) {
    if (area.partner(partner).isEmpty()) {
      add(place, "names no partner of this file: “" + partner + "”");
    }
  }

  private void works(Locality locality) {
    var partner = category.routing().partner(locality.id());
    if (area.partner(partner).isPresent() && !locality.partners().contains(partner)) {
      var own = category.routing().byLocality().containsKey(locality.id());
      add(
          own ? "/routing/byLocality/" + locality.id() : "/routing/partner",
          own
              ? "names a partner who does not work there: “" + partner + "”"
              : "names a partner who does not work in "
                  + locality.id()
                  + "; name another one for it under byLocality");
    }
  }

  private void promises() {
    var promises = category.promises();
    faults.addAll(
        ReportingSection.twice(at + "/promises", "/priority", promises, Promise::priority));
    if (promises.stream().noneMatch(promise -> promise.priority() == category.priority())) {
      add(
          "/promises",
          "lack one for the priority that new reports have: " + category.priority().slug());
    }
  }

  private void escalation() {
    var levels = category.escalation().levels();
    for (var i = 0; i < levels.size(); i++) {
      if (!levels.get(i).equals(Escalation.MANAGER)) {
        known("/escalation/levels/" + i, levels.get(i));
      }
    }
  }

  /** What only the police may know must not come out by another way. */
  private void confidential() {
    if (!category.confidential()) {
      return;
    }
    if (category.text() != Moderation.NEVER_PUBLISHED) {
      add("/text", "must be never-published, because the category is confidential");
    }
    if (category.photos() != Moderation.NEVER_PUBLISHED) {
      add("/photos", "must be never-published, because the category is confidential");
    }
    var insiders = new HashSet<>(category.routing().byLocality().values());
    insiders.add(category.routing().partner());
    insiders.add(Escalation.MANAGER);
    var levels = category.escalation().levels();
    for (var i = 0; i < levels.size(); i++) {
      if (area.partner(levels.get(i)).isPresent() && !insiders.contains(levels.get(i))) {
        add(
            "/escalation/levels/" + i,
            "may not be told, because the category is confidential: “" + levels.get(i) + "”");
      }
    }
  }
}
