package org.localityvoice.event.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.notice.Notice;
import org.localityvoice.outbox.Outgoing;

/** The next version of a clash in the making. */
final class ClashChange {
  private final Clash seen;
  private final Instant now;
  private final OfficeTime time;
  private final List<String> notices = new ArrayList<>();
  private Clash made;

  ClashChange(Clash seen, OfficeTime time, Instant now) {
    this.seen = seen;
    this.made = seen;
    this.time = time;
    this.now = now;
  }

  /** Begins a round: nothing has been said yet, and both sides are told. */
  void opens(Pairing pairing) {
    var sides = List.of(Side.of(pairing.first()), Side.of(pairing.second()));
    var startsAt = pairing.startsAt();
    made =
        new Clash(
            seen.id(),
            seen.version(),
            seen.pair(),
            sides.stream().map(Side::locality).distinct().toList(),
            pairing.code(),
            ClashState.OPEN,
            seen.round() + 1,
            sides,
            null,
            now,
            time.answerBy(now, startsAt),
            startsAt,
            false,
            null,
            seen.applied(),
            seen.outbox(),
            seen.outboxSince());
    tells(sides, ClashNotice.FOUND, null);
  }

  /** Takes over what is different without making a difference, such as a title. */
  void refreshes(Pairing pairing) {
    var sides =
        List.of(
            Side.of(pairing.first()).saying(made.sides().get(0).said()),
            Side.of(pairing.second()).saying(made.sides().get(1).said()));
    set(made.state(), sides, made.decided(), made.managersTold());
  }

  /** A side says what is to become of it; one organiser speaks for both its sessions. */
  void says(Side side, Said said) {
    var other = made.across(side);
    var sides = new ArrayList<Side>();
    for (var one : made.sides()) {
      if (one.session().equals(side.session())) {
        sides.add(one.saying(said));
      } else if (one.organiser().equals(side.organiser())) {
        sides.add(one.saying(new Said(Resolution.ACCEPTED, null, said.reason(), said.by(), now)));
      } else {
        sides.add(one);
      }
    }
    set(made.state(), sides, made.decided(), made.managersTold());
    if (!other.organiser().equals(side.organiser())) {
      tells(List.of(other), ClashNotice.ANSWERED, said.by().uid());
    }
  }

  /** The manager decides. */
  void decides(Said said) {
    set(made.state(), made.sides(), said, made.managersTold());
    tells(made.sides(), ClashNotice.DECIDED, said.by().uid());
  }

  void ends() {
    set(ClashState.GONE, made.sides(), made.decided(), made.managersTold());
  }

  void tellsManagers() {
    set(made.state(), made.sides(), made.decided(), true);
    notices.addAll(ClashNotice.toManagers(made, time, now));
  }

  private void tells(List<Side> sides, String code, @Nullable String actor) {
    notices.addAll(ClashNotice.toSides(made, sides, code, actor, time, now));
  }

  /** The next version; its state and when it wakes follow from what was said. */
  Clash next(List<Clash.Applied> applied) {
    var state = state();
    var pending = Stream.concat(seen.outbox().stream(), effects()).toList();
    return new Clash(
        made.id(),
        seen.version() + 1,
        made.pair(),
        made.localities(),
        made.code(),
        state,
        made.round(),
        made.sides(),
        made.decided(),
        made.openedAt(),
        made.answerBy(),
        made.startsAt(),
        made.managersTold(),
        wakeAt(state),
        applied,
        pending,
        pending.isEmpty() || seen.outboxSince() != null ? seen.outboxSince() : now);
  }

  private ClashState state() {
    if (made.state() == ClashState.GONE) {
      return ClashState.GONE;
    }
    return Settlement.settled(made) ? ClashState.RESOLVED : ClashState.OPEN;
  }

  private @Nullable Instant wakeAt(ClashState state) {
    if (state == ClashState.GONE || Settlement.bothStay(made)) {
      return null;
    }
    return made.managersTold() ? made.startsAt() : made.answerBy();
  }

  private Stream<Outgoing> effects() {
    var effects = new ArrayList<Outgoing>();
    for (var payload : notices) {
      var id =
          DerivedId.of(
              "event-clash-notice",
              seen.id(),
              String.valueOf(seen.version() + 1),
              String.valueOf(effects.size()));
      effects.add(new Outgoing(id, Notice.KIND, payload));
    }
    return effects.stream();
  }

  private void set(ClashState state, List<Side> sides, @Nullable Said decided, boolean told) {
    made =
        new Clash(
            made.id(),
            made.version(),
            made.pair(),
            made.localities(),
            made.code(),
            state,
            made.round(),
            sides,
            decided,
            made.openedAt(),
            made.answerBy(),
            made.startsAt(),
            told,
            made.wakeAt(),
            made.applied(),
            made.outbox(),
            made.outboxSince());
  }
}
