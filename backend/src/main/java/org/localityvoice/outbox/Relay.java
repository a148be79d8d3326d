package org.localityvoice.outbox;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.OutboxStore.Due;
import org.localityvoice.schedule.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries effects out of the documents they were written in: at least once, and in order for each
 * document. A document takes part when it has the fields {@code outbox} (list of {@link Outgoing}),
 * {@code outboxSince} (date, absent when the outbox is empty) and {@code version}, and its key is
 * text. Nothing is promised about the order between documents.
 *
 * <p>A delivery that fails, or takes longer than {@link #LONGEST_DELIVERY}, leaves the entry where
 * it is and lets the document rest for a while; other documents go on.
 */
public final class Relay {
  /** The name of the job that does the work. */
  public static final String JOB = "outbox";

  /** How long a receiver may take. */
  public static final Duration LONGEST_DELIVERY = Duration.ofSeconds(30);

  /** Where {@link #depth} stops counting. */
  public static final int MOST_COUNTED = 1_000;

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int PAGE = 32;
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private final Mongo mongo;
  private final Jobs jobs;
  private final InstantSource clock;
  private final Map<String, Watched> watched = new ConcurrentHashMap<>();
  private final Map<String, Function<Outgoing, Future<Void>>> receivers = new ConcurrentHashMap<>();

  private record Watched(OutboxStore store, Backoff backoff) {}

  /** A relay that works as the job {@link #JOB}. */
  public Relay(Mongo mongo, Jobs jobs, InstantSource clock) {
    this.mongo = mongo;
    this.jobs = jobs;
    this.clock = clock;
    jobs.every(JOB, PERIOD, this::sweep);
  }

  /** Looks for effects in a collection from now on, and declares the index that it takes. */
  public Relay watch(String collection) {
    return watch(new OutboxStore(mongo, collection, true), collection);
  }

  /**
   * The same for a collection whose writers add to the outbox and never replace it. Deliveries then
   * leave the version as it is, so that a busy document can be changed while they go on.
   */
  public Relay watchAppended(String collection) {
    return watch(new OutboxStore(mongo, collection, false), collection);
  }

  private Relay watch(OutboxStore store, String collection) {
    watched.putIfAbsent(collection, new Watched(store, new Backoff()));
    return this;
  }

  /**
   * Names the receiver of a kind of effect.
   *
   * @param receiver may be called again with an entry it has seen, and must then do nothing; the
   *     entry counts as delivered when its future succeeds
   */
  public Relay deliver(String kind, Function<Outgoing, Future<Void>> receiver) {
    if (receivers.putIfAbsent(kind, receiver) != null) {
      throw new IllegalStateException("effects of kind " + kind + " have a receiver already");
    }
    return this;
  }

  /** To be called after a write with an effect: delivery then need not wait for the next look. */
  public void nudge() {
    jobs.wake(JOB);
  }

  /** How much waits, over all watched collections. */
  public Future<Depth> depth() {
    var counts = watched.values().stream().map(w -> w.store().waiting(MOST_COUNTED)).toList();
    return Future.all(counts)
        .map(
            done -> {
              var since = counts.stream().flatMap(count -> count.result().stream()).toList();
              return new Depth(since.size(), since.stream().min(Instant::compareTo));
            });
  }

  /** Looks through every watched collection once, for at most a page of documents each. */
  Future<Void> sweep() {
    return Future.join(watched.values().stream().map(this::sweep).toList()).mapEmpty();
  }

  private Future<Void> sweep(Watched place) {
    return place
        .store()
        .due(place.backoff().at(clock.instant()), PAGE)
        .compose(page -> deliver(place, page));
  }

  private Future<Void> deliver(Watched place, List<Due> page) {
    if (page.isEmpty()) {
      return Future.succeededFuture();
    }
    return Future.join(page.stream().map(due -> deliver(place, due)).toList())
        .onSuccess(
            done -> {
              if (page.size() == PAGE) {
                nudge();
              }
            })
        .mapEmpty();
  }

  private Future<Void> deliver(Watched place, Due due) {
    var delivered = Future.<Void>succeededFuture();
    for (var entry : due.entries()) {
      delivered =
          delivered
              .compose(before -> hand(entry))
              .compose(handed -> place.store().remove(due.id(), entry.id()));
    }
    return delivered
        .compose(all -> place.store().settle(due.id()))
        .onSuccess(settled -> place.backoff().succeeded(due.id()))
        .recover(failure -> rest(place, due, failure));
  }

  private Future<Void> hand(Outgoing entry) {
    var receiver = receivers.get(entry.kind());
    if (receiver == null) {
      return Future.failedFuture("no receiver for effects of kind " + entry.kind());
    }
    return receiver.apply(entry).timeout(LONGEST_DELIVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private Future<Void> rest(Watched place, Due due, Throwable failure) {
    var until = place.backoff().failed(due.id(), clock.instant());
    LOG.warn(
        "effects of a document rest until {}: {}: {}",
        until,
        failure.getClass().getSimpleName(),
        failure.getMessage());
    return Future.succeededFuture();
  }
}
