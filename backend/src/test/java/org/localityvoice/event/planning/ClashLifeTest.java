package org.localityvoice.event.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.event.planning.Plans.by;
import static org.localityvoice.event.planning.Plans.football;
import static org.localityvoice.event.planning.Plans.slot;
import static org.localityvoice.event.planning.Plans.when;
import static org.localityvoice.event.planning.Resolution.ACCEPTED;
import static org.localityvoice.event.planning.Resolution.MERGED;
import static org.localityvoice.event.planning.Resolution.MOVED;
import static org.localityvoice.event.planning.Resolution.WITHDRAWN;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.WorkingCalendar;
import org.localityvoice.locality.WorkingTime;
import org.localityvoice.problem.Problem;

/** What becomes of a clash. */
class ClashLifeTest {
  private static final Planned FOOTBALL = football();
  private static final Planned FEAST = by("early-help", "feast-of-fun", FOOTBALL);
  private static final String ONE = FOOTBALL.session();
  private static final String OTHER = FEAST.session();
  private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
  private static final OfficeTime TIME =
      new OfficeTime(
          new WorkingCalendar(
              new WorkingTime(
                  List.of(
                      DayOfWeek.MONDAY,
                      DayOfWeek.TUESDAY,
                      DayOfWeek.WEDNESDAY,
                      DayOfWeek.THURSDAY,
                      DayOfWeek.FRIDAY),
                  "09:00",
                  "17:00",
                  List.of()),
              Plans.ZONE),
          Plans.ZONE);

  private int keys;

  private static Pairing pairing(Planned one, Planned other) {
    return Pairing.of(one, other).orElseThrow();
  }

  private static Clash found() {
    return ClashLife.fresh(pairing(FOOTBALL, FEAST), TIME, MONDAY);
  }

  private Clash says(Clash clash, String session, Resolution resolution, String givesWay) {
    return ClashLife.answered(
            clash,
            session,
            new ClashLife.Wanted(clash.round(), resolution, givesWay, "a reason"),
            new Clash.Applied("k" + keys++, "digest"),
            new Signatory("somebody", "partner-officer"),
            TIME,
            MONDAY)
        .answer();
  }

  private Clash decides(Clash clash, Resolution resolution, String givesWay, Instant now) {
    return ClashLife.decided(
            clash,
            new ClashLife.Wanted(clash.round(), resolution, givesWay, "a reason"),
            new Clash.Applied("k" + keys++, "digest"),
            new Signatory("nadia", "neighbourhood-manager"),
            TIME,
            now)
        .answer();
  }

  private static boolean mayGoOn(Clash clash, String session) {
    return Settlement.mayGoOn(clash, clash.side(session).orElseThrow());
  }

  @Test
  void both_stay_only_where_both_have_said_so() {
    var once = says(found(), ONE, ACCEPTED, null);
    assertThat(once.state()).isEqualTo(ClashState.OPEN);
    assertThat(mayGoOn(once, ONE) || mayGoOn(once, OTHER)).isFalse();
    var twice = says(once, OTHER, ACCEPTED, null);
    assertThat(twice.state()).isEqualTo(ClashState.RESOLVED);
    assertThat(mayGoOn(twice, ONE) && mayGoOn(twice, OTHER)).isTrue();
    assertThat(twice.wakeAt()).isNull();
  }

  @Test
  void whoever_gives_way_is_not_published_before_they_have() {
    var clash = says(says(found(), ONE, ACCEPTED, null), OTHER, WITHDRAWN, OTHER);
    assertThat(clash.state()).isEqualTo(ClashState.RESOLVED);
    assertThat(mayGoOn(clash, ONE)).isTrue();
    assertThat(mayGoOn(clash, OTHER)).isFalse();
    assertThat(clash.wakeAt()).as("whether they do is watched").isEqualTo(clash.answerBy());
  }

  @Test
  void mergers_must_mean_the_same_session_and_nobody_can_make_the_other_one_go() {
    var agreed = says(says(found(), ONE, MERGED, OTHER), OTHER, MERGED, OTHER);
    assertThat(agreed.state()).isEqualTo(ClashState.RESOLVED);
    assertThat(mayGoOn(agreed, ONE) && !mayGoOn(agreed, OTHER)).isTrue();
    for (var answer : List.of(MERGED, ACCEPTED)) {
      var against = answer == MERGED ? ONE : null;
      var torn = says(says(found(), ONE, MERGED, OTHER), OTHER, answer, against);
      assertThat(torn.state()).as(answer.slug()).isEqualTo(ClashState.OPEN);
      assertThat(mayGoOn(torn, ONE) || mayGoOn(torn, OTHER)).isFalse();
    }
    var polite = says(says(found(), ONE, MERGED, ONE), OTHER, MERGED, OTHER);
    assertThat(polite.state()).as("both would go").isEqualTo(ClashState.OPEN);
  }

  @Test
  void a_session_that_moves_and_clashes_anew_opens_it_again() {
    var settled = says(says(found(), ONE, ACCEPTED, null), OTHER, ACCEPTED, null);
    var later = when(FEAST, slot("2026-12-21T14:00", "2026-12-21T17:00"));
    var anew = ClashLife.found(settled, pairing(FOOTBALL, later), TIME, MONDAY).answer();
    assertThat(anew.state()).isEqualTo(ClashState.OPEN);
    assertThat(anew.round()).isEqualTo(2);
    assertThat(anew.sides()).allMatch(side -> side.said() == null);
    // What was known before does not undo it.
    assertThat(ClashLife.found(anew, pairing(FOOTBALL, FEAST), TIME, MONDAY).answer())
        .isEqualTo(anew);
    assertThatThrownBy(
            () ->
                ClashLife.answered(
                    anew,
                    ONE,
                    new ClashLife.Wanted(1, ACCEPTED, null, "of the pair as it was"),
                    new Clash.Applied("late", "digest"),
                    new Signatory("somebody", "partner-officer"),
                    TIME,
                    MONDAY))
        .isInstanceOfSatisfying(
            Problem.class, told -> assertThat(told.code()).isEqualTo("clash-opened-anew"));
  }

