package org.localityvoice.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** What a plan of a session must fit. Pure. */
final class PlanChecks {
  /** Nobody plans farther ahead; it keeps the diaries small. */
  static final Duration AHEAD = Duration.ofDays(2 * 366);

  private final EventCatalogue catalogue;
  private final ZoneId zone;
  private final Instant now;

  PlanChecks(EventCatalogue catalogue, ZoneId zone, Instant now) {
    this.catalogue = catalogue;
    this.zone = zone;
    this.now = now;
  }

  /**
   * The space of a plan.
   *
   * @param before the session as it is, if there is one: what stays as it is need not fit anew
   * @param at JSON pointer of the plan in the request
   * @throws Problem with every fault of the plan
   */
  Venue.Space check(Plan plan, Optional<Session> before, String at) {
    var faults = new ArrayList<Violation>();
    var slot = plan.slot();
    var sameSpace =
        before.map(Session::plan).map(Plan::space).filter(plan.space()::equals).isPresent();
    var venue = catalogue.venue(slot.venueId()).filter(one -> sameSpace || !one.retired());
    var space = venue.flatMap(one -> one.space(slot.spaceId()));
    if (venue.isEmpty()) {
      faults.add(Violation.at(at + "/venue", "no-such-venue"));
    } else if (space.isEmpty()) {
      faults.add(Violation.at(at + "/space", "no-such-space"));
    }
    space
        .filter(one -> plan.terms().capacity() > one.capacity())
        .ifPresent(
            one -> faults.add(Violation.at(at + "/capacity", "space-holds", one.capacity())));
    faults.addAll(times(slot, before.map(Session::slot), at));
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return space.orElseThrow();
  }

  private List<Violation> times(Slot slot, Optional<Slot> before, String at) {
    var faults = new ArrayList<Violation>();
    var sameStart = before.map(Slot::startsAt).filter(slot.startsAt()::equals).isPresent();
    if (!sameStart && !slot.startsAt().isAfter(now)) {
      faults.add(Violation.at(at + "/starts", "time-past"));
    } else if (!slot.endsAt().isAfter(now)) {
      faults.add(Violation.at(at + "/ends", "time-past"));
    }
    if (slot.startsAt().isAfter(now.plus(AHEAD))) {
      faults.add(Violation.at(at + "/starts", "too-far-ahead", AHEAD.toDays()));
    }
    return faults;
  }

  /** Refuses a change of what is over or cancelled, or of the pool that people have places in. */
  void checkChange(Session session, Plan plan) {
    if (session.status() == SessionStatus.CANCELLED) {
      throw Problem.conflict("session-cancelled");
    }
    if (session.isOver(now)) {
      throw Problem.conflict(SessionService.OVER);
    }
    if (session.listed()
        && !plan.allotmentId(session.id(), session.organiser(), zone)
            .equals(session.allotmentId())) {
      throw Problem.conflict("session-keeps-pool");
    }
  }
}
