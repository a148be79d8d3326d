package org.localityvoice.event.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.localityvoice.event.allocation.Standing.Held;
import org.localityvoice.event.allocation.Standing.Offered;
import org.localityvoice.event.allocation.Standing.Placed;
import org.localityvoice.event.allocation.Standing.Waiting;

/** Nadia, Owen and others want to come to a session, and there are few places. */
class AllocatorTest {
  private static final Instant MONDAY = Instant.parse("2026-12-07T09:00:00Z");
  private static final Instant STARTS = MONDAY.plus(Duration.ofDays(4));
  private static final Instant ENDS = STARTS.plus(Duration.ofHours(4));
  private static final String CLUB = "club";
  private static final String CHOIR = "choir";

  private Allotment hall = open(2, WaitlistRule.FIRST_COME);
  private Instant now = MONDAY;

  private static Policy policy(WaitlistRule rule) {
    return new Policy(rule, 20, 12, false);
  }

  private static NewSession session(String id, int capacity, WaitlistRule rule) {
    return new NewSession(id, STARTS, ENDS, capacity, policy(rule));
  }

  private static Allotment open(int capacity, WaitlistRule rule) {
    return Allocator.open(new NewAllotment("hall", null, List.of(session(CLUB, capacity, rule))));
  }

  private Answer asks(Command command) {
    var came = Allocator.apply(hall, List.of(command), now);
    hall = came.next();
    return came.answers().get(0);
  }

  private static Party party(String name, int size) {
    var participants = Stream.iterate(1, i -> i + 1).limit(size).map(i -> name + "-" + i).toList();
    return new Party(name, "account-" + name, participants);
  }

  private Answer joins(String session, String name, int size) {
    return asks(new Command.Join(session, party(name, size), Entrance.RESIDENT));
  }

  private Answer joins(String name, int size) {
    return joins(CLUB, name, size);
  }

  private Answer leaves(String name) {
    return asks(new Command.Leave(CLUB, name, Command.Leave.By.RESIDENT));
  }

  private Standing standing(String session, String name) {
    return hall.session(session).orElseThrow().booking(name).orElseThrow().standing();
  }

  private Standing standing(String name) {
    return standing(CLUB, name);
  }

  private static Answer ended(String name, EndReason reason) {
    return new Answer.HasEnded(name, reason);
  }

  private static Answer refused(Refusal why) {
    return new Answer.Refused(why);
  }

  @Test
  void a_family_gets_places_together_or_waits_together() {
    assertThat(joins("nadia", 1)).isEqualTo(new Answer.Stands("nadia", new Placed(now), 0));
    assertThat(joins("owen", 2)).isEqualTo(new Answer.Stands("owen", new Waiting(now), 1));
    assertThat(joins("pia", 1))
        .as("one place is free, but Owen came first")
        .isEqualTo(new Answer.Stands("pia", new Waiting(now), 2));
    leaves("nadia");
    assertThat(standing("owen")).isEqualTo(new Offered(now.plus(Duration.ofHours(12))));
    assertThat(standing("pia")).isInstanceOf(Waiting.class);
    asks(new Command.AcceptOffer(CLUB, "owen"));
    assertThat(standing("owen")).isEqualTo(new Placed(now));
  }

  @Test
  void where_the_first_that_fits_is_let_in_it_is_noted_whom_it_passed() {
    hall = open(2, WaitlistRule.FIRST_THAT_FITS);
    joins("nadia", 1);
    joins("owen", 2);
    assertThat(joins("pia", 1)).isEqualTo(new Answer.Stands("pia", new Placed(now), 0));
    assertThat(hall.session(CLUB).orElseThrow().booking("owen").orElseThrow().skipped())
        .isEqualTo(1);
    assertThat(hall.outbox().stream().map(PlacesEffect::read).map(PlacesEffect::what))
        .last()
        .isEqualTo(new Transition.Skipped("pia"));
  }

  @Test
  void an_offer_stands_for_the_hours_of_the_session_or_a_quarter_of_the_time_that_is_left() {
    hall = open(1, WaitlistRule.FIRST_COME);
    joins("nadia", 1);
    joins("owen", 1);
    joins("pia", 1);
    now = STARTS.minus(Duration.ofHours(40));
    leaves("nadia");
    var until = now.plus(Duration.ofHours(10));
    assertThat(standing("owen")).isEqualTo(new Offered(until));
    now = until.minusNanos(1);
    asks(new Command.Sweep());
    assertThat(standing("owen")).isEqualTo(new Offered(until));
    now = until;
    assertThat(asks(new Command.AcceptOffer(CLUB, "owen")))
        .as("too late at the moment itself")
        .isEqualTo(ended("owen", EndReason.OFFER_LAPSED));
    assertThat(standing("pia")).isInstanceOf(Offered.class);
  }

