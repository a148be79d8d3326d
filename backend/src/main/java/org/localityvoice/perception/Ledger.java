package org.localityvoice.perception;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;

/**
 * What has been published of a wave, and what is proposed, each figure as a set of cells. It is one
 * document, so of two releases that must not both go out only one can be entered.
 *
 * @param id the wave
 */
public record Ledger(@BsonId String id, long version, List<Entry> entries) implements Versioned {
  public Ledger {
    entries = List.copyOf(entries);
  }

  /**
   * A release.
   *
   * @param releasedAt null while it is only proposed
   * @param audit what the audit found before it was proposed, or last before it was published
   */
  public record Entry(
      String release,
      @Nullable Instant releasedAt,
      String boundarySet,
      List<Cells> groups,
      List<Row> rows,
      List<GroupFigure> figures,
      AuditResult audit) {
    public Entry {
      groups = List.copyOf(groups);
      rows = List.copyOf(rows);
      figures = List.copyOf(figures);
    }

    Entry released(Instant at, AuditResult result) {
      return new Entry(release, at, boundarySet, groups, rows, figures, result);
    }

    Entry withoutGroups() {
      return new Entry(release, releasedAt, boundarySet, groups, rows, List.of(), audit);
    }
  }

  /** A group and its cells. */
  public record Cells(String group, List<String> cells) {
    public Cells {
      cells = List.copyOf(cells);
    }
  }

  /** The answers to a question by cell, and what became of the figure of each group. */
  public record Row(String question, List<CellCount> counts, List<GroupTreatment> treatments) {
    public Row {
      counts = List.copyOf(counts);
      treatments = List.copyOf(treatments);
    }
  }

  /** Valid answers in a cell. */
  public record CellCount(String cell, int positives, int others) {}

  /** Whether a group's figure is told. */
  public record GroupTreatment(String group, String treatment) {}

  /**
   * What the audit found.
   *
   * @param hidden figures that are withheld, or told as a band
   * @param narrowest between no closer bounds is any hidden base known, at most 1,000
   */
  public record AuditResult(int hidden, int narrowest) {}

  static Ledger empty(String wave) {
    return new Ledger(wave, 0, List.of());
  }

  Optional<Entry> entry(String release) {
    return entries.stream().filter(entry -> entry.release().equals(release)).findFirst();
  }

  /** What is out, apart from one release; oldest first. */
  List<Entry> released(String except) {
    return entries.stream()
        .filter(entry -> entry.releasedAt() != null && !entry.release().equals(except))
        .toList();
  }

  /** The same with an entry, in the place of the one for the same release. */
  Ledger with(Entry entry) {
    var others = entries.stream().filter(one -> !one.release().equals(entry.release()));
    return new Ledger(id, version + 1, Stream.concat(others, Stream.of(entry)).toList());
  }
}
