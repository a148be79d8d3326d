package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.localityvoice.directory.Day;

/** Reads the schedules of an Open Referral UK feed. Pure. */
final class OrukOpenings {
  private static final Pattern DAY = Pattern.compile("(-?[1-4])?(MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9].*");
  private static final int MINUTES = 5;

  private OrukOpenings() {}

  /** Adds an opening to a service, or a note where we cannot say it. */
  static void read(JsonNode one, ObjectNode service, List<String> notes) {
    var opens = Filling.text(one, "opens_at");
    var closes = Filling.text(one, "closes_at");
    var days = Filling.text(one, "byday").toUpperCase(Locale.ROOT).split(",", -1);
    if (!TIME.matcher(opens).matches() || !TIME.matcher(closes).matches()) {
      notes.add("schedules: without times");
      return;
    }
    var opening = Filling.object();
    var list = opening.putArray("days");
    for (var day : days) {
      var matcher = DAY.matcher(day.strip());
      if (!matcher.matches()) {
        notes.add("schedules: " + day);
        return;
      }
      Day.of(matcher.group(2)).ifPresent(known -> list.add(known.slug()));
      if (matcher.group(1) != null && Filling.text(one, "freq").equals("MONTHLY")) {
        opening.put("week", Integer.parseInt(matcher.group(1)));
      }
    }
    opening.put("opens", opens.substring(0, MINUTES));
    opening.put("closes", closes.substring(0, MINUTES));
    Filling.put(opening, "note", Filling.text(one, "description"));
    service.withArray("/openings").add(opening);
  }
}