  @Test
  void in_the_last_24_hours_whoever_waits_is_not_asked() {
    hall = open(2, WaitlistRule.FIRST_COME);
    Stream.of("nadia", "omar", "owen", "pia").forEach(name -> joins(name, 1));
    now = STARTS.minus(Duration.ofHours(24)).minusNanos(1);
    leaves("nadia");
    assertThat(standing("owen")).isInstanceOf(Offered.class);
    now = STARTS.minus(Duration.ofHours(24));
    leaves("omar");
    assertThat(standing("pia")).isEqualTo(new Placed(now));
    assertThat(leaves("pia"))
        .as("and may decline by leaving")
        .isEqualTo(ended("pia", EndReason.LEFT));
  }

  @Test
  void when_the_session_starts_nobody_waits_any_more_and_only_staff_let_people_in() {
    joins("nadia", 2);
    joins("owen", 1);
    now = STARTS;
    assertThat(joins("pia", 1)).isEqualTo(refused(Refusal.SESSION_STARTED));
    assertThat(asks(new Command.Leave(CLUB, "owen", Command.Leave.By.RESIDENT)))
        .isEqualTo(ended("owen", EndReason.NOT_SERVED));
    assertThat(asks(new Command.Join(CLUB, party("quinn", 1), Entrance.STAFF)))
        .isEqualTo(refused(Refusal.FULL));
    leaves("nadia");
    assertThat(asks(new Command.Join(CLUB, party("rosa", 1), Entrance.WALK_IN)))
        .isEqualTo(new Answer.Stands("rosa", new Placed(now), 0));
    now = ENDS;
    assertThat(asks(new Command.Join(CLUB, party("sam", 1), Entrance.WALK_IN)))
        .isEqualTo(refused(Refusal.SESSION_OVER));
    assertThat(hall.participants()).isEmpty();
    assertThat(hall.dueAt()).isNull();
  }

  @Test
  void whoever_walks_in_neither_waits_nor_passes_those_who_do() {
    joins("nadia", 1);
    joins("owen", 2);
    assertThat(asks(new Command.Join(CLUB, party("rosa", 1), Entrance.WALK_IN)))
        .isEqualTo(refused(Refusal.FULL));
  }

  @Test
  void fewer_places_take_nobodys_place_and_let_nobody_in_until_there_are_enough_again() {
    hall = open(4, WaitlistRule.FIRST_COME);
    Stream.of("nadia", "omar", "owen", "pia", "quinn").forEach(name -> joins(name, 1));
    asks(new Command.ChangeCapacity(CLUB, 2));
    assertThat(hall.session(CLUB).orElseThrow().ownFree()).isEqualTo(-2);
    leaves("nadia");
    leaves("omar");
    assertThat(standing("quinn")).isInstanceOf(Waiting.class);
    leaves("owen");
    assertThat(standing("quinn")).isInstanceOf(Offered.class);
  }

  @Test
  void a_party_that_even_the_empty_session_has_no_room_for_keeps_nobody_waiting() {
    hall = open(3, WaitlistRule.FIRST_COME);
    joins("nadia", 1);
    joins("owen", 3);
    joins("pia", 1);
    asks(new Command.ChangeCapacity(CLUB, 2));
    assertThat(standing("pia")).isInstanceOf(Offered.class);
    assertThat(standing("owen")).isInstanceOf(Waiting.class);
    assertThat(joins("quinn", 3)).isEqualTo(refused(Refusal.PARTY_TOO_LARGE));
  }

  @Test
  void whoever_waits_for_the_pool_is_not_passed_by_small_parties_elsewhere() {
    var first = WaitlistRule.FIRST_COME;
    hall =
        Allocator.open(
            new NewAllotment(
                "hall", 3, List.of(session(CLUB, 4, first), session(CHOIR, 4, first))));
    joins(CLUB, "nadia", 2);
    joins(CLUB, "owen", 2);
    joins(CHOIR, "pia", 1);
    assertThat(standing(CHOIR, "pia")).isInstanceOf(Waiting.class);
    leaves("nadia");
    assertThat(standing(CLUB, "owen")).isInstanceOf(Offered.class);
    assertThat(standing(CHOIR, "pia")).isInstanceOf(Offered.class);
  }

  @Test
  void places_kept_for_a_package_are_confirmed_or_given_up_or_free_in_time() {
    var until = now.plus(Duration.ofMinutes(10));
    for (var name : List.of("nadia", "owen")) {
      asks(new Command.Hold(CLUB, party(name, 1), "all-dates", until));
      assertThat(standing(name)).isEqualTo(new Held("all-dates", until));
    }
    assertThat(asks(new Command.Hold(CLUB, party("pia", 1), "all-dates", until)))
        .isEqualTo(refused(Refusal.FULL));
    asks(new Command.ConfirmHold(CLUB, "nadia"));
    assertThat(hall.dueAt()).isEqualTo(until);
    now = until;
    assertThat(asks(new Command.ConfirmHold(CLUB, "owen")))
        .isEqualTo(ended("owen", EndReason.HOLD_LAPSED));
    assertThat(asks(new Command.ReleaseHold(CLUB, "nadia")))
        .isEqualTo(ended("nadia", EndReason.RELEASED));
  }

