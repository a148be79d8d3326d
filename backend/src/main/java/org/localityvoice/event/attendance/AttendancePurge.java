package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.UUID;
import org.localityvoice.event.people.ConsentListener;
import org.localityvoice.event.people.ConsentWithdrawn;
import org.localityvoice.mongo.Decision;

/**
 * Removes what has been kept long enough, and notes how much: doors with their keys and devices a
 * month after the session, and at the end of the next financial year who it was that came. What is
 * left of an attendance then is where, how old and from where, under an id that leads to nobody
 * since the secret it came from is gone.
 */
final class AttendancePurge implements ConsentListener {
  private static final int AT_ONCE = 200;

  private final AttendanceStore store;
  private final DoorStore doors;
  private final ItemClaimStore claims;
  private final WalkInPassStore passes;
  private final IncidentStore incidents;
  private final DoorAuditStore audit;
  private final InstantSource clock;

  AttendancePurge(
      AttendanceStore store,
      DoorStore doors,
      ItemClaimStore claims,
      WalkInPassStore passes,
      IncidentStore incidents,
      DoorAuditStore audit,
      InstantSource clock) {
    this.store = store;
    this.doors = doors;
    this.claims = claims;
    this.passes = passes;
    this.incidents = incidents;
    this.audit = audit;
    this.clock = clock;
  }

  /** Removes all that is due. */
  Future<Void> run() {
    return doors(0)
        .compose(done -> rows(0))
        .compose(done -> incidents.purge(clock.instant()))
        .compose(count -> note("incidents", count));
  }

  private Future<Void> doors(int before) {
    return doors
        .toPurge(clock.instant(), AT_ONCE)
        .compose(
            due -> {
              var done = Future.<Void>succeededFuture();
              for (var door : due) {
                // The door last: as long as it is there, the rest is found again.
                done =
                    done.compose(one -> claims.removeOf(door.id()))
                        .compose(one -> passes.removeOf(door.id()))
                        .compose(one -> doors.remove(door.id()));
              }
              var all = before + due.size();
              return done.compose(
                  one -> due.size() < AT_ONCE ? note(Door.COLLECTION, all) : doors(all));
            });
  }

  private Future<Void> rows(int before) {
    return store
        .toPurge(clock.instant(), AT_ONCE)
        .compose(
            due -> {
              var done = Future.<Void>succeededFuture();
              for (var row : due) {
                done = done.compose(one -> bare(row.id()));
              }
              var all = before + due.size();
              return done.compose(
                  one -> due.size() < AT_ONCE ? note(Attendance.COLLECTION, all) : rows(all));
            });
  }

  private Future<Void> bare(String id) {
    return store
        .<Boolean>change(
            id,
            seen ->
                seen.participant() == null
                    ? Decision.keep(false)
                    : Decision.replace(seen.bare(), true))
        .mapEmpty();
  }

  private Future<Void> note(String what, int count) {
    return count == 0
        ? Future.succeededFuture()
        : audit.add(
            new DoorAuditStore.Purge(UUID.randomUUID().toString(), clock.instant(), what, count));
  }

  /** Of somebody who was removed nothing is kept that leads to them. */
  @Override
  public Future<Void> withdrawn(ConsentWithdrawn what) {
    return what.purpose() == null ? forget(what.participant()) : Future.succeededFuture();
  }

  private Future<Void> forget(String participant) {
    return store
        .ofParticipant(participant, AT_ONCE)
        .compose(
            rows -> {
              var done = Future.<Void>succeededFuture();
              for (var row : rows) {
                done = done.compose(one -> bare(row.id()));
              }
              return done.compose(
                  one -> rows.size() < AT_ONCE ? Future.succeededFuture() : forget(participant));
            });
  }
}
