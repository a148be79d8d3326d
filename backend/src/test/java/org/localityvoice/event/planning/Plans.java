package org.localityvoice.event.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.Slot;
import org.localityvoice.locality.Text;

/** Sessions on paper. */
final class Plans {
  static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** A school in the middle of Newport. */
  static final Spot SCHOOL = new Spot(54.5720, -1.2480);

  /** Metres to a degree of latitude, roughly. */
  private static final double DEGREE = 111_195;

  private Plans() {}

  /** A spot so many metres north of the school. */
  static Spot north(double metres) {
    return new Spot(SCHOOL.latitude() + metres / DEGREE, SCHOOL.longitude());
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** Football for ages 6 to 10 at the school in Newport, on an afternoon before Christmas. */
  static Planned football() {
    return new Planned(
        "football-1",
        "football",
        1,
        "youth-focus-north-east",
        "newport",
        new Text(Map.of("en", "Football club")),
        slot("2026-12-21T13:00", "2026-12-21T16:00"),
        SCHOOL,
        new AgeRange(6, 10),
        "sport",
        ClashRule.WALK_METRES,
        false);
  }

  static Slot slot(String from, String to) {
    return new Slot(at(from), at(to), "school", "hall");
  }

  /** Somebody else's session, otherwise the same. */
  static Planned by(String organiser, String event, Planned one) {
    return new Planned(
        event + "-1",
        event,
        1,
        organiser,
        one.locality(),
        new Text(Map.of("en", event)),
        one.slot(),
        one.spot(),
        one.ages(),
        one.activity(),
        one.reachMetres(),
        false);
  }

  static Planned when(Planned one, Slot slot) {
    return made(
        one, one.edition() + 1, one.locality(), slot, one.spot(), one.ages(), one.activity());
  }

  static Planned where(Planned one, String locality, Spot spot) {
    return made(one, one.edition(), locality, one.slot(), spot, one.ages(), one.activity());
  }

  static Planned ages(Planned one, int from, int to) {
    return made(
        one,
        one.edition(),
        one.locality(),
        one.slot(),
        one.spot(),
        new AgeRange(from, to),
        one.activity());
  }

  static Planned doing(Planned one, String activity) {
    return made(one, one.edition(), one.locality(), one.slot(), one.spot(), one.ages(), activity);
  }

  private static Planned made(
      Planned one,
      long edition,
      String locality,
      Slot slot,
      Spot spot,
      AgeRange ages,
      String activity) {
    return new Planned(
        one.session(),
        one.event(),
        edition,
        one.organiser(),
        locality,
        one.title(),
        slot,
        spot,
        ages,
        activity,
        one.reachMetres(),
        one.cancelled());
  }

  static Planned cancelled(Planned one) {
    return new Planned(
        one.session(),
        one.event(),
        one.edition() + 1,
        one.organiser(),
        one.locality(),
        one.title(),
        one.slot(),
        one.spot(),
        one.ages(),
        one.activity(),
        one.reachMetres(),
        true);
  }

  /** Any session on one day in or near Newport, so that many of them clash. */
  static Arbitrary<Planned> any() {
    var start = at("2026-12-21T09:00");
    var slots =
        Combinators.combine(
                Arbitraries.integers().between(0, 12), Arbitraries.integers().between(1, 6))
            .as(
                (from, length) ->
                    new Slot(
                        start.plus(Duration.ofMinutes(30L * from)),
                        start.plus(Duration.ofMinutes(30L * (from + length))),
                        "school",
                        "hall"));
    var ages =
        Combinators.combine(
                Arbitraries.integers().between(0, 18), Arbitraries.integers().between(0, 6))
            .as((from, more) -> new AgeRange(from, from + more));
    return Combinators.combine(
            Arbitraries.integers().between(0, 10_000),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of("early-help", "thirteen", "youth-focus-north-east"),
            Arbitraries.of("newport", "north-ormesby"),
            slots,
            ages,
            Arbitraries.of("sport", "craft"),
            Arbitraries.integers().between(0, 3_000))
        .as(
            (session, event, organiser, locality, slot, range, activity, metres) ->
                new Planned(
                    "s" + session,
                    "e" + event,
                    1,
                    organiser,
                    locality,
                    new Text(Map.of("en", "Club")),
                    slot,
                    north(metres),
                    range,
                    activity,
                    ClashRule.WALK_METRES,
                    session % 7 == 0));
  }
}
