package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

@ExtendWith(StoreExtension.class)
class AreasTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock(START);
  private final Area sample = SampleArea.area();
  private final Area renamed =
      new Area(
          sample.id(),
          "Boro",
          sample.timeZone(),
          sample.themes(),
          sample.partners(),
          sample.localities(),
          sample.reporting());
  private Mongo mongo;
  private AreaStore store;
  private Areas areas;

  @BeforeEach
  void connect(Store database) {
    mongo = database.connect();
    store = new AreaStore(mongo, new CompareAndSet(vertx, new Random(1)));
    areas = new Areas(store, clock);
    Wait.forResult(mongo.ready());
  }

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  private Replacement replace(Area area, Outgoing... effects) {
    return Wait.forResult(areas.replace(area, List.of(effects)));
  }

  private AreaStore.Stored stored() {
    return Wait.forResult(store.find()).orElseThrow();
  }

  private static Outgoing effect(String id, String payload) {
    return new Outgoing(id, "test.effect", payload);
  }

  @Test
  void before_the_first_import_there_is_nothing() {
    assertThat(Wait.forResult(areas.area())).isEmpty();
    assertThat(Wait.forResult(areas.all())).isEmpty();
    assertThat(Wait.forResult(areas.find("newport"))).isEmpty();
  }

  @Test
  void an_area_comes_back_from_the_store_as_it_went_in() {
    assertThat(replace(sample)).isEqualTo(Replacement.REPLACED);

    assertThat(Wait.forResult(areas.area())).contains(sample);
    assertThat(Wait.forResult(areas.find("newport"))).contains(sample.localities().get(0));
    assertThat(Wait.forResult(areas.find("elsewhere"))).isEmpty();
    assertThat(Wait.forResult(areas.all())).isEqualTo(sample.localities());
  }

  @Test
  void it_is_remembered_when_each_locality_came() {
    var first = sample.localities().subList(0, 1);
    replace(with(first));
    clock.advance(Duration.ofDays(30));
    replace(sample);

    assertThat(Wait.forResult(areas.since(first.get(0).id()))).contains(START);
    assertThat(Wait.forResult(areas.since(sample.localities().get(1).id())))
        .contains(START.plus(Duration.ofDays(30)));
    assertThat(Wait.forResult(areas.since("elsewhere"))).isEmpty();
  }

  private Area with(List<Locality> localities) {
    return new Area(
        sample.id(),
        sample.name(),
        sample.timeZone(),
        sample.themes(),
        sample.partners(),
        localities,
        sample.reporting());
  }

  @Test
  void importing_twice_changes_nothing() {
    replace(sample, effect("one", "payload"));
    var before = stored();

    assertThat(replace(SampleArea.area(), effect("two", "payload")))
        .isEqualTo(Replacement.UNCHANGED);

    assertThat(stored()).isEqualTo(before);
    assertThat(before.version()).isEqualTo(1);
  }

  @Test
  void a_changed_area_or_a_changed_effect_is_a_new_version() {
    replace(sample, effect("one", "payload"));

    assertThat(replace(renamed, effect("two", "payload"))).isEqualTo(Replacement.REPLACED);
    assertThat(replace(renamed, effect("three", "other"))).isEqualTo(Replacement.REPLACED);

    assertThat(stored().version()).isEqualTo(3);
    assertThat(stored().area()).isEqualTo(renamed);
  }

  @Test
  void effects_wait_in_order_beside_the_area_since_the_first_of_them() {
    replace(sample, effect("one", "a"));
    clock.advance(Duration.ofMinutes(1));
    replace(renamed, effect("two", "b"), effect("three", "c"));

    assertThat(stored().outbox()).extracting(Outgoing::id).containsExactly("one", "two", "three");
    assertThat(stored().outboxSince()).isEqualTo(START);
  }

  @Test
  void without_effects_nothing_waits() {
    replace(sample);
    assertThat(stored().outbox()).isEmpty();
    assertThat(stored().outboxSince()).isNull();

    clock.advance(Duration.ofMinutes(1));
    replace(renamed, effect("one", "a"));
    assertThat(stored().outboxSince()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void an_import_that_would_lose_a_locality_is_refused_and_changes_nothing() {
    replace(sample);
    var smaller =
        new Area(
            sample.id(),
            sample.name(),
            sample.timeZone(),
            sample.themes(),
            sample.partners(),
            sample.localities().subList(0, 1),
            sample.reporting());

    assertThatThrownBy(() -> replace(smaller))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("locality-removed");
              assertThat(problem.arguments()).containsExactly("north-ormesby");
            });
    assertThat(stored().area()).isEqualTo(sample);
    assertThat(stored().version()).isEqualTo(1);
  }

  @Test
  void imports_at_the_same_time_leave_one_whole_area_and_every_effect() {
    var imports =
        IntStream.range(0, 8)
            .mapToObj(
                i -> areas.replace(i % 2 == 0 ? sample : renamed, List.of(effect("e" + i, "" + i))))
            .toList();
    Wait.forResult(Future.all(imports));

    assertThat(stored().version()).isEqualTo(8);
    assertThat(stored().outbox())
        .extracting(Outgoing::id)
        .containsExactlyInAnyOrder("e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7");
    assertThat(stored().area()).isIn(sample, renamed);
  }

  @Test
  void the_store_is_not_asked_again_for_a_short_time() {
    var elsewhere = new Areas(store, clock);
    replace(sample);
    Wait.forResult(areas.area());
    Wait.forResult(elsewhere.replace(renamed, List.of()));

    clock.advance(Areas.REMEMBERED.minusMillis(1));
    assertThat(Wait.forResult(areas.area())).contains(sample);

    clock.advance(Duration.ofMillis(1));
    assertThat(Wait.forResult(areas.area())).contains(renamed);
  }

  @Test
  void ones_own_import_is_seen_at_once() {
    replace(sample);
    Wait.forResult(areas.area());

    replace(renamed);

    assertThat(Wait.forResult(areas.area())).contains(renamed);
  }
}
