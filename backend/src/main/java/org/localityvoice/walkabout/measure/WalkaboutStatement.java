package org.localityvoice.walkabout.measure;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;
import org.localityvoice.operational.Statement;
import org.localityvoice.operational.StatementState;
import org.localityvoice.outbox.Outgoing;

/**
 * What walkabouts say of a quarter on its way to the performance framework: proposed by one person,
 * published by another. It holds the figures as they were when they were proposed, so that what the
 * second person approves is what leaves.
 *
 * @param id made by the client, so that a retry finds the first try
 * @param period the quarter
 * @param revision 1 for the first statement of the quarter
 * @param proposer uid of the proposer, to tell a second person from the first
 * @param proposedBy their role, which is what others are told
 * @param walkabouts that ended in the quarter, without blind re-walks
 */
public record WalkaboutStatement(
    @BsonId String id,
    long version,
    String locality,
    String period,
    int revision,
    StatementState state,
    String proposer,
    String proposedBy,
    Instant proposedAt,
    @Nullable String approver,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    int walkabouts,
    List<StatedFigure> figures,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Statement {

  static final String COLLECTION = "walkabout_statements";

  public WalkaboutStatement {
    figures = List.copyOf(figures);
    outbox = List.copyOf(outbox);
  }

  /** Which quarter of which locality. */
  record Of(String locality, String period) {}

  /** A new proposal. */
  static WalkaboutStatement proposed(
      String id, Of of, IndexService.Seen quarter, int revision, Signatory by, Instant now) {
    return new WalkaboutStatement(
        id,
        1,
        of.locality(),
        of.period(),
        revision,
        StatementState.PROPOSED,
        by.uid(),
        by.role(),
        now,
        null,
        null,
        null,
        quarter.whole().walkabouts(),
        StatedFigure.of(quarter),
        List.of(),
        null);
  }

  /** The same, out. */
  WalkaboutStatement published(Signatory by, Outgoing statement, Instant now) {
    return new WalkaboutStatement(
        id,
        version + 1,
        locality,
        period,
        revision,
        StatementState.PUBLISHED,
        proposer,
        proposedBy,
        proposedAt,
        by.uid(),
        by.role(),
        now,
        walkabouts,
        figures,
        List.of(statement),
        now);
  }
}
