package org.localityvoice.event.allocation;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.localityvoice.event.allocation.AllotmentStore.Old;
import org.localityvoice.schedule.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has allotments forget who was there. They stay themselves, without anybody, so that whatever is
 * asked late is answered and nobody opens them anew. One with effects that wait to be delivered
 * waits as well, since others count by them; but not for longer than parties are known at all.
 */
final class Forgetting {
  private static final int AT_ONCE = 50;
  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private final AllotmentStore store;
  private final BiFunction<String, Command, Future<Answer>> places;

  /** On a store; {@code places} is the way to apply commands. */
  Forgetting(AllotmentStore store, BiFunction<String, Command, Future<Answer>> places) {
    this.store = store;
    this.places = places;
  }

  /**
   * One round.
   *
   * @param held whether something of these sessions must not be removed
   * @param note is told of each batch how many have forgotten something
   */
  Future<Void> run(
      Command.Forget what,
      Function<Collection<String>, Future<Boolean>> held,
      Function<Integer, Future<Void>> note) {
    return Pages.<Old>each(
            AT_ONCE,
            after -> store.ended(what.retries(), after, AT_ONCE),
            page -> all(page, what, held).compose(note))
        .compose(
            done ->
                Pages.<Old>each(
                    AT_ONCE,
                    after -> store.booked(what.parties().minusMillis(1), after, AT_ONCE),
                    page -> all(page, what, held).compose(note)));
  }

  private Future<Integer> all(
      List<Old> page, Command.Forget what, Function<Collection<String>, Future<Boolean>> held) {
    var all = Future.succeededFuture(0);
    for (var one : page) {
      all = all.compose(before -> one(one, what, held).map(now -> before + now));
    }
    return all;
  }

  /** How many have forgotten something, which is one or none; one that cannot stops no other. */
  private Future<Integer> one(
      Old one, Command.Forget what, Function<Collection<String>, Future<Boolean>> held) {
    return held.apply(one.sessions())
        .compose(
            kept ->
                kept || (one.waiting() && !one.last().isBefore(what.parties()))
                    ? Future.succeededFuture(0)
                    : giveUp(one, what)
                        .compose(given -> places.apply(one.id(), what))
                        .compose(answer -> store.find(one.id()))
                        .map(now -> now.filter(later -> !knows(later, what)).isPresent() ? 1 : 0))
        .otherwise(
            failure -> {
              LOG.warn("an allotment waits for the next round: {}", failure.getClass().getName());
              return 0;
            });
  }

  /** What nobody could be told until the end is in nobody's way: it names people, too. */
  private Future<Void> giveUp(Old one, Command.Forget what) {
    return one.waiting() ? store.giveUpEffects(one.id(), what.parties()) : Future.succeededFuture();
  }

  /** Whether it knows yet what it was to forget. */
  private static boolean knows(Allotment one, Command.Forget what) {
    var last = Optional.ofNullable(one.lastBooked());
    var ended = Optional.ofNullable(one.lastEnded());
    return last.filter(at -> at.isBefore(what.parties())).isPresent()
        || ended.filter(at -> !at.isAfter(what.retries())).isPresent();
  }
}
