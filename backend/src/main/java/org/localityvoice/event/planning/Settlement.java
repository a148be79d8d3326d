package org.localityvoice.event.planning;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was said of a clash settles it. It does where both sides have answered and both
 * stay, or one of them at least gives way; a manager's decision does by itself. Two mergers settle
 * it only where the same session goes. Whoever gives way is not published before they have: what
 * they said is a promise, and the clash is still there. Pure.
 */
final class Settlement {
  private Settlement() {}

  /** Whether it is settled what is to become of it. */
  static boolean settled(Clash clash) {
    if (clash.decided() != null) {
      return true;
    }
    var one = clash.sides().get(0);
    var other = clash.sides().get(1);
    if (one.said() == null || other.said() == null || mergersDiffer(one.said(), other.said())) {
      return false;
    }
    return (one.accepts() && other.accepts()) || givesWay(clash, one) || givesWay(clash, other);
  }

  /** Whether an event may be published with that session in spite of the clash. */
  static boolean mayGoOn(Clash clash, Side side) {
    return clash.state() == ClashState.GONE || (settled(clash) && !givesWay(clash, side));
  }

  /** Whether both sessions stay for good. */
  static boolean bothStay(Clash clash) {
    return settled(clash) && clash.sides().stream().noneMatch(side -> givesWay(clash, side));
  }

  private static boolean givesWay(Clash clash, Side side) {
    // Each says by itself whether it stays. That the other one ought to go is only a wish.
    var said = clash.decided() != null ? clash.decided() : side.said();
    return names(said, side.session());
  }

  private static boolean names(@Nullable Said said, String session) {
    return Optional.ofNullable(said).map(Said::givesWay).filter(session::equals).isPresent();
  }

  private static boolean mergersDiffer(Said one, Said other) {
    return one.resolution() == Resolution.MERGED
        && other.resolution() == Resolution.MERGED
        && !Objects.equals(one.givesWay(), other.givesWay());
  }
}
