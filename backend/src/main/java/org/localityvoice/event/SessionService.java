package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.event.Diary.Claim;
import org.localityvoice.event.Diary.Entry;
import org.localityvoice.event.Spaces.Claimed;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Changes sessions. The time in the space is claimed before a session is written, and what it had
 * before is given back afterwards; see {@link Spaces}.
 */
final class SessionService {
  /** The code of the refusal to change what is over. */
  static final String OVER = "session-over";

  private static final int MOST_TRIES = 5;

  private final SessionStore sessions;
  private final EventCatalogues catalogues;
  private final Spaces spaces;
  private final SpaceClaims claims;
  private final InstantSource clock;
  private final ZoneId zone;

  SessionService(
      SessionStore sessions,
      EventCatalogues catalogues,
      Spaces spaces,
      InstantSource clock,
      ZoneId zone) {
    this.sessions = sessions;
    this.catalogues = catalogues;
    this.spaces = spaces;
    claims = new SpaceClaims(spaces, sessions);
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * What became of a session.
   *
   * @param created whether it was made just now
   * @param changed whether it is different from before
   */
  record Put(Session session, boolean created, boolean changed) {}

  /** Brings a session to what its event is about now, and cancels it if the event is. */
  Future<Void> followEvent(String id, Event event) {
    return sessions
        .change(
            id,
            session -> {
              if (session.eventEdition() >= event.edition() || session.isOver(clock.instant())) {
                return Decision.<Session, Boolean>keep(false);
              }
              return Decision.replace(session.about(event), true);
            })
        .compose(
            done ->
                event.state() == EventState.CANCELLED
                    ? cancelUnlessOver(id)
                    : Future.succeededFuture());
  }

  /** Cancels a session with its event; one that is over took place, whatever is said now. */
  Future<Void> cancelUnlessOver(String id) {
    return cancel(id)
        .<Void>mapEmpty()
        .recover(
            failure ->
                failure instanceof Problem problem && problem.code().equals(OVER)
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  /**
   * Changes a session.
   *
   * @param wanted how it is to be, given how it is
   * @param seen the edition that is meant; absent for whichever there is
   * @param at JSON pointer of the plan in the request
   */
  Future<Put> change(
      String id, Function<Session, Plan> wanted, Optional<Long> seen, Caller caller, String at) {
    return change(id, wanted, seen, caller, at, 1);
  }

  private Future<Put> change(
      String id,
      Function<Session, Plan> wanted,
      Optional<Long> seen,
      Caller caller,
      String at,
      int attempt) {
    return Future.all(sessions.find(id), catalogues.get())
        .compose(
            both -> {
              Optional<Session> found = both.resultAt(0);
              var session = found.orElseThrow(Problem::notFound);
              var plan = wanted.apply(session);
              if (plan.equals(session.plan())) {
                return Future.succeededFuture(Optional.of(new Put(session, false, false)));
              }
              var checks = new PlanChecks(both.resultAt(1), zone, clock.instant());
              checks.checkChange(session, plan);
              if (seen.isPresent() && seen.get() != session.edition()) {
                throw Problem.of(ProblemType.PRECONDITION_FAILED);
              }
              var space = checks.check(plan, Optional.of(session), at);
              return plan.slot().equals(session.slot())
                  ? write(session, plan)
                  : move(session, plan, space.setUp(), caller);
            })
        .compose(
            done -> {
              if (done.isPresent()) {
                return sessions.sharePool(done.get().session()).map(done.get());
              }
              return attempt < MOST_TRIES
                  ? change(id, wanted, seen, caller, at, attempt + 1)
                  : Future.failedFuture(
                      Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1)));
            });
  }

  private Future<Optional<Put>> move(Session session, Plan plan, Duration setUp, Caller caller) {
    var from = session.plan().space();
    return spaces
        .held(from, session.id())
        .compose(
            held ->
                claims
                    .claim(
                        plan.space(), List.of(new Claim(session.id(), plan.slot())), setUp, caller)
                    .compose(
                        claimed ->
                            write(session, plan)
                                .compose(
                                    done ->
                                        giveBack(session.id(), from, held, claimed, done)
                                            .map(done))));
  }

  private Future<Void> giveBack(
      String id, String from, List<Entry> held, Claimed claimed, Optional<Put> done) {
    if (done.isPresent()) {
      var before = new ArrayList<>(claimed.before());
      before.addAll(from.equals(claimed.space()) ? held : List.of());
      return spaces
          .release(claimed.space(), before)
          .compose(
              released ->
                  from.equals(claimed.space())
                      ? Future.succeededFuture()
                      : spaces.release(from, held));
    }
    // Somebody else was faster; unless they want the very same, what was taken is not needed.
    return sessions
        .find(id)
        .compose(
            now ->
                now.filter(one -> stands(one, claimed)).isPresent()
                    ? Future.succeededFuture()
                    : spaces.release(claimed.space(), claimed.taken()));
  }

  private static boolean stands(Session session, Claimed claimed) {
    return claimed.taken().stream().anyMatch(one -> Spaces.stands(session, one, claimed.space()));
  }

  /** Writes a plan if nobody has changed the session since; empty if somebody has. */
  private Future<Optional<Put>> write(Session seen, Plan plan) {
    return sessions.change(
        seen.id(),
        session -> {
          if (session.edition() != seen.edition()) {
            return Decision.keep(Optional.empty());
          }
          var next = session.planned(plan, zone, now());
          return Decision.replace(next, Optional.of(new Put(next, false, true)));
        });
  }

  /** Cancels a session that is not over, and gives its space back. */
  Future<Put> cancel(String id) {
    return sessions
        .change(
            id,
            session -> {
              if (session.status() == SessionStatus.CANCELLED) {
                return Decision.keep(new Put(session, false, false));
              }
              if (session.isOver(clock.instant())) {
                throw Problem.conflict(OVER);
              }
              var next = session.cancelled(now());
              return Decision.replace(next, new Put(next, false, true));
            })
        .compose(
            put -> {
              var space = put.session().plan().space();
              return spaces
                  .held(space, id)
                  .compose(held -> spaces.release(space, held))
                  .map(released -> put);
            });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
