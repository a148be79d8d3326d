package org.localityvoice.event.takeup;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Words;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Versioned;
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
    State state,
    String proposer,
    String proposedBy,
    Instant proposedAt,
    @Nullable String approver,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  /** How the figures are made; a change that changes figures is another version. */
  static final String METHOD = "event-take-up";

  static final String METHOD_VERSION = "1.0.0";

  public TakeUpStatement {
    outbox = List.copyOf(outbox);
  }

  /** Whether it is out. */
  public enum State {
    PROPOSED,
    PUBLISHED;

    /** The name in the contract. */
    String slug() {
      return Words.slug(this);
    }
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
        State.PROPOSED,
        by.uid(),
        by.role(),
        now,
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** Whether it is what that request, made again, would propose. */
  boolean is(String place, Quarter quarter, Signatory by) {
    return locality.equals(place) && period.equals(quarter.name()) && proposer.equals(by.uid());
  }

  /** The same, out. */
  TakeUpStatement published(Signatory by, Outgoing statement, Instant now) {
    return new TakeUpStatement(
        id,
        version + 1,
        locality,
        period,
        revision,
        State.PUBLISHED,
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