  @Test
  void when_a_consent_is_withdrawn_the_party_is_smaller_or_ends_and_the_place_is_free() {
    joins("nadia", 2);
    joins("owen", 1);
    asks(new Command.RemoveParticipant("nadia-1"));
    assertThat(hall.session(CLUB).orElseThrow().booking("nadia").orElseThrow().participants())
        .containsExactly("nadia-2");
    assertThat(standing("owen")).isInstanceOf(Offered.class);
    asks(new Command.RemoveParticipant("nadia-2"));
    assertThat(joins("nadia", 2)).isEqualTo(ended("nadia", EndReason.WITHDRAWN));
  }

  @Test
  void a_late_retry_of_a_change_does_not_undo_a_later_one() {
    joins("nadia", 1);
    var two = new Command.ChangeParty(CLUB, "nadia", "k1", List.of("nadia-2"), List.of());
    asks(two);
    asks(new Command.ChangeParty(CLUB, "nadia", "k2", List.of(), List.of("nadia-2")));
    var before = hall;
    asks(two);
    assertThat(hall).isSameAs(before);
  }

  @Test
  void who_grows_while_waiting_goes_to_the_end_and_who_has_places_gets_no_more_before_others() {
    joins("nadia", 1);
    joins("owen", 2);
    joins("pia", 2);
    assertThat(asks(new Command.ChangeParty(CLUB, "nadia", "k", List.of("nadia-2"), List.of())))
        .isEqualTo(refused(Refusal.FULL));
    asks(new Command.ChangeParty(CLUB, "owen", "k", List.of(), List.of("owen-2")));
    assertThat(standing("owen")).as("one place was free all along").isInstanceOf(Offered.class);
    assertThat(joins("quinn", 1)).isEqualTo(new Answer.Stands("quinn", new Waiting(now), 2));
    assertThat(asks(new Command.ChangeParty(CLUB, "pia", "k", List.of("pia-3"), List.of("pia-1"))))
        .isEqualTo(new Answer.Stands("pia", new Waiting(now), 1));
    assertThat(asks(new Command.ChangeParty(CLUB, "quinn", "k", List.of("quinn-2"), List.of())))
        .isEqualTo(new Answer.Stands("quinn", standing("quinn"), 2));
  }

  @Test
  void the_same_registration_with_other_people_and_the_same_people_in_another_are_refused() {
    joins("nadia", 1);
    assertThat(joins("nadia", 2)).isEqualTo(refused(Refusal.OTHER_CONTENT));
    var again = new Party("again", "account-nadia", List.of("nadia-1"));
    assertThat(asks(new Command.Join(CLUB, again, Entrance.RESIDENT)))
        .isEqualTo(refused(Refusal.PARTICIPANT_REGISTERED));
  }

  @Test
  void when_a_session_is_moved_everybody_keeps_what_they_have_and_when_cancelled_nobody() {
    joins("nadia", 2);
    joins("owen", 1);
    asks(new Command.MoveSession(CLUB, STARTS.plusSeconds(60), ENDS));
    assertThat(standing("nadia")).isInstanceOf(Placed.class);
    asks(new Command.CancelSession(CLUB));
    assertThat(hall.session(CLUB).orElseThrow().sequence()).isEqualTo(2);
    assertThat(joins("nadia", 2)).isEqualTo(ended("nadia", EndReason.SESSION_CANCELLED));
    assertThat(joins("pia", 1)).isEqualTo(refused(Refusal.SESSION_CANCELLED));
    assertThat(hall.outbox().stream().map(PlacesEffect::read).map(PlacesEffect::what))
        .contains(new Transition.SessionCancelled(2))
        .endsWith(
            new Transition.HasEnded(EndReason.SESSION_CANCELLED),
            new Transition.HasEnded(EndReason.SESSION_CANCELLED));
  }

  @Test
  void an_offer_does_not_outlive_the_start_of_a_session_that_is_moved_nearer() {
    joins("nadia", 2);
    joins("owen", 1);
    leaves("nadia");
    var soon = now.plus(Duration.ofHours(1));
    asks(new Command.MoveSession(CLUB, soon, soon.plusSeconds(60)));
    assertThat(standing("owen")).isInstanceOf(Offered.class);
    assertThat(hall.dueAt()).isEqualTo(soon);
    now = soon;
    assertThat(asks(new Command.AcceptOffer(CLUB, "owen")))
        .isEqualTo(ended("owen", EndReason.OFFER_LAPSED));
  }
}
