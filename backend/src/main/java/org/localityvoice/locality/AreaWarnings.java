package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an area file may hold but probably does not mean. */
final class AreaWarnings {
  private AreaWarnings() {}

  static List<Fault> of(Area area, JsonNode file) {
    var warnings = new ArrayList<Fault>();
    var localities = area.localities();
    for (var i = 0; i < localities.size(); i++) {
      overlaps(localities, i).ifPresent(warnings::add);
    }
    untranslated(area).ifPresent(warnings::add);
    warnings.addAll(ReportingWarnings.of(area, file));
    return warnings;
  }

  private static Optional<Fault> overlaps(List<Locality> localities, int index) {
    var boundary = localities.get(index).boundary();
    return localities.subList(0, index).stream()
        .filter(earlier -> Outlines.overlap(earlier.boundary(), boundary))
        .findFirst()
        .map(
            earlier ->
                Fault.at(
                    "/localities/" + index + "/boundary",
                    "overlaps the boundary of " + earlier.id()));
  }

  /** Residents who read a locality's language get English where a theme has no name in it. */
  private static Optional<Fault> untranslated(Area area) {
    return area.localities().stream()
        .flatMap(locality -> locality.languages().stream())
        .distinct()
        .filter(
            language ->
                area.themes().stream()
                    .anyMatch(theme -> !theme.name().byLanguage().containsKey(language)))
        .findFirst()
        .map(language -> Fault.at("/themes", "are not all named in the language " + language));
  }
}
