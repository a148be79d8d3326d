package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.locality.Areas;

/**
 * Counts what people look for, so that staff see what is missing. What is counted waits in memory
 * and is written together with the rest of a minute or more, so that no moment can be read from it;
 * what an instance has not written when it stops is lost, which does no harm to figures like these.
 */
final class UnmetService {
  private static final Duration TOGETHER = Duration.ofMinutes(1);
  private static final int KEPT_MONTHS = 13;
  private static final int MOST_ROWS = 1_000;

  private final SearchedStore store;
  private final OpenDirectory open;
  private final Taxonomies taxonomies;
  private final Areas areas;
  private final Deriving deriving;
  private final InstantSource clock;
  private final Tally tally = new Tally();
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

  UnmetService(
      SearchedStore store,
      OpenDirectory open,
      Taxonomies taxonomies,
      Areas areas,
      Deriving deriving,
      InstantSource clock) {
    this.store = store;
    this.open = open;
    this.taxonomies = taxonomies;
    this.areas = areas;
    this.deriving = deriving;
    this.clock = clock;
  }

  /** Counts a search of which the first page has been read; nobody waits for it. */
  void searched(Wish wish, Hit.Page page) {
    if (wish.typed().isEmpty() && wish.need().isEmpty()) {
      return;
    }
    areas
        .area()
        .onSuccess(
            area -> {
              var there =
                  wish.near()
                      .flatMap(
                          at -> area.flatMap(one -> one.localityAt(at.latitude(), at.longitude())))
                      .map(one -> one.id());
              var named =
                  wish.locality().filter(id -> area.flatMap(one -> one.locality(id)).isPresent());
              tally.note(
                  monday(deriving.today()),
                  named.or(() -> there).orElse(""),
                  wish.typed(),
                  wish.need(),
                  page.items().size());
              var due = next.get();
              if (!clock.instant().isBefore(due)
                  && next.compareAndSet(due, clock.instant().plus(TOGETHER))) {
                write();
              }
            });
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Writes down what may be. */
  private Future<Void> write() {
    return Future.all(open.index(), taxonomies.get())
        .compose(
            both -> {
              OpenIndex index = both.resultAt(0);
              Needs needs = both.resultAt(1);
              return store.add(tally.take(word -> isKnown(word, index, needs)));
            });
  }

  private static boolean isKnown(String word, OpenIndex index, Needs needs) {
    var stem = Words.stem(word);
    return needs.term(word).isPresent()
        || index.rows().stream().anyMatch(row -> row.words().contains(stem))
        || needs.words().contains(stem);
  }

  /**
   * What was looked for in a locality, and what was without a place.
   *
   * @param needs to tell needs by their names
   */
  record Report(List<Searched> there, List<Searched> anywhere, Needs needs) {
    Report {
      there = List.copyOf(there);
      anywhere = List.copyOf(anywhere);
    }
  }

  /** What was looked for in the weeks of these days, where it was looked for often enough. */
  Future<Report> report(
      String locality, Optional<LocalDate> from, Optional<LocalDate> to, Caller caller) {
    if (!caller.has(Role.ADMIN)) {
      caller.mustWorkIn(locality);
    }
    var last = monday(to.orElseGet(deriving::today));
    var first = monday(from.orElseGet(() -> last.minusWeeks(8)));
    return write()
        .compose(
            written ->
                Future.all(
                    store.in(locality, first, last, MOST_ROWS),
                    store.in("", first, last, MOST_ROWS),
                    taxonomies.get()))
        .map(all -> new Report(told(all.resultAt(0)), told(all.resultAt(1)), all.resultAt(2)));
  }

  private static List<Searched> told(List<Searched> all) {
    return all.stream()
        .filter(one -> one.searches() >= Searched.ENOUGH_TO_TELL)
        .sorted(
            Comparator.comparing(Searched::week)
                .thenComparingInt(Searched::nothing)
                .reversed()
                .thenComparing(Searched::value))
        .toList();
  }

  /** Forgets what is older than it is kept. */
  Future<Void> purge() {
    return store.forget(deriving.today().minusMonths(KEPT_MONTHS));
  }
}
