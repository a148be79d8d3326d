package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.localityvoice.event.Events;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.people.HeldRecords;
import org.localityvoice.event.registration.AllDates.Phase;
import org.localityvoice.schedule.FinancialYear;
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Pages;

/**
 * Removes registrations that have been kept long enough, and notes how many. Whoever waited in vain
 * goes {@link #IN_VAIN} after the session: they were counted when it began. What was kept for a
 * package that did not come about goes {@link #UNFINISHED} after it was asked for. All others stay
 * to the end of the financial year after that of the session, like who came. Allotments forget them
 * on the same days. What an incident holds stays, and with it the allotment of that session.
 */
final class RegistrationPurge {
  /** The name of the job. */
  static final String JOB = "event.registration.purge";

  static final Duration PERIOD = Duration.ofHours(1);

  /** How long after the end of a session. */
  static final Duration IN_VAIN = Duration.ofDays(30);

  /** How long after it was asked for. */
  static final Duration UNFINISHED = Duration.ofHours(24);

  /** What could not be told for so long nobody wants to hear any more. */
  private static final Duration STALE = Duration.ofDays(30);

  private static final int AT_ONCE = 100;

  private final PastRegistrationStore store;
  private final PackageStore packages;
  private final HeldRecords held;
  private final Events events;
  private final InstantSource clock;

  RegistrationPurge(
      PastRegistrationStore store,
      PackageStore packages,
      HeldRecords held,
      Events events,
      InstantSource clock) {
    this.store = store;
    this.packages = packages;
    this.held = held;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Removes all that is due. The allotments first, since whoever finds a place there makes its row
   * anew; a package last, since it is there as long as one of its dates is.
   */
  Future<Void> run() {
    var now = clock.instant();
    var kept = FinancialYear.keptSince(now, events.zone());
    var unfinished = now.minus(UNFINISHED);
    return events
        .allotments()
        .forget(
            new Command.Forget(kept, now.minus(IN_VAIN)),
            held::anyIn,
            count -> events.purges().removed("allotments", count))
        .compose(done -> rows(Overdue.RELEASED, unfinished))
        .compose(done -> rows(Overdue.LAPSED, unfinished))
        .compose(done -> rows(Overdue.IN_VAIN, now.minus(IN_VAIN)))
        .compose(done -> rows(Overdue.PAST, kept))
        .compose(done -> packages(Phase.REFUSED, unfinished))
        .compose(done -> packages(Phase.PLACED, kept))
        .compose(done -> packages(Phase.CANCELLED, kept));
  }

  private Future<Void> rows(Overdue kind, Instant before) {
    var stale = clock.instant().minus(STALE);
    return Pages.<Registration>each(
        AT_ONCE,
        after -> store.overdue(kind, before, after, AT_ONCE),
        page ->
            held.free(page, row -> row.visit().session(), Registration::participants)
                .compose(free -> store.remove(kind, before, free, stale))
                .compose(count -> events.purges().removed(Registration.COLLECTION, count)));
  }

  /** A package is older than its dates, so those of before then have to be looked at only. */
  private Future<Void> packages(Phase phase, Instant before) {
    return Pages.<AllDates>each(
        AT_ONCE,
        after -> packages.arrived(phase, before, after, AT_ONCE),
        page ->
            without(page)
                .compose(packages::remove)
                .compose(count -> events.purges().removed(AllDates.COLLECTION, count)));
  }

  private Future<List<AllDates>> without(List<AllDates> page) {
    var free = new ArrayList<AllDates>();
    return InTurn.each(
            page,
            one ->
                store
                    .any(one.steps().stream().map(AllDates.Step::registration).toList())
                    .onSuccess(
                        any -> {
                          if (!any) {
                            free.add(one);
                          }
                        })
                    .mapEmpty())
        .map(done -> free);
  }
}
