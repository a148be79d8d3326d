package org.localityvoice.report;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.report.Report.Counted;

/**
 * The part of a stored report that it is counted by; see {@link Report} for the parts.
 *
 * @param counted what it is counted as; absent when not counted yet
 * @param uncountedSince since when the counters may be behind; absent when they are not
 */
public record CountedRow(
    @BsonId String id,
    long version,
    String locality,
    String category,
    boolean confidential,
    Standing standing,
    List<String> boxes,
    @Nullable Counted counted,
    @Nullable Instant uncountedSince) {
  public CountedRow {
    boxes = List.copyOf(boxes);
  }

  /** What has to be counted of it. */
  Recount recount() {
    return new Recount(id, version, counted == null ? null : counted.facets(), Facets.of(this));
  }
}
