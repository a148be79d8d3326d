package org.localityvoice.event.planning;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/** The life of a clash: found, answered, decided, opened anew, gone. Pure. */
final class ClashLife {
  private ClashLife() {}

  /**
   * What somebody says about a clash.
   *
   * @param round that they have seen
   * @param givesWay id of the session that goes, if one does
   */
  record Wanted(
      int round, Resolution resolution, @Nullable String givesWay, @Nullable String reason) {}

  /** A clash that nobody has seen before. */
  static Clash fresh(Pairing pairing, OfficeTime time, Instant now) {
    var none =
        new Clash(
            pairing.id(),
            0,
            pairing.pair(),
            List.of(),
            pairing.code(),
            ClashState.GONE,
            0,
            List.of(),
            null,
            now,
            now,
            now,
            false,
            null,
            List.of(),
            List.of(),
            null);
    var change = new ClashChange(none, time, now);
    change.opens(pairing);
    return change.next(List.of());
  }

  /**
   * The two sessions clash. Whatever was settled holds for them as they were: where a time, a
   * place, ages or an activity have changed, or they have not clashed meanwhile, it is open again.
   */
  static Decision<Clash, Clash> found(Clash clash, Pairing pairing, OfficeTime time, Instant now) {
    var one = Side.of(pairing.first());
    var other = Side.of(pairing.second());
    if (older(one, clash.sides().get(0)) || older(other, clash.sides().get(1))) {
      return Decision.keep(clash);
    }
    var change = new ClashChange(clash, time, now);
    if (clash.state() == ClashState.GONE
        || clash.code() != pairing.code()
        || !clash.sides().get(0).clashesLike(one)
        || !clash.sides().get(1).clashesLike(other)) {
      change.opens(pairing);
    } else if (sameAs(clash.sides().get(0), one) && sameAs(clash.sides().get(1), other)) {
      return Decision.keep(clash);
    } else {
      change.refreshes(pairing);
    }
    return replace(change.next(clash.applied()));
  }

  /**
   * The two do not clash any more.
   *
   * @param editions of the two sessions that show it, in the order of the sides
   */
  static Decision<Clash, Clash> gone(
      Clash clash, List<Long> editions, OfficeTime time, Instant now) {
    var stale =
        editions.get(0) < clash.sides().get(0).edition()
            || editions.get(1) < clash.sides().get(1).edition();
    return clash.state() == ClashState.GONE || stale
        ? Decision.keep(clash)
        : ended(clash, time, now);
  }

  /** Time has passed: the managers are told, or there is nothing left to settle. */
  static Decision<Clash, Clash> woken(Clash clash, OfficeTime time, Instant now) {
    if (clash.wakeAt() == null || clash.wakeAt().isAfter(now)) {
      return Decision.keep(clash);
    }
    if (!clash.startsAt().isAfter(now)) {
      return ended(clash, time, now);
    }
    var change = new ClashChange(clash, time, now);
    change.tellsManagers();
    return replace(change.next(clash.applied()));
  }

  /** The organiser of a session answers. */
  static Decision<Clash, Clash> answered(
      Clash clash,
      String session,
      Wanted wanted,
      Clash.Applied request,
      Signatory by,
      OfficeTime time,
      Instant now) {
    if (done(clash, request)) {
      return Decision.keep(clash);
    }
    mustBeOpen(clash, wanted);
    if (clash.state() == ClashState.RESOLVED) {
      throw Problem.conflict("clash-resolved");
    }
    var side = clash.side(session).orElseThrow(Problem::notFound);
    var change = new ClashChange(clash, time, now);
    change.says(side, said(wanted, by, now));
    return replace(change.next(applied(clash, request)));
  }

  /** A manager decides, once they were told that it is not settled. */
  static Decision<Clash, Clash> decided(
      Clash clash,
      Wanted wanted,
      Clash.Applied request,
      Signatory by,
      OfficeTime time,
      Instant now) {
    if (done(clash, request)) {
      return Decision.keep(clash);
    }
    mustBeOpen(clash, wanted);
    if (Settlement.bothStay(clash) || clash.decided() != null) {
      throw Problem.conflict("clash-resolved");
    }
    if (now.isBefore(clash.answerBy())) {
      throw Problem.conflict("clash-with-organisers");
    }
    var change = new ClashChange(clash, time, now);
    change.decides(said(wanted, by, now));
    return replace(change.next(applied(clash, request)));
  }

  private static void mustBeOpen(Clash clash, Wanted wanted) {
    if (clash.state() == ClashState.GONE) {
      throw Problem.conflict("clash-gone");
    }
    if (clash.round() != wanted.round()) {
      throw Problem.conflict("clash-opened-anew");
    }
  }

  private static Said said(Wanted wanted, Signatory by, Instant now) {
    return new Said(wanted.resolution(), wanted.givesWay(), wanted.reason(), by, now);
  }

  private static Decision<Clash, Clash> ended(Clash clash, OfficeTime time, Instant now) {
    var change = new ClashChange(clash, time, now);
    change.ends();
    return replace(change.next(clash.applied()));
  }

  /** Whether the request has been carried out; refuses another one under the same key. */
  private static boolean done(Clash clash, Clash.Applied request) {
    Optional<Clash.Applied> known =
        clash.applied().stream().filter(one -> one.key().equals(request.key())).findFirst();
    if (known.filter(one -> !one.digest().equals(request.digest())).isPresent()) {
      throw Problem.conflict("key-used-before");
    }
    return known.isPresent();
  }

  private static List<Clash.Applied> applied(Clash clash, Clash.Applied request) {
    var all = Stream.concat(clash.applied().stream(), Stream.of(request)).toList();
    return all.subList(Math.max(0, all.size() - Clash.MOST_APPLIED), all.size());
  }

  private static boolean older(Side one, Side known) {
    return one.edition() < known.edition();
  }

  private static boolean sameAs(Side known, Side one) {
    return Objects.equals(known.saying(null), one);
  }

  private static Decision<Clash, Clash> replace(Clash next) {
    return Decision.replace(next, next);
  }
}
