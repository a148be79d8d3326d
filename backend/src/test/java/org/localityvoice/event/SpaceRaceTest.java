package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.Diary.Claim;
import org.localityvoice.event.Diary.Entry;
import org.localityvoice.event.Spaces.Claimed;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Many who want one space at once, and what is left behind by those who are cut off. */
@ExtendWith(StoreExtension.class)
class SpaceRaceTest {
  private static final String HALL = "newport-hub/main-hall";
  private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
  private static final Duration SET_UP = Duration.ofMinutes(30);

  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));

  @AfterEach
  void stop() {
    Wait.forResult(vertx.close());
  }

  private static Slot slot(Instant from) {
    return new Slot(from, from.plus(Duration.ofHours(1)), "newport-hub", "main-hall");
  }

  private CompareAndSet compareAndSet(int seed) {
    return new CompareAndSet(vertx, new Random(seed));
  }

  private Spaces spaces(Mongo mongo, DiaryStore diaries) {
    return new Spaces(diaries, new SessionStore(mongo, compareAndSet(1)), clock);
  }

  /** Sixty ask for an hour each, every twenty minutes, at once; those who got it. */
  private List<Integer> granted(Spaces spaces) {
    var asked =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    spaces
                        .claim(
                            HALL,
                            List.of(
                                new Claim("s" + i, slot(TEN.plus(Duration.ofMinutes(20L * i))))),
                            SET_UP)
                        .map(Claimed::granted)
                        // Asked too often at once; whoever is told so asks again, or not.
                        .otherwise(false))
            .toList();
    Wait.forResult(Future.join(asked));
    return IntStream.range(0, 60).filter(i -> asked.get(i).result()).boxed().toList();
  }

  /** Whether there are ninety minutes from each start to the next. */
  private static boolean apart(List<Integer> granted) {
    return IntStream.range(1, granted.size())
        .allMatch(i -> (granted.get(i) - granted.get(i - 1)) * 20 >= 90);
  }

  @Test
  void of_sixty_who_want_overlapping_hours_at_once_no_two_get_them(Store store) {
    var mongo = store.connect();
    var granted = granted(spaces(mongo, new DiaryStore(mongo, compareAndSet(2))));
    assertThat(granted).isNotEmpty();
    assertThat(apart(granted)).as("%s", granted).isTrue();
  }

  @Test
  void without_the_guard_they_do(Store store) {
    var mongo = store.connect();
    var unguarded =
        new DiaryStore(mongo, compareAndSet(2)) {
          @Override
          <R> Future<R> change(String id, Function<Diary, Decision<Diary, R>> decide) {
            return find(id)
                .compose(
                    seen -> {
                      var decision = decide.apply(seen.orElseThrow());
                      return decision instanceof Decision.Replace<Diary, R> replace
                          ? Publishers.done(
                                  diaries.replaceOne(
                                      com.mongodb.client.model.Filters.eq("_id", id),
                                      replace.next()))
                              .map(replace.answer())
                          : Future.succeededFuture(decision.answer());
                    });
          }
        };
    assertThat(apart(granted(spaces(mongo, unguarded)))).isFalse();
  }

  @Test
  void what_somebody_left_behind_who_was_cut_off_is_in_the_way_for_ten_minutes(Store store) {
    var mongo = store.connect();
    var spaces = spaces(mongo, new DiaryStore(mongo, compareAndSet(2)));
    var mine = List.of(new Claim("mine", slot(TEN)));
    var left = List.of(new Claim("never-written", slot(TEN)));
    assertThat(Wait.forResult(spaces.claim(HALL, left, SET_UP)).granted()).isTrue();
    clock.advance(Spaces.STALE);
    assertThat(Wait.forResult(spaces.claim(HALL, mine, SET_UP)).inTheWay())
        .containsExactly("never-written");
    clock.advance(Duration.ofSeconds(1));
    assertThat(Wait.forResult(spaces.claim(HALL, mine, SET_UP)).granted()).isTrue();
  }

  @Test
  void what_a_session_stands_behind_is_in_the_way_however_long_ago_it_was_taken(Store store) {
    var mongo = store.connect();
    var sessions = new SessionStore(mongo, compareAndSet(1));
    var spaces = new Spaces(new DiaryStore(mongo, compareAndSet(2)), sessions, clock);
    var event = MadeEvents.event("feast");
    var session = MadeEvents.session("theirs", event, TEN, 20);
    Wait.forResult(spaces.claim(HALL, List.of(new Claim("theirs", session.slot())), SET_UP));
    Wait.forResult(sessions.add(session));
    clock.advance(Duration.ofDays(1));
    var mine = List.of(new Claim("mine", slot(TEN.plus(Duration.ofHours(2)))));
    assertThat(Wait.forResult(spaces.claim(HALL, mine, SET_UP)).inTheWay())
        .containsExactly("theirs");
  }

  @Test
  void giving_back_what_has_been_taken_anew_since_gives_nothing_back(Store store) {
    var mongo = store.connect();
    var spaces = spaces(mongo, new DiaryStore(mongo, compareAndSet(2)));
    var claims = List.of(new Claim("theirs", slot(TEN)));
    Wait.forResult(spaces.claim(HALL, claims, SET_UP));
    List<Entry> old = Wait.forResult(spaces.held(HALL, "theirs"));
    Wait.forResult(spaces.claim(HALL, claims, SET_UP));
    Wait.forResult(spaces.release(HALL, old));
    assertThat(Wait.forResult(spaces.held(HALL, "theirs"))).hasSize(1).isNotEqualTo(old);
  }
}
