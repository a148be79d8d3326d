package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.localityvoice.directory.Day;

/** Reads the schedules of an Open Referral UK feed. Pure. */
final class OrukOpenings {
  private static final Pattern DAY = Pattern.compile("(-?[1-4])?(MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9].*");
  private static final int MINUTES = 5;

  /** Every week. */
  private static final String EACH = "";

  private OrukOpenings() {}

  /**
   * Adds its openings to a service, one for each week of the month that it names, or a note where
   * we cannot say it.
   */
  static void read(JsonNode one, ObjectNode service, List<String> notes) {
    var opens = Filling.text(one, "opens_at");
    var closes = Filling.text(one, "closes_at");
    if (!TIME.matcher(opens).matches() || !TIME.matcher(closes).matches()) {
      notes.add("schedules: without times");
      return;
    }
    var monthly = Filling.text(one, "freq").equals("MONTHLY");
    var weeks = new LinkedHashMap<String, Set<String>>();
    for (var day : Filling.text(one, "byday").toUpperCase(Locale.ROOT).split(",", -1)) {
      var matcher = DAY.matcher(day.strip());
      if (!matcher.matches()) {
        notes.add("schedules: " + day);
        return;
      }
      var week = monthly && matcher.group(1) != null ? matcher.group(1) : EACH;
      Day.of(matcher.group(2))
          .ifPresent(
              known ->
                  weeks.computeIfAbsent(week, none -> new LinkedHashSet<>()).add(known.slug()));
    }
    weeks.forEach(
        (week, days) -> {
          var opening = service.withArray("/openings").addObject();
          var list = opening.putArray("days");
          days.forEach(list::add);
          if (!week.equals(EACH)) {
            opening.put("week", Integer.parseInt(week));
          }
          opening.put("opens", opens.substring(0, MINUTES));
          opening.put("closes", closes.substring(0, MINUTES));
          Filling.put(opening, "note", Filling.text(one, "description"));
        });
  }
}