  @Test
  void what_is_the_same_to_the_clash_leaves_it_settled() {
    var settled = says(says(found(), ONE, ACCEPTED, null), OTHER, ACCEPTED, null);
    var edited = when(FEAST, FEAST.slot());
    var after = ClashLife.found(settled, pairing(FOOTBALL, edited), TIME, MONDAY).answer();
    assertThat(after.state()).isEqualTo(ClashState.RESOLVED);
    assertThat(after.side(OTHER).orElseThrow().edition()).isEqualTo(2);
    assertThat(ClashLife.found(after, pairing(FOOTBALL, edited), TIME, MONDAY).answer())
        .as("nothing is written")
        .isSameAs(after);
  }

  @Test
  void away_and_back_again_is_a_new_clash() {
    var settled = says(says(found(), ONE, ACCEPTED, null), OTHER, ACCEPTED, null);
    var gone = ClashLife.gone(settled, List.of(1L, 2L), TIME, MONDAY).answer();
    assertThat(gone.state()).isEqualTo(ClashState.GONE);
    var back = when(when(FEAST, FEAST.slot()), FEAST.slot());
    var anew = ClashLife.found(gone, pairing(FOOTBALL, back), TIME, MONDAY).answer();
    assertThat(anew.state()).isEqualTo(ClashState.OPEN);
  }

  @Test
  void after_five_working_days_the_managers_are_told_once_and_may_decide() {
    var clash = found();
    assertThat(clash.answerBy()).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
    assertThat(clash.outbox()).hasSize(1);
    assertThatThrownBy(() -> decides(clash, WITHDRAWN, OTHER, MONDAY.plus(Duration.ofDays(6))))
        .isInstanceOfSatisfying(
            Problem.class, told -> assertThat(told.code()).isEqualTo("clash-with-organisers"));
    var due = MONDAY.plus(Duration.ofDays(7));
    assertThat(ClashLife.woken(clash, TIME, due.minusSeconds(1)).answer()).isSameAs(clash);
    var told = ClashLife.woken(clash, TIME, due).answer();
    assertThat(told.managersTold()).isTrue();
    assertThat(told.outbox()).hasSize(2);
    assertThat(ClashLife.woken(told, TIME, due.plusSeconds(1)).answer()).isSameAs(told);
    var decided = decides(told, WITHDRAWN, OTHER, due);
    assertThat(decided.state()).isEqualTo(ClashState.RESOLVED);
    assertThat(mayGoOn(decided, ONE) && !mayGoOn(decided, OTHER)).isTrue();
    assertThat(ClashLife.woken(decided, TIME, decided.startsAt()).answer().state())
        .isEqualTo(ClashState.GONE);
  }

  @Test
  void a_clash_that_comes_too_late_for_five_days_goes_to_the_managers_at_once() {
    var friday = Instant.parse("2026-12-18T10:00:00Z");
    var late = ClashLife.fresh(pairing(FOOTBALL, FEAST), TIME, friday);
    assertThat(late.answerBy()).isEqualTo(friday);
    assertThat(ClashLife.woken(late, TIME, friday).answer().managersTold()).isTrue();
  }

  @Test
  void one_organiser_speaks_for_both_its_sessions() {
    var little = Plans.ages(by(FOOTBALL.organiser(), "play-group", FOOTBALL), 0, 4);
    var far = Plans.where(little, "newport", Plans.north(2_000));
    var clash = ClashLife.fresh(pairing(FOOTBALL, far), TIME, MONDAY);
    assertThat(says(clash, ONE, ACCEPTED, null).state()).isEqualTo(ClashState.RESOLVED);
    assertThat(mayGoOn(says(clash, ONE, MOVED, ONE), far.session())).isTrue();
  }

  /** What somebody may say about their own session. */
  record Voice(Resolution resolution, boolean mineGoes) {
    String givesWay(String own, String other) {
      return switch (resolution) {
        case ACCEPTED -> null;
        case MOVED, WITHDRAWN -> own;
        case MERGED -> mineGoes ? own : other;
      };
    }
  }

  @Property
  void it_makes_no_difference_who_answers_first_and_both_go_on_only_if_both_accept(
      @ForAll Resolution one,
      @ForAll boolean oneGoes,
      @ForAll Resolution two,
      @ForAll boolean twoGoes) {
    var first = new Voice(one, oneGoes);
    var second = new Voice(two, twoGoes);
    var forwards =
        says(
            says(found(), ONE, one, first.givesWay(ONE, OTHER)),
            OTHER,
            two,
            second.givesWay(OTHER, ONE));
    var backwards =
        says(
            says(found(), OTHER, two, second.givesWay(OTHER, ONE)),
            ONE,
            one,
            first.givesWay(ONE, OTHER));
    assertThat(forwards.state()).isEqualTo(backwards.state());
    for (var session : List.of(ONE, OTHER)) {
      assertThat(mayGoOn(forwards, session)).isEqualTo(mayGoOn(backwards, session));
    }
    if (mayGoOn(forwards, ONE) && mayGoOn(forwards, OTHER)) {
      assertThat(one).isEqualTo(ACCEPTED);
      assertThat(two).isEqualTo(ACCEPTED);
    }
  }
}
