package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.localityvoice.schedule.FinancialYear;
import org.localityvoice.schedule.Pages;

/**
 * The notes of who has read what was collected end as well. They are kept to the end of the
 * financial year after the reading's: at least a year, which is how long somebody may bring a claim
 * under the Human Rights Act 1998 (section 7(5)) for a look that was none of the reader's business,
 * and long enough for whoever audits a year once it is complete. What was read is gone two weeks
 * after the session and who came is gone on the same day as these, so longer than that a note would
 * only say whose health was once of interest to whom. Where an incident holds what there is of
 * somebody in a session, the notes of who has read it stay with it.
 */
final class ReadNotes {
  private static final int AT_ONCE = 200;

  private final AuditStore audit;
  private final HeldRecords held;
  private final InstantSource clock;
  private final ZoneId zone;

  ReadNotes(AuditStore audit, HeldRecords held, InstantSource clock, ZoneId zone) {
    this.audit = audit;
    this.held = held;
    this.clock = clock;
    this.zone = zone;
  }

  /** Removes what has been kept long enough, and notes how much. */
  Future<Void> purge() {
    var end = FinancialYear.keptSince(clock.instant(), zone);
    return Pages.<ReadEntry>each(AT_ONCE, after -> audit.before(end, after, AT_ONCE), this::remove);
  }

  private Future<Void> remove(List<ReadEntry> page) {
    return held.free(page, ReadEntry::session, one -> List.of(one.participant()))
        .compose(audit::remove)
        .compose(count -> audit.removed(AuditStore.READS, count, clock.instant()));
  }
}
