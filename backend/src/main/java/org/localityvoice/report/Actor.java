package org.localityvoice.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who did something to a report, as far as it is told. Others see the kind and the organisation.
 *
 * @param organisation whom a member of staff works for, or whose system it was
 * @param uid of a member of staff, so that an organisation can answer for its people; never of a
 *     resident, and never shown
 */
public record Actor(Kind kind, @Nullable String organisation, @Nullable String uid) {
  /** In what capacity. */
  public enum Kind {
    /** Somebody affected: the reporter or one who joined. */
    AFFECTED,
    /** A warden of the locality. */
    WARDEN,
    /** An officer of the organisation that owns the report, or that organisation's system. */
    OWNER,
    /** A neighbourhood manager of the locality. */
    MANAGER,
    /** Nobody: time has passed, or one thing followed from another. */
    SYSTEM;

    /** The name in the contract. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Somebody affected, without a name. */
  public static final Actor AFFECTED = new Actor(Kind.AFFECTED, null, null);

  /** Time, or a consequence. */
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, null);

  /** A member of staff or a partner's system: what they say counts as an answer. */
  public boolean staff() {
    return kind == Kind.WARDEN || kind == Kind.OWNER || kind == Kind.MANAGER;
  }
}
