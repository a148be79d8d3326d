package org.localityvoice.pmf.adverse;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * The central measures that have moved the wrong way, by the latest statement of a locality and
 * period.
 *
 * @param id {@code <locality>/<period>}
 * @param revision of the statement that was looked through
 */
public record AdverseReport(
    @BsonId String id,
    long version,
    String locality,
    String period,
    int revision,
    Instant at,
    List<AdverseMovement> movements,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  public AdverseReport {
    movements = List.copyOf(movements);
    outbox = List.copyOf(outbox);
  }

  static AdverseReport none(String locality, String period, Instant at) {
    var id = locality + "/" + period;
    return new AdverseReport(id, 0, locality, period, 0, at, List.of(), List.of(), null);
  }

  /** Whether that measure was found for that reason already. */
  boolean knows(AdverseMovement one) {
    return movements.stream()
        .anyMatch(known -> known.measure().equals(one.measure()) && known.reason() == one.reason());
  }

  /** The same after a later statement. */
  AdverseReport next(
      int statement, List<AdverseMovement> found, List<Outgoing> notices, Instant now) {
    var pending = Stream.concat(outbox.stream(), notices.stream()).toList();
    return new AdverseReport(
        id,
        version + 1,
        locality,
        period,
        statement,
        now,
        found,
        pending,
        pending.isEmpty() || outboxSince != null ? outboxSince : now);
  }
}
