package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What the part {@code reporting} may hold but probably does not mean. Pure. */
final class ReportingWarnings {
  private static final String HOLIDAYS = "/reporting/workingTime/holidays";

  private ReportingWarnings() {}

  static List<Fault> of(Area area, JsonNode file) {
    var warnings = new ArrayList<Fault>();
    if (area.reporting().categories().isEmpty()) {
      return warnings;
    }
    area.localities().stream()
        .flatMap(locality -> locality.languages().stream())
        .distinct()
        .filter(language -> !area.reporting().languages().contains(language))
        .map(
            language ->
                Fault.at(
                    "/reporting/categories", "are not all written in the language " + language))
        .forEach(warnings::add);
    holidays(area.reporting().workingTime(), file, warnings);
    return warnings;
  }

  private static void holidays(WorkingTime time, JsonNode file, List<Fault> warnings) {
    var until = time.knownUntil();
    if (until.isEmpty()) {
      warnings.add(Fault.at(HOLIDAYS, "are none, so promises run on bank holidays too"));
      return;
    }
    var years = new TreeSet<Integer>();
    time.holidays().forEach(holiday -> years.add(holiday.day().getYear()));
    for (var year = years.first(); year < years.last(); year++) {
      if (!years.contains(year)) {
        warnings.add(Fault.at(HOLIDAYS, "have no day in " + Year.of(year)));
      }
    }
    // Reading a file does not ask what day it is; the newest day in it tells well enough.
    AreaReader.list(file.path("waves"), wave -> LocalDate.parse(wave.path("to").asText())).stream()
        .max(Comparator.naturalOrder())
        .filter(newest -> newest.plusYears(1).isAfter(until.get()))
        .ifPresent(
            newest ->
                warnings.add(
                    Fault.at(
                        HOLIDAYS,
                        "end with %d, less than a year after the file's newest wave (%s)"
                            .formatted(until.get().getYear(), newest))));
  }
}
