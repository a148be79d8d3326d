package org.localityvoice.event.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Words;
import org.localityvoice.identity.Signatory;

/**
 * That nothing is decided for a participant until staff have looked: no consents, codes, links or
 * bookings. What protects goes on: withdrawing, cancelling, leaving. The places that they have
 * stay.
 *
 * @param by who of the staff set it; absent where two guardians disagreed, which sets it by itself
 * @param released by whom; absent while it holds
 */
public record Hold(
    Reason reason,
    @Nullable Signatory by,
    Instant since,
    @Nullable Signatory released,
    @Nullable Instant releasedAt) {

  /** Why; a word and no story. */
  public enum Reason {
    GUARDIANS_DISAGREE,
    GUARDIAN_IN_DOUBT,
    SAFEGUARDING;

    /** The name in the contract: {@code guardians-disagree}. */
    public String slug() {
      return Words.slug(this);
    }

    static Reason of(String slug) {
      return Words.constant(slug, Reason.class);
    }
  }

  static Hold set(Reason reason, @Nullable Signatory by, Instant now) {
    return new Hold(reason, by, now, null, null);
  }

  boolean open() {
    return releasedAt == null;
  }

  Hold released(Signatory staff, Instant now) {
    return new Hold(reason, by, since, staff, now);
  }
}
