package org.localityvoice.survey;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Takes sealed answers in groups: those that arrive while a group is being written make up the next
 * one. No answer waits longer for it than it would have waited for the store anyway. Within a group
 * the order is shuffled.
 *
 * <p>An answer is acknowledged only after its wave was seen open <em>after</em> it was durable, so
 * the last count of a closing wave, which comes after the wave was marked, cannot miss it.
 */
final class Intake {
  /** What became of an answer. */
  enum Outcome {
    STORED,
    BALLOT_SPENT,
    WAVE_NOT_OPEN,
    /** The last count is under way; a moment later it is known whether the answer was in it. */
    NOT_KNOWN_YET
  }

  private static final int MOST_WAITING = 10_000;

  private record Waiting(Arrival arrival, Promise<Outcome> outcome) {}

  private final ArrivalStore arrivals;
  private final WaveStore waves;
  private final Random random;
  private final int mostInGroup;
  private List<Waiting> waiting = new ArrayList<>();
  private boolean writing;

  /**
   * The intake.
   *
   * @param mostInGroup answers written at once; one for a control that shows what groups are worth
   */
  Intake(ArrivalStore arrivals, WaveStore waves, Random random, int mostInGroup) {
    this.arrivals = arrivals;
    this.waves = waves;
    this.random = random;
    this.mostInGroup = mostInGroup;
  }

  /** Adds an answer to the next group. */
  Future<Outcome> take(Arrival arrival) {
    var entry = new Waiting(arrival, Promise.promise());
    synchronized (this) {
      if (waiting.size() == MOST_WAITING) {
        // A store that cannot keep up: better to say so now than to answer minutes later.
        return Future.failedFuture(
            Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1)));
      }
      waiting.add(entry);
    }
    writeNext();
    return entry.outcome().future();
  }

  private void writeNext() {
    List<Waiting> group;
    synchronized (this) {
      if (writing || waiting.isEmpty()) {
        return;
      }
      writing = true;
      var size = Math.min(mostInGroup, waiting.size());
      group = new ArrayList<>(waiting.subList(0, size));
      waiting = new ArrayList<>(waiting.subList(size, waiting.size()));
    }
    Collections.shuffle(group, random);
    write(group)
        .onComplete(
            done -> {
              synchronized (this) {
                writing = false;
              }
              writeNext();
            });
  }

  private Future<Void> write(List<Waiting> group) {
    var batch = group.stream().map(Waiting::arrival).toList();
    var added = arrivals.add(batch);
    added
        .compose(spent -> outcomes(batch, spent))
        .onSuccess(
            outcomes -> {
              for (var i = 0; i < group.size(); i++) {
                group.get(i).outcome().complete(outcomes.get(i));
              }
            })
        .onFailure(failure -> group.forEach(entry -> entry.outcome().fail(failure)));
    // The next group is written while this one finds out what became of it.
    return added.mapEmpty();
  }

  private Future<List<Outcome>> outcomes(List<Arrival> batch, Set<Integer> spent) {
    var wanted = batch.stream().map(Arrival::wave).collect(Collectors.toSet());
    return waves
        .open(wanted)
        .map(found -> found.stream().map(Wave::id).collect(Collectors.toSet()))
        .compose(
            open -> {
              var all = new ArrayList<Future<Outcome>>();
              for (var i = 0; i < batch.size(); i++) {
                var arrival = batch.get(i);
                var isOpen = open.contains(arrival.wave());
                all.add(spent.contains(i) ? again(arrival, isOpen) : first(arrival, isOpen));
              }
              return Future.all(all).map(done -> done.<Outcome>list());
            });
  }

  private Future<Outcome> first(Arrival arrival, boolean open) {
    if (open) {
      return Future.succeededFuture(Outcome.STORED);
    }
    // Unless a retry has been told that it is stored, it is ours to take back.
    return arrivals
        .takeBack(arrival.id())
        .map(takenBack -> takenBack ? Outcome.WAVE_NOT_OPEN : Outcome.STORED);
  }

  private Future<Outcome> again(Arrival arrival, boolean open) {
    return open
        ? arrivals
            .find(arrival.id())
            .compose(
                found ->
                    found.filter(arrival::saysTheSameAs).isPresent()
                        ? kept(arrival)
                        : Future.succeededFuture(Outcome.BALLOT_SPENT))
        : known(arrival);
  }

  /** Another instance may still be at the first try; what we acknowledge it may not take back. */
  private Future<Outcome> kept(Arrival arrival) {
    return arrivals
        .keep(arrival.id())
        .compose(kept -> kept ? Future.succeededFuture(Outcome.STORED) : known(arrival));
  }

  /** An answer after its wave's last moment: good if it was sent before, and said the same. */
  Future<Outcome> late(Arrival arrival) {
    return arrivals
        .find(arrival.id())
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(Outcome.WAVE_NOT_OPEN);
              }
              return found.get().saysTheSameAs(arrival)
                  ? kept(arrival)
                  : Future.succeededFuture(Outcome.BALLOT_SPENT);
            });
  }

  /** What became of an answer that may have been sent before, when its wave takes no more. */
  Future<Outcome> known(Arrival arrival) {
    // The wave first: once it is closed, nothing about its answers changes any more.
    return waves
        .find(arrival.wave())
        .compose(
            wave ->
                arrivals
                    .find(arrival.id())
                    .map(
                        found -> {
                          if (found.isEmpty()) {
                            return Outcome.WAVE_NOT_OPEN;
                          }
                          if (!found.get().saysTheSameAs(arrival)) {
                            return Outcome.BALLOT_SPENT;
                          }
                          if (found.get().batch() != Arrival.WAITING) {
                            return Outcome.STORED;
                          }
                          return wave.map(Wave::state).equals(Optional.of(WaveState.CLOSED))
                              ? Outcome.WAVE_NOT_OPEN
                              : Outcome.NOT_KNOWN_YET;
                        }));
  }
}
