package org.localityvoice.pmf.adverse;

import java.time.Instant;
import java.util.Map;
import org.localityvoice.notice.About;
import org.localityvoice.notice.Notice;

/** Tells the managers of a locality of an adverse movement, by the inbox. */
final class AdverseNotice {
  private static final String PREFIX = "measure.";

  private AdverseNotice() {}

  static Notice of(
      AdverseReport seen, AdverseMovement one, Map<String, String> title, Instant now) {
    var measure = new About.Measured(one.measure(), title, seen.period());
    var code = PREFIX + one.reason().slug();
    return Notice.toManagers(About.measure(code, seen.locality(), now, measure));
  }
}
