package org.localityvoice.report.measure;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;
import org.localityvoice.operational.Statement;
import org.localityvoice.operational.StatementState;
import org.localityvoice.outbox.Outgoing;

/**
 * The figures of a quarter on their way to the performance framework: proposed by one person,
 * published by another.
 *
 * @param id made by the client, so that a retry finds the first try
 * @param period the quarter
 * @param at the end of the quarter; what happened later is not in it
 * @param revision 1 for the first statement of the quarter
 * @param digest SHA-256 over the exact figures, to tell whether they have changed; never shown,
 *     because a small number could be found by trying
 * @param observations as they were when it was proposed; never computed again
 * @param supersedes id of the published statement that this one corrects
 * @param proposer uid of the proposer, to tell a second person from the first
 * @param proposedBy their role, which is what others are told
 */
public record ReportStatement(
    @BsonId String id,
    long version,
    String locality,
    String period,
    Instant at,
    int revision,
    StatementState state,
    String digest,
    List<OperationalObservation> observations,
    @Nullable String supersedes,
    String proposer,
    String proposedBy,
    Instant proposedAt,
    @Nullable String approver,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Statement {

  static final String COLLECTION = "report_statements";

  /** How the figures are made; a change that changes figures is another version. */
  static final String METHOD = "report-log-cells";

  static final String METHOD_VERSION = "1.0.0";

  public ReportStatement {
    observations = List.copyOf(observations);
    outbox = List.copyOf(outbox);
  }

  /** A new proposal. */
  static ReportStatement proposed(
      String id,
      Measured measured,
      int revision,
      String digest,
      @Nullable String supersedes,
      Signatory by,
      Instant now) {
    var asked = measured.asked();
    return new ReportStatement(
        id,
        1,
        asked.locality(),
        asked.period().name(),
        asked.at(),
        revision,
        StatementState.PROPOSED,
        digest,
        OperationalObservation.of(Numbers.shown(measured.total())),
        supersedes,
        by.uid(),
        by.role(),
        now,
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** The same, out. */
  ReportStatement published(Signatory by, Outgoing statement, Instant now) {
    return new ReportStatement(
        id,
        version + 1,
        locality,
        period,
        at,
        revision,
        StatementState.PUBLISHED,
        digest,
        observations,
        supersedes,
        proposer,
        proposedBy,
        proposedAt,
        by.uid(),
        by.role(),
        now,
        List.of(statement),
        now);
  }
}
