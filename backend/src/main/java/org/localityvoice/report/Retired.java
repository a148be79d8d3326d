package org.localityvoice.report;

import java.util.List;
import java.util.Map;
import org.localityvoice.locality.Anonymity;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.CategoryGroup;
import org.localityvoice.locality.Escalation;
import org.localityvoice.locality.Moderation;
import org.localityvoice.locality.Priority;
import org.localityvoice.locality.Promise;
import org.localityvoice.locality.Routing;
import org.localityvoice.locality.Similar;
import org.localityvoice.locality.Text;

/**
 * The rules for what is under way in a category that has left the area file: it is dealt with to
 * the end like anything else, within two working weeks, but nothing more of it is shown to the
 * public.
 */
final class Retired {
  private static final Promise TWO_WEEKS = new Promise(Priority.NORMAL, 10, 0, 2);

  private Retired() {}

  /** A category of that id, which takes no new reports. */
  static Category category(String id) {
    var words = new Text(Map.of("en", id));
    return new Category(
        id,
        words,
        words,
        new CategoryGroup(id, words),
        List.of(),
        false,
        Anonymity.ALLOWED,
        Moderation.NEVER_PUBLISHED,
        Moderation.NEVER_PUBLISHED,
        0,
        Priority.NORMAL,
        Similar.USUAL,
        List.of(),
        List.of(),
        new Routing(Escalation.MANAGER, Map.of()),
        List.of(TWO_WEEKS),
        Escalation.USUAL);
  }
}
