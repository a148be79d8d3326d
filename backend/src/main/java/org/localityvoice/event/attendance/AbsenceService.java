package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Session;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;

/** Shows the organiser who did not come, so that somebody can ask why; for a day. */
final class AbsenceService {
  private final DoorAccess access;
  private final AttendanceStore store;
  private final DoorAuditStore audit;
  private final People people;
  private final InstantSource clock;

  AbsenceService(
      DoorAccess access,
      AttendanceStore store,
      DoorAuditStore audit,
      People people,
      InstantSource clock) {
    this.access = access;
    this.store = store;
    this.audit = audit;
    this.people = people;
    this.clock = clock;
  }

  /** Somebody who did not come. */
  record Missing(Attendance attendance, Participant who) {
    /** Without who it is. */
    @Override
    public String toString() {
      return "missing";
    }
  }

  /**
   * A page of them.
   *
   * @param count how many there are in all
   * @param next where it ended; absent when it is the last
   */
  record Page(int count, List<Missing> items, Optional<String> next) {}

  /** A page; fails with not-found for whoever may not see it, or not now. */
  Future<Page> list(Caller caller, String sessionId, String after, int limit) {
    return access
        .open(sessionId, caller)
        .compose(
            session -> {
              if (!session.isOver(clock.instant())) {
                throw Problem.notFound();
              }
              return store
                  .flagged(sessionId, Attendance.MOST_IN_SESSION)
                  .compose(all -> page(caller, session, all, after, limit));
            });
  }

  /** Managers are told how many they are; who they are is between the organiser and families. */
  private Future<Page> page(
      Caller caller, Session session, List<Attendance> all, String after, int limit) {
    if (!DoorAccess.runs(caller, session)) {
      return Future.succeededFuture(new Page(all.size(), List.of(), Optional.empty()));
    }
    var rest = all.stream().filter(one -> one.id().compareTo(after) > 0).toList();
    var rows = rest.subList(0, Math.min(limit, rest.size()));
    var next =
        rest.size() > limit ? Optional.of(rows.get(limit - 1).id()) : Optional.<String>empty();
    return named(caller, session.id(), rows).map(named -> new Page(all.size(), named, next));
  }

  private Future<List<Missing>> named(Caller caller, String sessionId, List<Attendance> rows) {
    var found =
        rows.stream()
            .map(row -> people.find(Optional.ofNullable(row.participant()).orElse("")))
            .toList();
    return Future.all(found)
        .compose(
            all -> {
              var missing = new ArrayList<Missing>();
              for (var i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                found.get(i).result().ifPresent(who -> missing.add(new Missing(row, who)));
              }
              var children =
                  missing.stream()
                      .filter(one -> one.attendance().age().under18())
                      .map(one -> one.who().id())
                      .toList();
              return audit
                  .add(
                      RosterService.read(
                          DoorAccess.signing(caller),
                          sessionId,
                          "no-shows",
                          children,
                          clock.instant()))
                  .map(noted -> missing);
            });
  }
}
