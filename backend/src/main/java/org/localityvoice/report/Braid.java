package org.localityvoice.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts strands that are each in order together to one list in order. It is fed batches of each
 * strand and gives rows out as long as it knows that no other strand has one that goes before.
 */
final class Braid {
  private final ListOrder order;
  private final List<Part> parts;

  Braid(List<Strand> strands, ListOrder order, Optional<PageMark> after) {
    this.order = order;
    this.parts = strands.stream().map(strand -> new Part(strand, after)).toList();
  }

  /** One strand, as far as it is read. */
  static final class Part {
    private final Strand strand;
    private final ArrayDeque<ReportRow> waiting = new ArrayDeque<>();
    private Optional<PageMark> readTo;
    private boolean ended;

    Part(Strand strand, Optional<PageMark> after) {
      this.strand = strand;
      this.readTo = after;
    }

    Strand strand() {
      return strand;
    }

    /** The place after which to read on. */
    Optional<PageMark> readTo() {
      return readTo;
    }
  }

  /** The strands of which more must be read before anything can be given out; empty at the end. */
  List<Part> hungry() {
    return parts.stream().filter(part -> part.waiting.isEmpty() && !part.ended).toList();
  }

  /**
   * Takes what was read of a strand.
   *
   * @param ended whether there is no more of it
   */
  void feed(Part part, List<ReportRow> rows, boolean ended) {
    part.waiting.addAll(rows);
    part.ended = ended;
    if (!rows.isEmpty()) {
      part.readTo = Optional.of(order.mark(rows.get(rows.size() - 1)));
    }
  }

  /** At most so many rows that are certain to come next. */
  List<ReportRow> draw(int most) {
    var drawn = new ArrayList<ReportRow>();
    while (drawn.size() < most && hungry().isEmpty()) {
      var first =
          parts.stream()
              .filter(part -> !part.waiting.isEmpty())
              .min((a, b) -> order.marks().compare(mark(a), mark(b)));
      if (first.isEmpty()) {
        break;
      }
      drawn.add(first.get().waiting.remove());
    }
    return drawn;
  }

  private PageMark mark(Part part) {
    return order.mark(part.waiting.element());
  }

  /** Whether everything has been given out. */
  boolean ended() {
    return parts.stream().allMatch(part -> part.ended && part.waiting.isEmpty());
  }
}
