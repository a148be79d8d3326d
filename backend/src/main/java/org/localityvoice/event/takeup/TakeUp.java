package org.localityvoice.event.takeup;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.takeup.Visits.NoShows;
import org.localityvoice.perception.disclosure.Rules;

/**
 * The take-up of a locality and quarter as it is told, counted once and never again: two versions
 * of it could be held against each other.
 *
 * @param id made of locality and period
 * @param locality where the sessions were
 * @param sessions that took place
 * @param withAttendance of these, at which somebody noted who came; the figures are of them
 * @param noShows absent where that would be told of too few, like {@code waitedInVain}
 * @param waitedInVain how many times somebody waited for a session that began without them
 */
public record TakeUp(
    @BsonId String id,
    String locality,
    String period,
    Instant countedAt,
    int sessions,
    int withAttendance,
    Table table,
    @Nullable NoShows noShows,
    @Nullable Integer waitedInVain) {

  static final String COLLECTION = "event_takeup";

  static String id(String locality, Quarter quarter) {
    return locality + "/" + quarter.name();
  }

  /**
   * What is told of what was counted.
   *
   * @param homes every locality there is
   */
  static TakeUp of(
      String locality,
      Quarter quarter,
      Visits visits,
      List<String> homes,
      Rules rules,
      Instant now) {
    var table = Suppressed.of(visits.people(), homes, rules);
    return new TakeUp(
        id(locality, quarter),
        locality,
        quarter.name(),
        now,
        visits.sessions(),
        visits.withAttendance(),
        table,
        // Nobody comes more often than there were visits: that would be a bound on a hidden total.
        table.people() == null ? null : visits.noShows(rules.fewest()),
        visits.inVain(rules.fewest()));
  }
}
