package org.localityvoice.event.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What others know of an allotment: they see effects only. An effect that tells them nothing new,
 * or comes out of turn, is an error.
 */
final class Projection {
  /** A registration as others know it. */
  record Row(String standing, List<String> participants, int skipped) {}

  private final Map<String, Row> rows = new TreeMap<>();
  private final Map<String, EndReason> ended = new HashMap<>();
  private long number;

  void take(PlacesEffect effect) {
    assertThat(effect.number()).isEqualTo(++number);
    if (effect.registration() != null) {
      take(effect.session() + "/" + effect.registration(), effect);
    }
  }

  private void take(String key, PlacesEffect effect) {
    assertThat(ended).as("nothing happens to what has ended").doesNotContainKey(key);
    var before = rows.get(key);
    var skipped = before == null ? 0 : before.skipped();
    if (effect.what() instanceof Transition.HasEnded end) {
      assertThat(rows.remove(key)).as("ends once").isNotNull();
      ended.put(key, end.reason());
    } else if (effect.what() instanceof Transition.Skipped) {
      rows.put(key, new Row("Waiting", effect.participants(), skipped + 1));
      assertThat(before).extracting(Row::standing).isEqualTo("Waiting");
    } else {
      var standing =
          effect.what() instanceof Transition.PartyChanged
              ? before.standing()
              : standing(effect.what());
      var after = new Row(standing, effect.participants(), skipped);
      assertThat(after).as("an effect says something new").isNotEqualTo(before);
      rows.put(key, after);
    }
  }

  private static String standing(Transition what) {
    return what instanceof Transition.Waitlisted ? "Waiting" : what.getClass().getSimpleName();
  }

  Map<String, Row> rows() {
    return rows;
  }

  Map<String, EndReason> ended() {
    return ended;
  }

  /** The same, read from the allotment itself. */
  static Map<String, Row> of(Allotment allotment) {
    var rows = new TreeMap<String, Row>();
    for (var session : allotment.sessions()) {
      for (var one : session.bookings()) {
        rows.put(
            session.id() + "/" + one.registration(),
            new Row(one.standing().getClass().getSimpleName(), one.participants(), one.skipped()));
      }
    }
    return rows;
  }
}
