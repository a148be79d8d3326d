package org.localityvoice.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.notify.Post.NOON;
import static org.localityvoice.notify.Post.about;
import static org.localityvoice.notify.Post.news;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.http.Json;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.notice.Notice;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** News for many, and workers that die between two steps. */
@ExtendWith(StoreExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FanOutTest {
  private static final int MANY = 500;
  private static final String WATCHED = "carriers";

  private final HandClock clock = new HandClock(NOON);
  private final Vertx vertx = Vertx.vertx();

  @AfterAll
  void close() {
    Wait.forResult(vertx.close());
  }

  /** One instance's part. */
  private final class Instance {
    final Mongo mongo;
    final NewsStore news;
    final InboxStore inbox;
    final FollowerStore followers;
    final FanOut fanOut;

    Instance(Store store) {
      mongo = store.connect();
      news = new NewsStore(mongo);
      inbox = new InboxStore(mongo);
      followers = new FollowerStore(mongo, new CompareAndSet(vertx, new Random(1)));
      fanOut = new FanOut(news, followers, inbox, clock);
    }

    /** Many who follow the locality, every second of them the report as well. */
    Instance withManyFollowers() {
      var since = Instant.EPOCH;
      var locality = new Subscription("s1", new Interest.OfLocality("newport"), since);
      var report = new Subscription("s2", new Interest.OfReport("r1"), since);
      for (var i = 0; i < MANY; i++) {
        var follower = Follower.first("person-%03d".formatted(i), locality);
        add(i % 2 == 0 ? follower.with(report) : follower);
      }
      add(Follower.first("stranger", new Subscription("s1", new Interest.OfReport("r2"), since)));
      return this;
    }

    private void add(Follower follower) {
      Wait.forResult(followers.add(follower));
    }

    long told() {
      return Wait.forResult(
          Publishers.one(mongo.collection("inbox", Document.class).countDocuments()));
    }

    NewsItem only() {
      return Wait.forResult(news.waiting(2)).get(0);
    }

    boolean settled() {
      return Wait.forResult(news.waiting(1)).isEmpty();
    }
  }

  @Test
  void everybody_who_follows_is_told_once_page_by_page(Store store) {
    var one = new Instance(store).withManyFollowers();
    Wait.forResult(one.fanOut.accept("e1", news(about("r1", 2, "report.planned"))));

    var first = Wait.forResult(one.fanOut.page(one.only()));
    assertThat(one.told()).isEqualTo(FanOut.PAGE);
    assertThat(first.after()).isEqualTo(one.only().after()).isNotEmpty();
    Wait.forResult(one.fanOut.run());

    assertThat(one.told()).isEqualTo(MANY);
    assertThat(one.settled()).isTrue();
    assertThat(page(one, "person-499")).hasSize(1);
    assertThat(page(one, "stranger")).isEmpty();
  }

  private static List<Entry> page(Instance one, String uid) {
    var inbox = List.of(Recipients.person(uid));
    return Wait.forResult(one.inbox.page(inbox, uid, Optional.empty(), 10));
  }

  @Test
  void a_worker_that_dies_after_a_page_and_before_its_note_costs_nobody_anything(Store store) {
    var died = new Instance(store).withManyFollowers();
    Wait.forResult(died.fanOut.accept("e1", news(about("r1", 2, "report.planned"))));
    var before = died.only();
    Wait.forResult(died.fanOut.page(before));
    // The page is in the inboxes, and the note of it was never made.
    Wait.forResult(died.news.progress(before));
    assertThat(died.only()).isEqualTo(before);

    var other = new Instance(store);
    Wait.forResult(other.fanOut.run());

    assertThat(other.told()).isEqualTo(MANY);
    assertThat(other.settled()).isTrue();
  }

  @Test
  void a_worker_that_dies_in_the_middle_is_followed_by_one_that_goes_on_from_there(Store store) {
    var died = new Instance(store).withManyFollowers();
    Wait.forResult(died.fanOut.accept("e1", news(about("r1", 2, "report.planned"))));
    var item = Wait.forResult(died.fanOut.page(died.only()));
    item = Wait.forResult(died.fanOut.page(item));
    var reached = item;

    // Those who were told already are not gone through again.
    var other = new Instance(store);
    assertThat(other.only().turn()).isEqualTo(reached.turn());
    assertThat(other.only().after()).isEqualTo(reached.after());
    Wait.forResult(other.fanOut.run());
    assertThat(other.told()).isEqualTo(MANY);
  }

  @Test
  void two_workers_at_once_tell_everybody_once(Store store) {
    var one = new Instance(store).withManyFollowers();
    var two = new Instance(store);
    Wait.forResult(one.fanOut.accept("e1", news(about("r1", 2, "report.planned"))));
    Wait.forResult(one.fanOut.accept("e2", news(about("r1", 3, "report.in-progress"))));

    Wait.forResult(Future.all(one.fanOut.run(), two.fanOut.run()));

    assertThat(one.told()).isEqualTo(2L * MANY);
    assertThat(one.settled()).isTrue();
  }

  @Test
  void an_effect_that_comes_again_after_everything_is_done_tells_nobody_again(Store store) {
    var one = new Instance(store).withManyFollowers();
    var said = news(about("r1", 2, "report.planned"));
    for (var time = 0; time < 2; time++) {
      Wait.forResult(one.fanOut.accept("e1", said));
      Wait.forResult(one.fanOut.accept("e1", said));
      Wait.forResult(one.fanOut.run());
    }
    assertThat(one.told()).isEqualTo(MANY);
    assertThat(one.settled()).isTrue();
  }

  @Test
  void a_relay_that_dies_between_delivery_and_note_makes_no_second_entry(Store store) {
    var one = new Instance(store);
    var entry = Post.effect("e1", Post.toPeople(about("r1", 2, "report.planned"), "ana", "gita"));
    var carrier = new Post.Carrier("c1", 1, List.of(entry), NOON);
    var carriers = one.mongo.collection(WATCHED, Post.Carrier.class);
    Wait.forResult(Publishers.done(carriers.insertOne(carrier)));
    // The receiver does its work, and the process dies before the relay hears of it.
    Promise<Void> never = Promise.promise();
    var delivered = new AtomicInteger();
    start(
        one.mongo,
        effect ->
            deliver(one, effect)
                .onSuccess(done -> delivered.incrementAndGet())
                .compose(done -> never.future()));
    Wait.until("the delivery", () -> delivered.get() == 1);
    assertThat(one.told()).isEqualTo(2);

    var other = new Instance(store);
    clock.advance(Duration.ofMinutes(1));
    var jobs =
        start(
            other.mongo,
            effect -> deliver(other, effect).onSuccess(done -> delivered.incrementAndGet()));
    Wait.until("the second delivery", () -> delivered.get() == 2);
    Wait.forResult(jobs.runAllNow());

    assertThat(other.told()).isEqualTo(2);
    assertThat(Wait.forResult(Publishers.first(carriers.find())).orElseThrow().outbox()).isEmpty();
    Wait.forResult(jobs.stop());
  }

  private Future<Void> deliver(Instance one, Outgoing effect) {
    return new InboxService(one.inbox, clock).deliver(Json.value(effect.payload(), Notice.class));
  }

  private Jobs start(Mongo mongo, Function<Outgoing, Future<Void>> receiver) {
    var holder = UUID.randomUUID().toString();
    var jobs = new Jobs(vertx, new Leases(mongo, holder, clock), clock, Duration.ofSeconds(30));
    new Relay(mongo, jobs, clock).watch(WATCHED).deliver(Notice.KIND, receiver);
    jobs.start();
    return jobs;
  }

  @Test
  void a_notice_to_a_thousand_people_fits_into_one_delivery(Store store) {
    var one = new Instance(store);
    var people = IntStream.range(0, 1_000).mapToObj("person-%d"::formatted).toArray(String[]::new);
    var feature =
        new NotifyFeature(
            one.mongo,
            new CompareAndSet(vertx, new Random(1)),
            new Areas(new AreaStore(one.mongo, new CompareAndSet(vertx, new Random(1))), clock),
            Messages.load(),
            clock);
    var jobs = new Jobs(vertx, new Leases(one.mongo, "me", clock), clock, Duration.ofSeconds(30));
    feature.connect(new Relay(one.mongo, jobs, clock).watch(WATCHED), jobs);
    var effect = Post.effect("e1", Post.toPeople(about("r1", 2, "report.planned"), people));
    var carriers = one.mongo.collection(WATCHED, Post.Carrier.class);
    Wait.forResult(
        Publishers.done(carriers.insertOne(new Post.Carrier("c1", 1, List.of(effect), NOON))));
    Wait.forResult(jobs.runAllNow());
    assertThat(one.told()).isEqualTo(1_000);
  }
}
