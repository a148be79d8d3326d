package org.localityvoice.pmf.adverse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.localityvoice.http.Json;

/** Tells the managers of a locality of an adverse movement, by the inbox. */
final class AdverseNotice {
  static final String KIND = "notify.notice";
  private static final String PREFIX = "measure.";

  private AdverseNotice() {}

  private record Message(
      About about, List<String> people, List<String> organisations, boolean managers) {}

  private record About(
      String report,
      long sequence,
      String code,
      String locality,
      String category,
      String state,
      Instant at,
      Measure measure) {}

  private record Measure(String id, Map<String, String> title, String period) {}

  static String of(
      AdverseReport seen, AdverseMovement one, Map<String, String> title, Instant now) {
    var measure = new Measure(one.measure(), title, seen.period());
    var code = PREFIX + one.reason().slug();
    var about = new About("", 0, code, seen.locality(), "", "", now, measure);
    return Json.text(new Message(about, List.of(), List.of(), true));
  }
}
