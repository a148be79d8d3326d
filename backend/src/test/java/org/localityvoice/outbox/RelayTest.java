package org.localityvoice.outbox;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

@ExtendWith(StoreExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayTest {
  private static final Instant START = Instant.parse("2026-10-05T09:00:00Z");
  private final HandClock clock = new HandClock(START);
  private final Vertx vertx = Vertx.vertx();

  @AfterAll
  void close() {
    Wait.forResult(vertx.close());
  }

  /** A document as features have them. */
  public record Thing(
      @BsonId String id, long version, int changes, List<Outgoing> outbox, Instant outboxSince)
      implements Versioned {

    static Thing with(String id, String... entries) {
      var outbox = List.of(entries).stream().map(e -> new Outgoing(e, "test", "{}")).toList();
      return new Thing(id, 1, 0, outbox, outbox.isEmpty() ? null : START);
    }

    Thing changed(String entry) {
      var more = new ArrayList<>(outbox);
      more.add(new Outgoing(entry, "test", "{}"));
      return new Thing(
          id, version + 1, changes + 1, more, outboxSince == null ? START : outboxSince);
    }
  }

  private Relay relay(Mongo mongo) {
    var jobs = new Jobs(vertx, new Leases(mongo, "me", clock), clock, Duration.ofSeconds(30));
    return new Relay(mongo, jobs, clock).watch("things");
  }

  private static MongoCollection<Thing> things(Mongo mongo, Thing... first) {
    var things = mongo.collection("things", Thing.class);
    List.of(first).forEach(thing -> Wait.forResult(Publishers.done(things.insertOne(thing))));
    return things;
  }

  private static Thing read(MongoCollection<Thing> things, String id) {
    return Wait.forResult(Publishers.first(things.find(eq("_id", id)))).orElseThrow();
  }

  @Test
  void every_entry_is_delivered_in_order_and_the_document_has_nothing_due_afterwards(Store store) {
    var mongo = store.connect();
    var things =
        things(mongo, Thing.with("a", "a1", "a2", "a3"), Thing.with("b", "b1"), Thing.with("c"));
    var seen = new CopyOnWriteArrayList<String>();
    var relay = relay(mongo).deliver("test", entry -> note(seen, entry));

    Wait.forResult(relay.sweep());

    assertThat(seen).containsExactlyInAnyOrder("a1", "a2", "a3", "b1");
    assertThat(seen).containsSubsequence("a1", "a2", "a3");
    assertThat(read(things, "a").outbox()).isEmpty();
    assertThat(read(things, "a").outboxSince()).isNull();
    assertThat(read(things, "c").version()).isEqualTo(1);
    assertThat(Wait.forResult(relay.depth()).documents()).isZero();
  }

  private static Future<Void> note(List<String> seen, Outgoing entry) {
    seen.add(entry.id());
    return Future.succeededFuture();
  }

  @Test
  void a_crash_after_a_delivery_delivers_that_entry_again_and_no_later_one_before_it(Store store) {
    var mongo = store.connect();
    var things = things(mongo, Thing.with("a", "a1", "a2"));
    var seen = new CopyOnWriteArrayList<String>();
    // The receiver does its work, and the process dies before the relay hears of it.
    Promise<Void> never = Promise.promise();
    var died =
        relay(mongo)
            .deliver("test", entry -> note(seen, entry).compose(done -> never.future()))
            .sweep();
    Wait.until("the first delivery", () -> seen.size() == 1);
    assertThat(died.isComplete()).isFalse();

    Wait.forResult(relay(store.connect()).deliver("test", e -> note(seen, e)).sweep());

    assertThat(seen).containsExactly("a1", "a1", "a2");
    assertThat(read(things, "a").outbox()).isEmpty();
  }

  @Test
  void a_crash_between_the_last_removal_and_its_note_is_tidied_up(Store store) {
    var mongo = store.connect();
    var things = things(mongo, new Thing("a", 7, 0, List.of(), START));
    var relay = relay(mongo);
    assertThat(Wait.forResult(relay.depth()).documents()).isEqualTo(1);

    Wait.forResult(relay.sweep());

    assertThat(read(things, "a").outboxSince()).isNull();
    assertThat(Wait.forResult(relay.depth()).oldest()).isEmpty();
  }

  @Test
  void a_failing_receiver_keeps_its_own_document_waiting_and_no_other(Store store) {
    var mongo = store.connect();
    var things = things(mongo, Thing.with("a", "a1", "a2"), Thing.with("b", "b1", "b2"));
    var seen = new CopyOnWriteArrayList<String>();
    var down = ConcurrentHashMap.<String>newKeySet();
    down.add("a1");
    var relay =
        relay(mongo)
            .deliver(
                "test",
                entry -> {
                  seen.add(entry.id());
                  return down.contains(entry.id())
                      ? Future.failedFuture("down")
                      : Future.succeededFuture();
                });

    Wait.forResult(relay.sweep());
    assertThat(seen).containsExactlyInAnyOrder("a1", "b1", "b2");
    assertThat(read(things, "a").outbox()).hasSize(2);
    assertThat(Wait.forResult(relay.depth())).isEqualTo(new Depth(1, Optional.of(START)));

    // It rests for a second, then two.
    seen.clear();
    Wait.forResult(relay.sweep());
    assertThat(seen).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    Wait.forResult(relay.sweep());
    assertThat(seen).containsExactly("a1");
    clock.advance(Duration.ofMillis(1_999));
    Wait.forResult(relay.sweep());
    assertThat(seen).containsExactly("a1");

    down.clear();
    clock.advance(Duration.ofMillis(1));
    Wait.forResult(relay.sweep());
    assertThat(seen).containsExactly("a1", "a1", "a2");
  }

  @Test
  void a_receiver_that_throws_or_is_missing_is_a_failure_like_any_other(Store store) {
    var mongo = store.connect();
    var things = things(mongo, Thing.with("a", "a1"));
    Wait.forResult(
        Publishers.done(
            things.insertOne(
                new Thing("b", 1, 0, List.of(new Outgoing("b1", "unknown", "{}")), START))));
    var relay =
        relay(mongo)
            .deliver(
                "test",
                entry -> {
                  throw new IllegalStateException("broken");
                });

    Wait.forResult(relay.sweep());

    assertThat(read(things, "a").outbox()).hasSize(1);
    assertThat(read(things, "b").outbox()).hasSize(1);
  }

  @Test
  void more_failing_documents_than_fit_on_a_page_do_not_hide_the_good_one(Store store) {
    var mongo = store.connect();
    var seen = new CopyOnWriteArrayList<String>();
    var bad = IntStream.range(0, 70).mapToObj(i -> Thing.with("bad" + i, "no" + i));
    var things = things(mongo, bad.toArray(Thing[]::new));
    var late = new Thing("z", 1, 0, List.of(new Outgoing("z1", "test", "")), START.plusSeconds(9));
    Wait.forResult(Publishers.done(things.insertOne(late)));
    var relay =
        relay(mongo)
            .deliver(
                "test",
                entry ->
                    entry.id().startsWith("no") ? Future.failedFuture("down") : note(seen, entry));

    for (int sweep = 0; sweep < 3; sweep++) {
      Wait.forResult(relay.sweep());
    }

    assertThat(seen).containsExactly("z1");
  }

  @Test
  void writers_that_race_with_the_relay_lose_nothing_and_see_their_order(Store store) {
    var mongo = store.connect();
    var things = things(mongo, Thing.with("a"), Thing.with("b"));
    var changes = new CompareAndSet(vertx, new Random(3));
    var seen = new ConcurrentHashMap<String, List<String>>();
    var relay =
        relay(mongo)
            .deliver(
                "test",
                entry -> {
                  var document = entry.id().substring(0, 1);
                  seen.computeIfAbsent(document, key -> new CopyOnWriteArrayList<>())
                      .add(entry.id());
                  return Future.succeededFuture();
                });
    var written = new HashMap<String, List<String>>();
    var writers =
        List.of("a", "b").stream()
            .map(
                id ->
                    write(
                        changes,
                        things,
                        id,
                        0,
                        written.computeIfAbsent(id, k -> new ArrayList<>())))
            .toList();
    var all = Future.all(writers);
    while (!all.isComplete()) {
      Wait.forResult(relay.sweep());
    }
    Wait.forResult(all);
    Wait.forResult(relay.sweep());

    for (var id : Set.of("a", "b")) {
      assertThat(read(things, id).changes()).isEqualTo(40);
      assertThat(read(things, id).outboxSince()).isNull();
      // Nothing crashed here, so nothing may come twice either: no writer has put an entry back.
      assertThat(seen.getOrDefault(id, List.of())).isEqualTo(written.get(id));
    }
  }

  private static Future<Void> write(
      CompareAndSet changes,
      MongoCollection<Thing> things,
      String id,
      int n,
      List<String> written) {
    if (n == 40) {
      return Future.succeededFuture();
    }
    var entry = id + n;
    return changes
        .change(things, id, seen -> Decision.replace(seen.changed(entry), entry))
        .compose(
            done -> {
              written.add(entry);
              return write(changes, things, id, n + 1, written);
            });
  }

  @Test
  void a_nudge_delivers_without_waiting_for_the_next_look(Store store) {
    var mongo = store.connect();
    Map<String, Boolean> seen = new ConcurrentHashMap<>();
    var jobs = new Jobs(vertx, new Leases(mongo, "me", clock), clock, Duration.ofSeconds(30));
    var relay =
        new Relay(mongo, jobs, clock)
            .watch("things")
            .deliver(
                "test",
                entry -> {
                  seen.put(entry.id(), true);
                  return Future.succeededFuture();
                });
    jobs.start();
    var things = things(mongo, Thing.with("a", "a1"));
    relay.nudge();
    Wait.until("the delivery", () -> seen.containsKey("a1"));
    Wait.until("the removal", () -> read(things, "a").outbox().isEmpty());
    Wait.forResult(jobs.stop());
  }
}
