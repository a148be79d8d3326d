package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.allocation.Policy;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Changes or cancels many sessions of an event, each by itself. */
final class BulkService {
  private final SessionStore sessions;
  private final SessionService service;
  private final ZoneId zone;

  BulkService(SessionStore sessions, SessionService service, ZoneId zone) {
    this.sessions = sessions;
    this.service = service;
    this.zone = zone;
  }

  /** How sessions are to be; what is absent stays. */
  record Wish(
      @Nullable LocalTime starts,
      @Nullable LocalTime ends,
      @Nullable String venueId,
      @Nullable String spaceId,
      @Nullable Integer capacity,
      @Nullable Integer poolCapacity,
      @Nullable Policy policy) {

    /** The plan of a session on its own day, with what is wished. */
    Plan applied(Session session, ZoneId zone) {
      var slot = session.slot();
      var venue = venueId == null ? slot.venueId() : venueId;
      var space = spaceId == null ? slot.spaceId() : spaceId;
      var terms = session.terms();
      return new Plan(
          starts == null && ends == null
              ? new Slot(slot.startsAt(), slot.endsAt(), venue, space)
              : moved(slot, zone, venue, space),
          new Terms(
              capacity == null ? terms.capacity() : capacity,
              poolCapacity == null ? terms.poolCapacity() : poolCapacity,
              policy == null ? terms.policy() : policy));
    }

    /**
     * A wish for one end alone leaves the other on its day: nobody wants a session to last until
     * the next day because it begins later than it used to end.
     */
    private Slot moved(Slot slot, ZoneId zone, String venue, String space) {
      var from = slot.startsAt().atZone(zone).toLocalDateTime();
      var to = slot.endsAt().atZone(zone).toLocalDateTime();
      var wanted =
          LocalSpan.on(
              from.toLocalDate(),
              starts == null ? from.toLocalTime() : starts,
              ends == null ? to.toLocalTime() : ends);
      var sameDay = wanted.ends().toLocalDate().equals(to.toLocalDate());
      if ((starts == null || ends == null) && !sameDay) {
        throw EventRequests.fault(starts == null ? "/to/ends" : "/to/starts", "end-after-start");
      }
      return wanted.in(zone, venue, space);
    }
  }

  /**
   * What became of one session.
   *
   * @param refusal why nothing was changed
   */
  record Verdict(String session, boolean changed, Optional<Problem> refusal) {}

  /**
   * Changes sessions, one after the other, in the order given.
   *
   * @param wish absent to cancel them
   * @return a verdict for each; fails only when the store does
   */
  Future<List<Verdict>> change(Event event, List<String> ids, Optional<Wish> wish, Caller caller) {
    var done = Future.<List<Verdict>>succeededFuture(new ArrayList<>());
    for (var id : ids) {
      done =
          done.compose(
              verdicts ->
                  one(event, id, wish, caller)
                      .map(
                          verdict -> {
                            verdicts.add(verdict);
                            return verdicts;
                          }));
    }
    return done;
  }

  private Future<Verdict> one(Event event, String id, Optional<Wish> wish, Caller caller) {
    return sessions
        .find(id)
        .compose(
            found -> {
              if (found.filter(one -> one.eventId().equals(event.id())).isEmpty()) {
                throw Problem.notFound();
              }
              return wish.map(
                      to ->
                          service.change(
                              id, one -> to.applied(one, zone), Optional.empty(), caller, "/to"))
                  .orElseGet(() -> service.cancel(id));
            })
        .map(put -> new Verdict(id, put.changed(), Optional.empty()))
        .recover(
            failure ->
                failure instanceof Problem problem && problem.type() != ProblemType.UNAVAILABLE
                    ? Future.succeededFuture(new Verdict(id, false, Optional.of(problem)))
                    : Future.failedFuture(failure));
  }
}
