package org.localityvoice.pmf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * Published figures that are to be taken back: proposed by one person, decided by another. Nothing
 * is deleted; the next revision of the period's statement says that they are withdrawn.
 *
 * @param id made by the client, so that a retry finds the first try
 * @param measures whose figures are taken back; all of the period where none is named
 * @param reason for whoever has used the figures
 * @param proposer uid of the proposer, to tell a second person from the first
 * @param proposedBy their role, which is what others are told
 * @param decider uid of who approved or refused it
 */
public record Withdrawal(
    @BsonId String id,
    long version,
    String locality,
    String period,
    List<String> measures,
    String reason,
    State state,
    String proposer,
    String proposedBy,
    Instant proposedAt,
    @Nullable String decider,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  /** The kind of effect of an approved one; its payload is the id. */
  static final String KIND = "pmf.withdraw";

  public Withdrawal {
    measures = List.copyOf(measures);
    outbox = List.copyOf(outbox);
  }

  /** Whether it is done. */
  public enum State {
    PROPOSED,
    APPROVED,
    REFUSED;

    /** The name in the contract. */
    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What somebody wants withdrawn. */
  record Wish(String id, String period, @Nullable List<String> measures, String reason) {
    List<String> named() {
      return measures == null ? List.of() : List.copyOf(measures);
    }
  }

  static Withdrawal proposed(String locality, Wish wish, Signatory by, Instant now) {
    return new Withdrawal(
        wish.id(),
        1,
        locality,
        wish.period(),
        wish.named(),
        wish.reason(),
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
  boolean is(String place, Wish wish, Signatory by) {
    return locality.equals(place)
        && period.equals(wish.period())
        && measures.equals(wish.named())
        && reason.equals(wish.reason())
        && proposer.equals(by.uid());
  }

  /** The same after somebody has decided about it. */
  Withdrawal decided(State next, Signatory by, Instant now) {
    var effects =
        next == State.APPROVED
            ? List.of(new Outgoing("pmf_" + DerivedId.of(KIND, id), KIND, id))
            : List.<Outgoing>of();
    return new Withdrawal(
        id,
        version + 1,
        locality,
        period,
        measures,
        reason,
        next,
        proposer,
        proposedBy,
        proposedAt,
        by.uid(),
        by.role(),
        now,
        effects,
        effects.isEmpty() ? null : now);
  }
}
