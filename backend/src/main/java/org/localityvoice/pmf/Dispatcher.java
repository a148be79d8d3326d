package org.localityvoice.pmf;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.localityvoice.pmf.NextAttempt.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands due statements over. Each step is one guarded write, so that it may stop between any two
 * and any instance may go on: a claim that is not followed by an answer lapses, and the statement
 * is sent again with the same id and the same bytes.
 */
final class Dispatcher {
  static final int PAGE = 20;
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final StatementStore statements;
  private final EndpointStore endpoint;
  private final Sink sink;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Duration claim;

  /**
   * A dispatcher.
   *
   * @param claim how long one attempt is nobody else's; longer than any attempt takes
   */
  Dispatcher(
      StatementStore statements,
      EndpointStore endpoint,
      Sink sink,
      InstantSource clock,
      RandomGenerator random,
      Duration claim) {
    this.statements = statements;
    this.endpoint = endpoint;
    this.sink = sink;
    this.clock = clock;
    this.random = random;
    this.claim = claim;
  }

  /**
   * One round: at most a page of statements, one after the other.
   *
   * @return whether more may be waiting
   */
  Future<Boolean> round() {
    return endpoint
        .paused()
        .compose(paused -> paused ? holdAll() : releaseAll().compose(x -> sendDue()));
  }

  private Future<Boolean> holdAll() {
    var now = clock.instant();
    var waiting = statements.of(List.of("Pending"), PAGE);
    var lapsed = statements.due(now, PAGE);
    return Future.all(waiting, lapsed)
        .map(x -> Stream.concat(waiting.result().stream(), lapsed.result().stream()).distinct())
        .compose(ids -> change(ids.toList(), one -> one.hold(now)))
        .map(held -> waiting.result().size() == PAGE);
  }

  private Future<Void> releaseAll() {
    var now = clock.instant();
    return statements
        .of(StatementState.types("held"), PAGE)
        .compose(held -> change(held, one -> one.release(now)));
  }

  private Future<Void> change(List<String> ids, Function<Statement, Optional<Statement>> step) {
    return Future.all(ids.stream().map(id -> statements.change(id, step)).toList()).mapEmpty();
  }

  private Future<Boolean> sendDue() {
    return statements.due(clock.instant(), PAGE).compose(due -> sendInTurn(due, 0));
  }

  /** Stops early at an endpoint in trouble: the others would only spend their attempts on it. */
  private Future<Boolean> sendInTurn(List<String> due, int next) {
    if (next == due.size()) {
      return Future.succeededFuture(due.size() == PAGE);
    }
    var id = due.get(next);
    return send(id)
        .recover(failure -> skip(id, failure))
        .compose(go -> go ? sendInTurn(due, next + 1) : Future.succeededFuture(false));
  }

  /** One statement that cannot be read or written must not keep the others from going out. */
  private static Future<Boolean> skip(String id, Throwable failure) {
    LOG.error(
        "statement {} is left for the next round: {}: {}",
        id,
        failure.getClass().getSimpleName(),
        failure.getMessage());
    return Future.succeededFuture(true);
  }

  /** Answers whether to go on with the next one. */
  private Future<Boolean> send(String id) {
    return endpoint
        .paused()
        .compose(paused -> paused ? Future.succeededFuture(false) : claimAndSend(id));
  }

  private Future<Boolean> claimAndSend(String id) {
    var now = clock.instant();
    return statements
        .change(id, one -> one.claim(now, now.plus(claim)))
        .compose(
            claimed -> claimed.map(one -> attempt(one, now)).orElse(Future.succeededFuture(true)));
  }

  private Future<Boolean> attempt(Statement claimed, Instant at) {
    return sink.send(claimed, at)
        .compose(sent -> conclude(claimed, sent).map(x -> !sent.answer().overloaded()));
  }

  private Future<Void> conclude(Statement claimed, Sink.Sent sent) {
    var number = claimed.attempted();
    var now = clock.instant();
    var outcome =
        NextAttempt.after(
            failures(claimed), sent.answer(), sent.retryAfter(), now, random.nextDouble());
    log(claimed, number, sent.answer(), outcome);
    var to = sink.target(claimed);
    // Paused first: were it the other way round, a crash between the two would let more be sent.
    var paused =
        outcome instanceof Outcome.Gone
            ? endpoint.pause(now, claimed.id())
            : Future.<Void>succeededFuture();
    return paused
        .compose(
            x ->
                statements.change(
                    claimed.id(),
                    one -> Optional.of(one.conclude(number, sent.answer(), outcome, to, now))))
        .mapEmpty();
  }

  private static int failures(Statement claimed) {
    return claimed.state() instanceof StatementState.Sending sending ? sending.failures() : 0;
  }

  private static void log(Statement statement, int number, Answer answer, Outcome outcome) {
    var level =
        outcome instanceof Outcome.Delivered
            ? LOG.atInfo()
            : outcome instanceof Outcome.Retry ? LOG.atWarn() : LOG.atError();
    level.log(
        "statement {} sequence {} attempt {}: {}, {}",
        statement.id(),
        statement.sequence(),
        number,
        answer instanceof Answer.Status status ? "status " + status.code() : answer,
        outcome);
  }
}
