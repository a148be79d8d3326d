package org.localityvoice.report;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what is near a point, the nearest first, page by page and no farther than is needed. */
final class NearReader {
  /** After so many looks at squares a page is not read on. */
  static final int MOST_LOOKS = 200;

  private final ReportListStore store;

  NearReader(ReportListStore store) {
    this.store = store;
  }

  /**
   * Some rows.
   *
   * @param next where the next page begins; empty at the end
   */
  record Page(List<Nearest.Found> found, Optional<NearMark> next) {
    Page {
      found = List.copyOf(found);
    }
  }

  /**
   * The rows around a point that are admitted.
   *
   * @param categories only these; empty for all
   */
  Future<Page> page(
      Nearest search, Collection<String> categories, Predicate<ReportRow> admits, int limit) {
    return new Reading(search, categories.stream().sorted().toList(), admits, limit).goOn();
  }

  /** One page in the making. */
  private final class Reading {
    private final Nearest search;
    private final List<String> categories;
    private final Predicate<ReportRow> admits;
    private final int limit;
    private final List<Nearest.Found> found = new ArrayList<>();
    private int looks;

    Reading(Nearest search, List<String> categories, Predicate<ReportRow> admits, int limit) {
      this.search = search;
      this.categories = categories;
      this.admits = admits;
      this.limit = limit;
    }

    Future<Page> goOn() {
      while (found.size() < limit) {
        var next = search.draw();
        if (next.isEmpty()) {
          break;
        }
        next.filter(row -> admits.test(row.row())).ifPresent(found::add);
      }
      if (found.size() == limit && !search.ended()) {
        return page(Optional.of(found.get(limit - 1).mark()));
      }
      if (search.ended()) {
        return page(Optional.empty());
      }
      if (looks >= MOST_LOOKS) {
        return page(Optional.of(search.frontier()));
      }
      var squares = search.next();
      looks += squares.size();
      return Future.all(squares.stream().map(this::look).toList())
          .compose(
              looked -> {
                for (var i = 0; i < squares.size(); i++) {
                  search.seen(squares.get(i), looked.resultAt(i));
                }
                return goOn();
              });
    }

    private Future<Page> page(Optional<NearMark> next) {
      return Future.succeededFuture(new Page(found, next));
    }

    private Future<List<ReportRow>> look(Nearest.Square square) {
      return store.read(
          new Strand.InBox(square.key(), categories),
          ListOrder.NEWEST_CHANGED,
          Optional.empty(),
          Nearest.wanted(square));
    }
  }
}
