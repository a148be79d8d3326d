package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.event.Session;
import org.localityvoice.event.attendance.Guest.Place;
import org.localityvoice.event.attendance.Guests.Expected;

/**
 * Those who are not expected any more and have been here all the same: their place went while they
 * were inside. They have to be found until they have left.
 */
final class Insiders {
  private final AttendanceStore store;

  Insiders(AttendanceStore store) {
    this.store = store;
  }

  /**
   * Those who are expected, and of some names those who have been here.
   *
   * @param names at the door, whoever they may be
   */
  Future<Map<String, Expected>> with(
      Session session, Map<String, Expected> expected, Collection<String> names) {
    var strangers = names.stream().filter(one -> !expected.containsKey(one)).distinct().toList();
    return strangers.isEmpty()
        ? Future.succeededFuture(expected)
        : store.find(strangers).map(rows -> added(session, expected, rows));
  }

  /** The same with everybody who has come and not left yet. */
  Future<Map<String, Expected>> withThoseInside(Session session, Map<String, Expected> expected) {
    return store
        .ofSession(session.id(), Attendance.MOST_IN_SESSION)
        .map(
            rows ->
                added(
                    session,
                    expected,
                    rows.stream()
                        .filter(row -> row.presence().in().isPresent())
                        .filter(row -> row.presence().out().isEmpty())
                        .toList()));
  }

  private static Map<String, Expected> added(
      Session session, Map<String, Expected> expected, List<Attendance> rows) {
    var all = new HashMap<>(expected);
    for (var row : rows) {
      var who = row.participant();
      if (session.id().equals(row.session()) && who != null && !row.entries().isEmpty()) {
        var registration = Optional.ofNullable(row.registration()).orElse("");
        var here = new Expected(row.id(), who, registration, Place.GONE);
        all.merge(row.id(), here, (old, fresh) -> old.place() == Place.PLACED ? old : fresh);
      }
    }
    return all;
  }
}
