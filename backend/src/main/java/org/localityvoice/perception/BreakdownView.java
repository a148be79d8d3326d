package org.localityvoice.perception;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.perception.Ledger.AuditResult;

/** The figures of a release by group, and what the audit found. Counts stay in the ledger. */
record BreakdownView(String release, boolean published, AuditResult audit, List<Figure> figures) {
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Figure(
      String breakdown,
      String measureId,
      String seriesId,
      String status,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String suppressionReason,
      @Nullable Double estimate,
      @Nullable Double ciLow,
      @Nullable Double ciHigh,
      @Nullable Integer baseValid) {}

  static BreakdownView of(Ledger.Entry entry) {
    return new BreakdownView(
        entry.release(),
        entry.releasedAt() != null,
        entry.audit(),
        entry.figures().stream()
            .map(
                seen ->
                    new Figure(
                        seen.breakdown(),
                        seen.measureId(),
                        seen.seriesId(),
                        seen.status(),
                        seen.suppressionReason(),
                        seen.estimate(),
                        seen.ciLow(),
                        seen.ciHigh(),
                        seen.baseValid()))
            .toList());
  }
}
