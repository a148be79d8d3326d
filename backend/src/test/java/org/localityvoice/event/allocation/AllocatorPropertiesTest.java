package org.localityvoice.event.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.localityvoice.event.allocation.Allocator.Allocation;
import org.localityvoice.event.allocation.RandomDays.Days;

/** What holds whatever is asked, in whatever order. */
class AllocatorPropertiesTest {
  private static final int TRIES = 400;

  /** One command and what it came to. */
  private record Seen(Allotment before, Command command, Instant now, Allocation came) {
    Answer answer() {
      return came.answers().get(0);
    }
  }

  @Provide
  Arbitrary<Days> days() {
    return RandomDays.any();
  }

  private static void live(Days days, Consumer<Seen> look) {
    var allotment = Allocator.open(days.allotment());
    var now = RandomDays.START;
    for (var step : days.steps()) {
      now = now.plus(step.later());
      var came = Allocator.apply(allotment, List.of(step.command()), now);
      look.accept(new Seen(allotment, step.command(), now, came));
      allotment = came.next();
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void there_are_never_more_than_places_unless_the_places_have_become_fewer(
      @ForAll("days") Days days) {
    live(
        days,
        seen -> {
          var after = seen.came().next();
          // Time takes effect before the command does.
          var start = sweep(seen.before(), seen.now());
          for (var session : after.sessions()) {
            var before = start.session(session.id()).map(SessionPlaces::taken).orElse(0);
            if (session.ownFree() < 0) {
              assertThat(session.taken()).as("nobody is let in").isLessThanOrEqualTo(before);
            }
          }
          if (after.poolFree() < 0) {
            assertThat(after.poolFree() - pool(after))
                .isGreaterThanOrEqualTo(start.poolFree() - pool(start));
          }
        });
  }

  private static int pool(Allotment allotment) {
    return allotment.poolCapacity() == null ? Integer.MAX_VALUE : allotment.poolCapacity();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void fewer_places_take_nobodys_place_away(@ForAll("days") Days days) {
    live(
        days,
        seen -> {
          if (seen.command() instanceof Command.ChangeCapacity
              || seen.command() instanceof Command.ChangePool) {
            assertThat(seen.came().effects())
                .noneMatch(
                    effect ->
                        effect.what() instanceof Transition.HasEnded end
                            && end.reason() != EndReason.OFFER_LAPSED
                            && end.reason() != EndReason.HOLD_LAPSED
                            && end.reason() != EndReason.NOT_SERVED);
          }
        });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void a_participant_is_in_a_session_once(@ForAll("days") Days days) {
    live(
        days,
        seen ->
            seen.came()
                .next()
                .sessions()
                .forEach(
                    session ->
                        assertThat(
                                session.bookings().stream()
                                    .flatMap(one -> one.participants().stream()))
                            .doesNotHaveDuplicates()));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void no_place_is_idle_while_the_party_whose_turn_it_is_fits(@ForAll("days") Days days) {
    live(days, seen -> assertThat(Idle.places(seen.came().next(), seen.now())).isEmpty());
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void where_the_first_comes_first_nobody_gets_in_before_whoever_waits_longer(
      @ForAll("days") Days days) {
    live(
        days,
        seen -> {
          var start = sweep(seen.before(), seen.now());
          for (var session : seen.came().next().sessions()) {
            var before = start.session(session.id()).map(SessionPlaces::bookings).orElse(List.of());
            session.bookings().stream()
                .filter(one -> session.policy().rule() == WaitlistRule.FIRST_COME)
                .filter(Booking::takesPlaces)
                .filter(one -> before.stream().noneMatch(was -> hadPlaces(was, one)))
                .forEach(one -> assertThat(longer(seen.came().next(), session, one)).isEmpty());
          }
        });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void forgetting_changes_nothing_for_anybody_who_may_still_come(@ForAll("days") Days days) {
    var everything = Instant.parse("2100-01-01T00:00:00Z");
    live(
        days,
        seen -> {
          var hall = seen.came().next();
          var forget = new Command.Forget(everything, everything);
          var forgotten = Allocator.apply(hall, List.of(forget), seen.now());
          assertThat(forgotten.effects()).isEmpty();
          var over = hall.sessions().stream().allMatch(one -> one.isOver(seen.now()));
          Statistics.label("all over")
              .collect(over)
              .coverage(found -> found.check(true).count(times -> times > 0));
          if (over) {
            assertThat(forgotten.next().sessions())
                .allMatch(one -> one.bookings().isEmpty() && one.ended().isEmpty());
          } else {
            assertThat(forgotten.next()).isSameAs(hall);
          }
        });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void whoever_comes_to_the_queue_comes_at_its_end_and_nobody_passes_anybody_in_it(
      @ForAll("days") Days days) {
    live(
        days,
        seen -> {
          for (var session : seen.came().next().sessions()) {
            var before = waiting(seen.before(), session.id());
            var after = waiting(seen.came().next(), session.id());
            var stayed = after.stream().filter(before::contains).toList();
            assertThat(after.subList(0, stayed.size())).isEqualTo(stayed);
            assertThat(before.stream().filter(stayed::contains)).containsExactlyElementsOf(stayed);
          }
        });
  }

  /** Who waits, in order, by when they came: a party that has grown has come anew. */
  private static List<String> waiting(Allotment hall, String session) {
    return hall.session(session).map(SessionPlaces::waitlist).orElse(List.of()).stream()
        .map(one -> one.registration() + " " + one.ticket())
        .toList();
  }

  private static boolean hadPlaces(Booking was, Booking one) {
    return was.registration().equals(one.registration()) && was.takesPlaces();
  }

  private static List<Booking> longer(Allotment hall, SessionPlaces session, Booking one) {
    return session.waitlist().stream()
        .filter(other -> other.ticket() < one.ticket())
        .filter(other -> other.size() <= Math.min(session.capacity(), pool(hall)))
        .toList();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void asking_twice_is_the_same_as_asking_once(@ForAll("days") Days days) {
    live(
        days,
        seen -> {
          var again = Allocator.apply(seen.came().next(), List.of(seen.command()), seen.now());
          assertThat(again.next()).isSameAs(seen.came().next());
          assertThat(again.answers()).containsExactly(seen.answer());
        });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void what_has_ended_stays_ended_however_often_it_is_asked_for(@ForAll("days") Days days) {
    var over = new HashSet<String>();
    live(
        days,
        seen -> {
          for (var session : seen.came().next().sessions()) {
            session.bookings().forEach(one -> assertThat(over).doesNotContain(key(session, one)));
            session.ended().forEach(one -> over.add(session.id() + "/" + one.registration()));
          }
        });
  }

  private static String key(SessionPlaces session, Booking booking) {
    return session.id() + "/" + booking.registration();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void each_change_has_one_effect_and_the_effects_tell_everything(@ForAll("days") Days days) {
    var told = new Projection();
    live(
        days,
        seen -> {
          seen.came().effects().forEach(told::take);
          assertThat(told.rows()).isEqualTo(Projection.of(seen.came().next()));
          assertThat(seen.came().next().outbox())
              .hasSize(seen.before().outbox().size() + seen.came().effects().size());
          kinds(seen).forEach(kind -> Statistics.label("what happens").collect(kind));
        });
    Statistics.label("what happens")
        .coverage(
            found -> everything().forEach(kind -> found.check(kind).count(times -> times > 0)));
  }

  /** Everything that can happen, so that we know that it does. */
  private static Stream<String> everything() {
    return Stream.of(
            Stream.of(Transition.OfRegistration.class, Transition.OfSession.class)
                .flatMap(part -> Stream.of(part.getPermittedSubclasses()))
                .filter(kind -> kind != Transition.HasEnded.class)
                .map(Class::getSimpleName),
            Stream.of(Transition.Placed.How.values()).map(Enum::name),
            Stream.of(EndReason.values()).map(Enum::name),
            Stream.of(Refusal.values())
                .filter(one -> one != Refusal.TOO_MANY_SESSIONS)
                .map(one -> "refused " + one))
        .flatMap(kinds -> kinds);
  }

  private static Stream<String> kinds(Seen seen) {
    var refusal =
        seen.answer() instanceof Answer.Refused refused
            ? Stream.of("refused " + refused.why())
            : Stream.<String>empty();
    return Stream.concat(
        refusal,
        seen.came().effects().stream()
            .flatMap(
                effect ->
                    effect.what() instanceof Transition.HasEnded end
                        ? Stream.of(end.reason().name())
                        : effect.what() instanceof Transition.Placed placed
                            ? Stream.of("Placed", placed.how().name())
                            : Stream.of(effect.what().getClass().getSimpleName())));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void whoever_is_added_by_staff_takes_the_same_way_as_a_resident(@ForAll("days") Days days) {
    live(
        days,
        seen -> {
          if (seen.command() instanceof Command.Join join
              && join.entrance() == Entrance.STAFF
              && seen.before().session(join.session()).isPresent()
              && !seen.before().session(join.session()).get().hasStarted(seen.now())
              && !seen.before().session(join.session()).get().knows(join.registration())) {
            var asResident = new Command.Join(join.session(), join.party(), Entrance.RESIDENT);
            var came = Allocator.apply(seen.before(), List.of(asResident), seen.now());
            assertThat(came.answers()).isEqualTo(seen.came().answers());
            assertThat(came.effects()).isEqualTo(seen.came().effects());
          }
        });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void commands_in_one_write_come_to_the_same_as_one_by_one(@ForAll("days") Days days) {
    var one = Allocator.open(days.allotment());
    var commands = days.steps().stream().map(RandomDays.Step::command).toList();
    var together = Allocator.apply(one, commands, RandomDays.START);
    for (var i = 0; i < commands.size(); i++) {
      var came = Allocator.apply(one, List.of(commands.get(i)), RandomDays.START);
      assertThat(came.answers()).containsExactly(together.answers().get(i));
      one = came.next();
    }
    assertThat(one.sessions()).isEqualTo(together.next().sessions());
    assertThat(one.dueAt()).isEqualTo(together.next().dueAt());
    assertThat(one.participants()).isEqualTo(together.next().participants());
    assertThat(together.next().version()).isLessThanOrEqualTo(2);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void time_changes_nothing_before_it_is_due_and_something_when_it_is(@ForAll("days") Days days) {
    live(
        days,
        seen -> {
          var after = seen.came().next();
          var due = after.dueAt();
          if (due != null) {
            assertThat(due).isAfter(seen.now());
            assertThat(sweep(after, due.minusNanos(1))).isSameAs(after);
            assertThat(sweep(after, due)).isNotSameAs(after);
          } else {
            assertThat(sweep(after, seen.now().plusSeconds(9_999_999))).isSameAs(after);
          }
        });
  }

  private static Allotment sweep(Allotment allotment, Instant now) {
    return Allocator.apply(allotment, List.of(new Command.Sweep()), now).next();
  }
}
