package org.localityvoice.event.allocation;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.schedule.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in: everything that is asked about places goes through {@link #apply}. What has happened
 * follows through the outbox, as {@link PlacesEffect}.
 */
public final class Allotments {
  /** The job that lets time take effect. */
  public static final String JOB = "event.places";

  /** No further changes until the relay has taken some away: the document must stay small. */
  static final int MOST_EFFECTS_WAITING = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(Allotments.class);
  private static final int MOST_TRIES = 25;
  private static final int LONGEST_PAUSE_MILLIS = 40;
  private static final int PAGE = 64;
  private static final Duration PERIOD = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final AllotmentStore store;
  private final Relay relay;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Lanes lanes = new Lanes(this::write);

  /**
   * The allotments of a store.
   *
   * @param random spreads the retries of instances that collided
   */
  public Allotments(
      Vertx vertx, Mongo mongo, Relay relay, InstantSource clock, RandomGenerator random) {
    this(vertx, new AllotmentStore(mongo), relay, clock, random);
  }

  Allotments(
      Vertx vertx, AllotmentStore store, Relay relay, InstantSource clock, RandomGenerator random) {
    this.vertx = vertx;
    this.store = store;
    this.relay = relay;
    this.clock = clock;
    this.random = random;
  }

  /** Has effects delivered, and time take effect. */
  public void connect(Jobs jobs) {
    relay.watchAppended(AllotmentStore.COLLECTION);
    jobs.every(JOB, PERIOD, this::sweep);
  }

  /** Opens an allotment; one of that id that is there already stays as it is. */
  public Future<Void> open(NewAllotment wanted) {
    return store.add(Allocator.open(wanted)).mapEmpty();
  }

  /**
   * An allotment as it was a moment ago; what time has changed since may not be in it yet.
   *
   * @return absent when there is none of this id
   */
  public Future<Optional<Allotment>> read(String id) {
    return store.find(id);
  }

  /**
   * Asks for something.
   *
   * @return the answer, once it is durable; fails with {@code not-found} when there is no such
   *     allotment, and with {@code unavailable} when so much goes on that nothing is known of the
   *     command: whoever asks again gets the answer
   */
  public Future<Answer> apply(String id, Command command) {
    return lanes.ask(id, command);
  }

  /**
   * Takes a participant out of every session that is not over. Whoever may still bring them in must
   * have been stopped before.
   */
  public Future<Void> removeParticipant(String participant) {
    return removeParticipant(participant, "");
  }

  private Future<Void> removeParticipant(String participant, String after) {
    return store
        .with(participant, after, PAGE)
        .compose(
            page ->
                page.isEmpty()
                    ? Future.succeededFuture()
                    : all(page, new Command.RemoveParticipant(participant))
                        .compose(
                            done -> removeParticipant(participant, page.get(page.size() - 1))));
  }

  /**
   * Forgets who was in sessions that are over for long; see {@link Command.Forget}. The allotments
   * stay, without anybody.
   *
   * @param held whether something of these sessions must not be removed
   * @param note is told, batch by batch, how many have forgotten something
   */
  public Future<Void> forget(
      Command.Forget what,
      Function<Collection<String>, Future<Boolean>> held,
      Function<Integer, Future<Void>> note) {
    return new Forgetting(store, this::apply).run(what, held, note);
  }

  /** Lets time take effect wherever it is due. */
  Future<Void> sweep() {
    return store
        .due(clock.instant(), PAGE)
        .compose(
            page ->
                swept(page)
                    .compose(
                        done ->
                            page.size() < PAGE || done == 0 ? Future.succeededFuture() : sweep()));
  }

  /** How many of them time took effect in; one that it could not stops no other. */
  private Future<Integer> swept(List<String> ids) {
    var all =
        ids.stream()
            .map(id -> apply(id, new Command.Sweep()).map(1).otherwise(Allotments::noted))
            .toList();
    return Future.all(all).map(done -> all.stream().mapToInt(Future::result).sum());
  }

  private static Integer noted(Throwable failure) {
    LOG.warn("an allotment waits for the next sweep: {}", failure.getClass().getSimpleName());
    return 0;
  }

  private Future<Void> all(List<String> ids, Command command) {
    return Future.join(ids.stream().map(id -> apply(id, command)).toList()).mapEmpty();
  }

  private Future<List<Answer>> write(String id, List<Command> commands) {
    return attempt(id, commands, 1);
  }

  private Future<List<Answer>> attempt(String id, List<Command> commands, int attempt) {
    return store
        .find(id)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            seen -> {
              var to = Allocator.apply(seen, commands, clock.instant());
              if (to.next().version() == seen.version()) {
                return Future.succeededFuture(to.answers());
              }
              if (seen.outbox().size() >= MOST_EFFECTS_WAITING) {
                return Future.failedFuture(busy());
              }
              return store
                  .change(seen, to)
                  .compose(won -> won ? written(to.answers()) : again(id, commands, attempt));
            });
  }

  private Future<List<Answer>> written(List<Answer> answers) {
    relay.nudge();
    return Future.succeededFuture(answers);
  }

  private Future<List<Answer>> again(String id, List<Command> commands, int attempt) {
    if (attempt == MOST_TRIES) {
      return Future.failedFuture(busy());
    }
    Promise<List<Answer>> promise = Promise.promise();
    vertx.setTimer(
        1L + random.nextInt(LONGEST_PAUSE_MILLIS),
        pause -> attempt(id, commands, attempt + 1).onComplete(promise));
    return promise.future();
  }

  static Problem busy() {
    return Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
  }
}
