package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.Organisers.FIRST;
import static org.localityvoice.event.Organisers.THEO;
import static org.localityvoice.event.Organisers.drafts;
import static org.localityvoice.event.Organisers.get;
import static org.localityvoice.event.Organisers.plan;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.event.NewSessions.Fresh;
import org.localityvoice.event.Organisers.Instance;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** Two instances move sessions about in two halls, all at once. */
@ExtendWith(StoreExtension.class)
class ManyEditsAtOnceTest {
  private static final int SESSIONS = 6;
  private static final int EDITS = 80;

  private static Instant at(int slot) {
    return FIRST.plus(Duration.ofMinutes(45L * slot));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void no_two_sessions_end_up_in_one_hall_at_a_time_and_the_diary_has_each(long seed, Store store) {
    try (var organisers = new Organisers(store)) {
      var instances = List.of(organisers.instance(), organisers.instance());
      var plans =
          IntStream.range(0, SESSIONS)
              .mapToObj(i -> plan(at(i * 2), "main-hall", 10))
              .toArray(Plan[]::new);
      drafts(instances.get(0), "feast", plans);
      var random = new Random(seed);
      var edits = new ArrayList<Future<Boolean>>();
      for (var i = 0; i < EDITS; i++) {
        var id = "feast-" + random.nextInt(SESSIONS);
        var wanted =
            plan(at(random.nextInt(14)), random.nextInt(4) == 0 ? "other" : "main-hall", 10);
        edits.add(edit(instances.get(i % 2), id, wanted, random.nextInt(20) == 0));
      }
      get(Future.join(edits));
      assertThat(edits.stream().filter(Future::result)).as("some went through").isNotEmpty();
      check(instances.get(0));
    }
  }

  private static Future<Boolean> edit(Instance on, String id, Plan wanted, boolean cancel) {
    var service = on.services().changing();
    var done =
        cancel ? service.cancel(id) : service.change(id, one -> wanted, Optional.empty(), THEO, "");
    return done.map(SessionService.Put::changed)
        .recover(
            failure ->
                failure instanceof Problem problem
                        && (problem.type() == ProblemType.CONFLICT
                            || problem.type() == ProblemType.UNAVAILABLE)
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(failure));
  }

  private static void check(Instance on) {
    var open =
        on.sessions("feast").stream()
            .filter(one -> one.status() != SessionStatus.CANCELLED)
            .toList();
    for (var one : open) {
      var setUp = Duration.ofMinutes(one.spaceId().equals("main-hall") ? 30 : 0);
      assertThat(open)
          .filteredOn(other -> !other.id().equals(one.id()))
          .filteredOn(other -> other.spaceId().equals(one.spaceId()))
          .allSatisfy(
              other ->
                  assertThat(
                          one.startsAt().minus(setUp).isBefore(other.endsAt())
                              && other.startsAt().minus(setUp).isBefore(one.endsAt()))
                      .as("%s and %s", one.slot(), other.slot())
                      .isFalse());
      var diary =
          get(new DiaryStore(on.mongo(), on.changes()).find(one.plan().space())).orElseThrow();
      assertThat(diary.of(List.of(one.id())))
          .as("what the session stands in is taken for it")
          .anyMatch(entry -> entry.isFor(one.id(), one.slot()));
    }
  }

  @Test
  void two_with_the_same_edition_in_hand_do_not_both_win(Store store) {
    try (var organisers = new Organisers(store)) {
      var on = organisers.instance();
      drafts(on, "feast", plan(FIRST, "main-hall", 10));
      var edits =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      on.services()
                          .changing()
                          .change(
                              "feast-0",
                              one -> plan(at(i + 1), "other", 10),
                              Optional.of(1L),
                              THEO,
                              "")
                          .map(true)
                          .otherwise(false))
              .toList();
      get(Future.join(edits));
      assertThat(edits.stream().filter(Future::result)).hasSize(1);
      assertThat(on.session("feast-0").edition()).isEqualTo(2);
      check(on);
    }
  }

  @RepeatedTest(3)
  void of_many_who_make_a_session_under_one_id_one_does_and_it_has_its_time_only(Store store) {
    try (var organisers = new Organisers(store)) {
      var instances = List.of(organisers.instance(), organisers.instance());
      var event = drafts(instances.get(0), "feast");
      var making =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      instances
                          .get(i % 2)
                          .services()
                          .making()
                          .create(
                              event,
                              List.of(new Fresh("one-id", plan(at(i * 2), "main-hall", 10))),
                              THEO)
                          .map(made -> made.contains("one-id")))
              .toList();
      get(Future.join(making));
      assertThat(making.stream().filter(Future::result)).hasSize(1);
      var on = instances.get(0);
      check(on);
      var diary = get(new DiaryStore(on.mongo(), on.changes()).find("newport-hub/main-hall"));
      assertThat(diary.orElseThrow().entries()).hasSize(1);
    }
  }

  @RepeatedTest(3)
  void sessions_that_are_added_while_their_event_is_cancelled_are_cancelled_too(Store store) {
    try (var organisers = new Organisers(store)) {
      var on = organisers.instance();
      var event = drafts(on, "feast");
      var fresh =
          IntStream.range(0, 8)
              .mapToObj(i -> new Fresh("feast-" + i, plan(at(i * 2), "main-hall", 10)))
              .toList();
      var adding = on.services().making().create(event, fresh, THEO);
      var cancelling = on.services().publishing().cancel(event);
      get(adding);
      get(cancelling);
      on.works();
      assertThat(on.sessions("feast"))
          .hasSize(8)
          .allSatisfy(one -> assertThat(one.status()).isEqualTo(SessionStatus.CANCELLED));
      var diary = get(new DiaryStore(on.mongo(), on.changes()).find("newport-hub/main-hall"));
      assertThat(diary.orElseThrow().entries()).as("the hall is free again").isEmpty();
    }
  }
}
