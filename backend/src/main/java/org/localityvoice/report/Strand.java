package org.localityvoice.report;

import java.util.List;

/**
 * A part of all reports that an index holds in the order of a list, so that reading the next few of
 * it costs the same however many there are. A list is braided of one or more strands.
 */
sealed interface Strand {
  /** Every listed report. */
  record Listed() implements Strand {}

  /** The listed reports of a locality. */
  record InLocality(String locality) implements Strand {}

  /**
   * The listed reports in one square of the map.
   *
   * @param box key of the square
   * @param categories only these; empty for all
   */
  record InBox(String box, List<String> categories) implements Strand {
    public InBox {
      categories = List.copyOf(categories);
    }
  }

  /** What staff of a locality see, in these states. */
  record Staff(String locality, List<ReportState> states) implements Strand {
    public Staff {
      states = List.copyOf(states);
    }
  }

  /** What one partner owns in a locality, in these states. */
  record Owned(String locality, String owner, List<ReportState> states) implements Strand {
    public Owned {
      states = List.copyOf(states);
    }
  }
}
