package org.localityvoice.report;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads lists of reports in order, page by page. Reading is bounded: a page is given up to {@link
 * #MOST_READ} rows; where the filter lets few of them through, the page is short and says where to
 * go on.
 */
final class ReportReader {
  /** After so many rows a page is not read on; the last step may at most double it. */
  static final int MOST_READ = 3_000;

  private static final int LONGEST_BATCH = 500;
  private static final int SPARE = 4;

  private final ReportListStore store;

  ReportReader(ReportListStore store) {
    this.store = store;
  }

  /**
   * Some rows of a list.
   *
   * @param next where the next page begins; empty at the end of the list
   */
  record Page(List<ReportRow> rows, Optional<PageMark> next) {
    Page {
      rows = List.copyOf(rows);
    }
  }

  /** The rows of the strands that are admitted, after a mark. */
  Future<Page> page(
      List<Strand> strands,
      ListOrder order,
      Predicate<ReportRow> admits,
      Optional<PageMark> after,
      int limit) {
    return new Reading(new Braid(strands, order, after), order, admits, limit, strands.size())
        .goOn();
  }

  /** One page in the making. */
  private final class Reading {
    private final Braid braid;
    private final ListOrder order;
    private final Predicate<ReportRow> admits;
    private final int limit;
    private final List<ReportRow> found = new ArrayList<>();
    private Optional<PageMark> last = Optional.empty();
    private final int strands;
    private final int longest;
    private int drawn;
    private int read;

    Reading(Braid braid, ListOrder order, Predicate<ReportRow> admits, int limit, int strands) {
      this.braid = braid;
      this.order = order;
      this.admits = admits;
      this.limit = limit;
      this.strands = strands;
      this.longest = Math.min(LONGEST_BATCH, MOST_READ / strands);
    }

    Future<Page> goOn() {
      take();
      if (found.size() == limit || braid.ended() || read >= MOST_READ) {
        var next = braid.ended() ? Optional.<PageMark>empty() : last;
        return Future.succeededFuture(new Page(found, next));
      }
      var hungry = braid.hungry();
      var wanted = batch();
      return Future.all(hungry.stream().map(part -> read(part, wanted)).toList())
          .compose(
              batches -> {
                for (var i = 0; i < hungry.size(); i++) {
                  feed(hungry.get(i), batches.resultAt(i), wanted);
                }
                return goOn();
              });
    }

    /** What is still missing, at the rate at which rows were let through so far. */
    private int batch() {
      var missing = (limit - found.size()) * (drawn + 1L) / (found.size() + 1);
      return (int) Math.min(longest, missing / strands + (strands > 1 ? SPARE : 1));
    }

    private void take() {
      while (found.size() < limit) {
        var next = braid.draw(limit - found.size());
        if (next.isEmpty()) {
          return;
        }
        drawn += next.size();
        next.stream().filter(admits).forEach(found::add);
        last = Optional.of(order.mark(next.get(next.size() - 1)));
      }
    }

    private Future<List<ReportRow>> read(Braid.Part part, int wanted) {
      return store.read(part.strand(), order, part.readTo(), wanted);
    }

    private void feed(Braid.Part part, List<ReportRow> rows, int wanted) {
      read += rows.size();
      braid.feed(part, rows, rows.size() < wanted);
    }
  }
}
