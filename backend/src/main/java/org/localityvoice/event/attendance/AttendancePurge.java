package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.PurgeLog;
import org.localityvoice.event.people.ConsentListener;
import org.localityvoice.event.people.ConsentWithdrawn;
import org.localityvoice.event.people.HeldRecords;
import org.localityvoice.mongo.Decision;
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Pages;

/**
 * Removes what has been kept long enough, and notes how much: doors with their keys and devices a
 * month after the session, and at the end of the next financial year who it was that came. What is
 * left of an attendance then is where, how old and from where, under an id that leads to nobody
 * since the secret it came from is gone. What an incident holds stays.
 */
final class AttendancePurge implements ConsentListener {
  private static final int AT_ONCE = 200;

  private final AttendanceStore store;
  private final DoorStore doors;
  private final ItemClaimStore claims;
  private final WalkInPassStore passes;
  private final PurgeLog log;
  private final HeldRecords held;
  private final InstantSource clock;

  AttendancePurge(
      AttendanceStore store,
      DoorStore doors,
      ItemClaimStore claims,
      WalkInPassStore passes,
      PurgeLog log,
      HeldRecords held,
      InstantSource clock) {
    this.store = store;
    this.doors = doors;
    this.claims = claims;
    this.passes = passes;
    this.log = log;
    this.held = held;
    this.clock = clock;
  }

  /** Removes all that is due. */
  Future<Void> run() {
    return doors().compose(done -> rows());
  }

  private Future<Void> doors() {
    return doors
        .toPurge(clock.instant(), AT_ONCE)
        .compose(
            due ->
                InTurn.each(due, this::remove)
                    .compose(done -> log.removed(Door.COLLECTION, due.size()))
                    .compose(noted -> due.size() < AT_ONCE ? Future.succeededFuture() : doors()));
  }

  /** The door last: as long as it is there, the rest is found again. */
  private Future<Void> remove(Door door) {
    return claims
        .removeOf(door.id())
        .compose(done -> passes.removeOf(door.id()))
        .compose(done -> doors.remove(door.id()));
  }

  private Future<Void> rows() {
    return Pages.<Attendance>each(
        AT_ONCE,
        after -> store.toPurge(clock.instant(), after, AT_ONCE),
        page ->
            held.free(page, AttendancePurge::session, AttendancePurge::who)
                .compose(
                    free ->
                        InTurn.each(free, one -> bare(one.id()))
                            .compose(done -> log.removed(Attendance.COLLECTION, free.size()))));
  }

  private static String session(Attendance row) {
    return Optional.ofNullable(row.session()).orElse("");
  }

  private static List<String> who(Attendance row) {
    return Optional.ofNullable(row.participant()).stream().toList();
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

  /** Of somebody who was removed nothing is kept that leads to them, but what an incident holds. */
  @Override
  public Future<Void> withdrawn(ConsentWithdrawn what) {
    return what.purpose() == null ? forget(what.participant()) : Future.succeededFuture();
  }

  private Future<Void> forget(String participant) {
    return Pages.<Attendance>each(
        AT_ONCE,
        after -> store.ofParticipant(participant, after, AT_ONCE),
        page ->
            held.free(page, AttendancePurge::session, AttendancePurge::who)
                .compose(free -> InTurn.each(free, one -> bare(one.id()))));
  }
}
