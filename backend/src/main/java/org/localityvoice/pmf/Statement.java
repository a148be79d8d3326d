package org.localityvoice.pmf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.pmf.NextAttempt.Outcome;
import org.localityvoice.pmf.StatementState.Cause;
import org.localityvoice.pmf.StatementState.Dead;
import org.localityvoice.pmf.StatementState.Delivered;
import org.localityvoice.pmf.StatementState.Held;
import org.localityvoice.pmf.StatementState.Pending;
import org.localityvoice.pmf.StatementState.Sending;

/**
 * One statement for the performance framework, on its way to the endpoint. Its methods are the
 * whole life of a statement; each answers the next version and touches nothing.
 *
 * @param id the CloudEvents id, and the {@code webhook-id} of every attempt
 * @param version counts the replacements
 * @param sequence 1, 2, 3 …: without gaps, in the order in which statements were taken in
 * @param subject {@code <locality>/<wave>}, or {@code <locality>/<period>}
 * @param event the CloudEvent, the very text that every attempt sends
 * @param attempted number of the latest attempt
 * @param attempts the latest attempts, at most {@link #MOST_ATTEMPTS_KEPT}, oldest first
 * @param replays the latest keys under which it was asked for again
 */
public record Statement(
    @BsonId String id,
    long version,
    long sequence,
    String subject,
    String event,
    StatementState state,
    int attempted,
    List<Attempt> attempts,
    List<String> replays)
    implements Versioned {

  static final int MOST_ATTEMPTS_KEPT = 50;
  static final int MOST_REPLAYS_KEPT = 32;

  public Statement {
    attempts = List.copyOf(attempts);
    replays = List.copyOf(replays);
  }

  static Statement fresh(String id, long sequence, String subject, String event, Instant now) {
    var state = new Pending(now, 0, now);
    return new Statement(id, 1, sequence, subject, event, state, 0, List.of(), List.of());
  }

  /** Claims it for one attempt; empty when it is not due, or somebody else's. */
  Optional<Statement> claim(Instant now, Instant claimedUntil) {
    var number = attempted + 1;
    if (state instanceof Pending pending && !pending.dueAt().isAfter(now)) {
      var sending = new Sending(pending.since(), pending.failures(), number, claimedUntil);
      return Optional.of(attempting(number, now, sending));
    }
    if (state instanceof Sending other && !other.dueAt().isAfter(now)) {
      // Its dispatcher died. Whether that attempt arrived is not known, so it is no failure.
      var sending = new Sending(other.since(), other.failures(), number, claimedUntil);
      return Optional.of(attempting(number, now, sending));
    }
    return Optional.empty();
  }

  /**
   * Notes what came of an attempt. A late answer, to an attempt whose claim has lapsed, is noted as
   * well, but only moves the statement when it says that the statement has arrived.
   *
   * @param to where it was sent: a host or a file
   */
  Statement conclude(int attempt, Answer answer, Outcome outcome, String to, Instant now) {
    var retry = outcome instanceof Outcome.Retry again ? again.at() : null;
    var ours = state instanceof Sending sending && sending.attempt() == attempt;
    var noted =
        attempts.stream()
            .map(
                one ->
                    one.number() == attempt
                        ? one.answered(answer, ours ? Optional.ofNullable(retry) : Optional.empty())
                        : one)
            .toList();
    var next = ours || outcome instanceof Outcome.Delivered ? following(outcome, to, now) : state;
    return with(next, attempted, noted, replays);
  }

  /** Keeps it back while the endpoint is paused; empty when it waits for nothing. */
  Optional<Statement> hold(Instant now) {
    if (state instanceof Pending pending) {
      return Optional.of(to(new Held(pending.since(), pending.failures())));
    }
    if (state instanceof Sending sending && !sending.dueAt().isAfter(now)) {
      return Optional.of(to(new Held(sending.since(), sending.failures())));
    }
    return Optional.empty();
  }

  /** Lets it go again; empty when it was not held. */
  Optional<Statement> release(Instant now) {
    return state instanceof Held held
        ? Optional.of(to(new Pending(held.since(), held.failures(), now)))
        : Optional.empty();
  }

  /** Whether it still waits to be handed over, so that there is nothing to ask for again. */
  boolean pending() {
    return state instanceof Pending || state instanceof Sending;
  }

  /** Whether it was asked for again under this key before. */
  boolean replayedUnder(String key) {
    return replays.contains(key);
  }

  /** Starts the schedule afresh. */
  Statement replay(String key, Instant now) {
    var keys = latest(Stream.concat(replays.stream(), Stream.of(key)).toList(), MOST_REPLAYS_KEPT);
    return with(new Pending(now, 0, now), attempted, attempts, keys);
  }

  /** The latest attempt that came to something. */
  Optional<Attempt> lastAnswered() {
    return attempts.stream()
        .filter(attempt -> !(attempt.answer() instanceof Answer.Unknown))
        .reduce((before, after) -> after);
  }

  private StatementState following(Outcome outcome, String to, Instant now) {
    if (outcome instanceof Outcome.Retry retry && state instanceof Sending sending) {
      return new Pending(sending.since(), sending.failures() + 1, retry.at());
    }
    if (outcome instanceof Outcome.Gone) {
      return new Dead(now, Cause.ENDPOINT_GONE);
    }
    return outcome instanceof Outcome.Exhausted
        ? new Dead(now, Cause.ATTEMPTS_EXHAUSTED)
        : new Delivered(now, to);
  }

  private Statement attempting(int number, Instant now, StatementState next) {
    var all = Stream.concat(attempts.stream(), Stream.of(Attempt.begun(number, now))).toList();
    return with(next, number, latest(all, MOST_ATTEMPTS_KEPT), replays);
  }

  private Statement to(StatementState next) {
    return with(next, attempted, attempts, replays);
  }

  private Statement with(StatementState next, int number, List<Attempt> all, List<String> keys) {
    return new Statement(id, version + 1, sequence, subject, event, next, number, all, keys);
  }

  private static <T> List<T> latest(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
