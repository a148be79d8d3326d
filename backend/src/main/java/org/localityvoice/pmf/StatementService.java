package org.localityvoice.pmf;

import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Takes statements in, lists them, and sends them again when a person asks for it. */
final class StatementService {
  private static final int MOST_COLLISIONS = 100;

  private final StatementStore statements;
  private final EndpointStore endpoint;
  private final URI publicUrl;
  private final InstantSource clock;

  StatementService(
      StatementStore statements, EndpointStore endpoint, URI publicUrl, InstantSource clock) {
    this.statements = statements;
    this.endpoint = endpoint;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** Takes a release's statement in, once: a second delivery of it does nothing. */
  Future<Void> accept(Outgoing outgoing) {
    return accept(StatementPayload.read(outgoing.payload()), 1);
  }

  private Future<Void> accept(StatementPayload payload, int attempt) {
    return statements
        .find(payload.id())
        .compose(
            found -> {
              if (found.isPresent()) {
                return Future.succeededFuture();
              }
              return statements
                  .highestSequence()
                  .compose(highest -> statements.insert(fresh(payload, highest + 1)))
                  .compose(
                      inserted -> {
                        if (inserted) {
                          return Future.succeededFuture();
                        }
                        // Another statement took the number, or another delivery was faster.
                        return attempt < MOST_COLLISIONS
                            ? accept(payload, attempt + 1)
                            : Future.failedFuture(Problem.of(ProblemType.UNAVAILABLE));
                      });
            });
  }

  private Statement fresh(StatementPayload payload, long sequence) {
    var event = payload.event(publicUrl, sequence);
    return Statement.fresh(payload.id(), sequence, payload.subject(), event, clock.instant());
  }

  /** One statement. */
  Future<Optional<Statement>> find(String id) {
    return statements.find(id);
  }

  /**
   * Statements by sequence, newest last.
   *
   * @param state a state's name in the contract
   * @param after the sequence to begin after
   */
  Future<List<Statement>> list(Optional<String> state, long after, int limit) {
    return statements.page(state.map(StatementState::types).orElse(List.of()), after, limit);
  }

  /**
   * Sends a statement again: same id, same bytes, new timestamp, schedule from its start. If the
   * endpoint was paused it no longer is.
   *
   * @param key the request's idempotency key; a key seen before does nothing
   * @return the statement; fails with {@code not-found}, or {@code statement-still-pending}
   */
  Future<Statement> replay(String id, String key) {
    return statements
        .find(id)
        .compose(
            found -> {
              var statement = found.orElseThrow(Problem::notFound);
              // The pause goes first: after a crash in between, the same key still does the rest.
              return again(statement, key).isEmpty()
                  ? Future.succeededFuture(statement)
                  : endpoint
                      .resume()
                      .compose(x -> statements.change(id, seen -> again(seen, key)))
                      .compose(
                          changed ->
                              changed
                                  .map(Future::succeededFuture)
                                  .orElseGet(() -> replay(id, key)));
            });
  }

  private Optional<Statement> again(Statement statement, String key) {
    if (statement.replayedUnder(key)) {
      return Optional.empty();
    }
    if (statement.pending()) {
      throw Problem.conflict("statement-still-pending");
    }
    return Optional.of(statement.replay(key, clock.instant()));
  }

  /** How the push stands. */
  Future<StatementCounts> counts() {
    var pending = statements.count(StatementState.types("pending"));
    var held = statements.count(StatementState.types("held"));
    var dead = statements.count(StatementState.types("dead"));
    var oldest = statements.oldestPending();
    return Future.all(pending, held, dead, oldest)
        .map(
            all ->
                new StatementCounts(
                    pending.result(),
                    held.result(),
                    dead.result(),
                    oldest
                        .result()
                        .map(since -> Duration.between(since, clock.instant()))
                        .orElse(Duration.ZERO)));
  }
}
