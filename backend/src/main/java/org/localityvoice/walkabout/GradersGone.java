package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.schedule.FinancialYear;
import org.localityvoice.schedule.Pages;

/**
 * Forgets who graded, planned and decided, at the end of the financial year after that of a
 * walkabout and all its blind re-walks. A pseudonym stays, the same in a walkabout and its
 * re-walks, since it matters for figures whether one person graded both. The key is kept in the
 * walkabout as long as that takes, and destroyed by the write that makes it nameless, the last one:
 * whoever is cut off goes on under the same key.
 */
final class GradersGone {
  private static final int PAGE = 50;
  private static final int MOST_REWALKS = 500;

  private final WalkaboutStore store;
  private final WalkaboutPurgeStore purges;
  private final InstantSource clock;
  private final ZoneId zone;

  GradersGone(WalkaboutStore store, WalkaboutPurgeStore purges, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.purges = purges;
    this.clock = clock;
    this.zone = zone;
  }

  /** Forgets all that is due, and notes how much. */
  Future<Void> run() {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var before = FinancialYear.keptSince(now, zone);
    return Pages.<Walkabout>each(
        PAGE,
        after -> store.named(before, after.map(GradersGone::mark), PAGE),
        page ->
            each(page, before, now)
                .compose(count -> purges.forgot(Walkabout.COLLECTION, count, now)));
  }

  private static ListMark mark(Walkabout last) {
    return new ListMark(last.plan().startsAt(), last.id());
  }

  private Future<Integer> each(List<Walkabout> page, Instant before, Instant now) {
    var count = Future.succeededFuture(0);
    for (var one : page) {
      count = count.compose(sum -> forget(one, before, now).map(more -> sum + more));
    }
    return count;
  }

  private Future<Integer> forget(Walkabout one, Instant before, Instant now) {
    if (one.repeats().isEmpty()) {
      return ready(one.id(), before)
          .compose(ready -> ready ? together(one.id(), before, now) : Future.succeededFuture(0));
    }
    // A re-walk goes with what it repeats; by itself only where that has gone already.
    return store
        .outlines(List.of(one.repeats().get()))
        .compose(
            first ->
                first.stream().anyMatch(walkabout -> !walkabout.nameless())
                    ? Future.succeededFuture(0)
                    : nameless(one.id(), Pseudonyms.fresh(), now));
  }

  /** Whether all its re-walks are due. */
  private Future<Boolean> ready(String id, Instant before) {
    return store
        .rewalkOutlines(List.of(id), MOST_REWALKS)
        .map(all -> all.stream().allMatch(one -> one.plan().startsAt().isBefore(before)));
  }

  private Future<Integer> together(String id, Instant before, Instant now) {
    return key(id)
        .compose(
            key ->
                key.isEmpty()
                    ? Future.succeededFuture(0)
                    // None can be added any more; one may have been, just before.
                    : ready(id, before)
                        .compose(
                            ready ->
                                ready
                                    ? together(id, new Pseudonyms(key.get()), now)
                                    : Future.succeededFuture(0)));
  }

  private Future<Integer> together(String id, Pseudonyms pseudonyms, Instant now) {
    return store
        .rewalkOutlines(List.of(id), MOST_REWALKS)
        .compose(
            rewalks -> {
              var count = Future.succeededFuture(0);
              for (var one : rewalks) {
                count =
                    count.compose(
                        sum -> nameless(one.id(), pseudonyms, now).map(more -> sum + more));
              }
              return count;
            })
        .compose(sum -> nameless(id, pseudonyms, now).map(more -> sum + more));
  }

  /** The key that it has, or has from now on; none where it is nameless. */
  private Future<Optional<String>> key(String id) {
    return store.change(
        id,
        found -> {
          if (found.nameless()) {
            return Decision.keep(Optional.<String>empty());
          }
          var there = Optional.ofNullable(found.key());
          if (there.isPresent()) {
            return Decision.keep(there);
          }
          var key = Pseudonyms.key();
          return Decision.replace(found.closing(key), Optional.of(key));
        });
  }

  private Future<Integer> nameless(String id, Pseudonyms pseudonyms, Instant now) {
    return store.changeSlowly(
        id,
        found ->
            found.nameless()
                ? Decision.keep(0)
                : Decision.replace(found.nameless(pseudonyms, now), 1));
  }
}
