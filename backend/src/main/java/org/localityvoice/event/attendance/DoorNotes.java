package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.localityvoice.event.PurgeLog;
import org.localityvoice.event.people.HeldRecords;
import org.localityvoice.schedule.FinancialYear;
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Pages;

/**
 * Ends the notes of doors: who has looked at who is to come goes with the attendance that it is
 * about, at the end of the financial year after its own; what went wrong goes on the day that was
 * set for it, with who has read it. What an incident holds stays, and so does that incident.
 */
final class DoorNotes {
  private static final int AT_ONCE = 200;

  private final IncidentStore incidents;
  private final DoorAuditStore audit;
  private final PurgeLog log;
  private final HeldRecords held;
  private final InstantSource clock;
  private final ZoneId zone;

  DoorNotes(
      IncidentStore incidents,
      DoorAuditStore audit,
      PurgeLog log,
      HeldRecords held,
      InstantSource clock,
      ZoneId zone) {
    this.incidents = incidents;
    this.audit = audit;
    this.log = log;
    this.held = held;
    this.clock = clock;
    this.zone = zone;
  }

  /** Removes all that is due, and notes how much. */
  Future<Void> purge() {
    return rosterReads().compose(done -> incidents());
  }

  /** Notes of readings; where anything is held of a session, all of who has read at its door. */
  private Future<Void> rosterReads() {
    var end = FinancialYear.keptSince(clock.instant(), zone);
    return Pages.<RosterRead>each(
        AT_ONCE,
        after -> audit.rosterReads(end, after, AT_ONCE),
        page ->
            unheld(page)
                .compose(audit::remove)
                .compose(count -> log.removed(DoorAuditStore.ROSTER_READS, count)));
  }

  private Future<List<RosterRead>> unheld(List<RosterRead> page) {
    var free = new HashSet<String>();
    return InTurn.each(
            page.stream().map(RosterRead::session).distinct().toList(),
            session ->
                held.anyIn(List.of(session))
                    .onSuccess(
                        any -> {
                          if (!any) {
                            free.add(session);
                          }
                        })
                    .mapEmpty())
        .map(done -> page.stream().filter(one -> free.contains(one.session())).toList());
  }

  /** Who has read a note goes before the note, so that whoever is cut off finds it again. */
  private Future<Void> incidents() {
    return Pages.<Incident>each(
        AT_ONCE,
        after -> incidents.toPurge(clock.instant(), after, AT_ONCE),
        page ->
            InTurn.each(
                    page,
                    one ->
                        audit.removeReadsOf(one.id()).compose(gone -> incidents.remove(one.id())))
                .compose(done -> log.removed("incidents", page.size())));
  }
}
