package org.localityvoice.event.takeup;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;
import org.localityvoice.operational.Statement;
import org.localityvoice.operational.StatementState;
import org.localityvoice.outbox.Outgoing;

/**
 * The take-up of a quarter on its way to the performance framework: proposed by one person,
 * published by another. It holds no figures: they were counted once, and stay as they are.
 *
 * @param id made by the client, so that a retry finds the first try
 * @param period the quarter
 * @param revision 1 for the first statement of the quarter
 * @param proposer uid of the proposer, to tell a second person from the first
 * @param proposedBy their role, which is what others are told
 */
public record TakeUpStatement(
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
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Statement {

  static final String COLLECTION = "event_takeup_statements";

  /** How the figures are made; a change that changes figures is another version. */
  static final String METHOD = "event-take-up";

  static final String METHOD_VERSION = "1.0.0";

  public TakeUpStatement {
    outbox = List.copyOf(outbox);
  }

  /** A new proposal. */
  static TakeUpStatement proposed(
      String id, TakeUp counted, int revision, Signatory by, Instant now) {
    return new TakeUpStatement(
        id,
        1,
        counted.locality(),
        counted.period(),
        revision,
        StatementState.PROPOSED,
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
  TakeUpStatement published(Signatory by, Outgoing statement, Instant now) {
    return new TakeUpStatement(
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
        List.of(statement),
        now);
  }
}
