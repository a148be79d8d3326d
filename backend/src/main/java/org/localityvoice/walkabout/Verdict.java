package org.localityvoice.walkabout;

import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Violation;

/**
 * What became of one item of a batch.
 *
 * @param parent id of what a held item waits for
 * @param faults of an invalid one, each with its place in the item
 */
public record Verdict(Kind kind, Optional<String> parent, List<Violation> faults) {
  public Verdict {
    faults = List.copyOf(faults);
  }

  /** The kinds of verdict. */
  public enum Kind {
    /** Taken. */
    CREATED("created"),
    /** Taken before; nothing has changed. */
    DUPLICATE("duplicate"),
    /** Taken, beside changes that its maker did not know of. */
    MERGED_SOFT("mergedSoft"),
    /** Kept as proposed: somebody else has said otherwise. */
    CONFLICT_HARD("conflictHard"),
    /** Another item of that id says something else. */
    CONTENT_MISMATCH("contentMismatch"),
    /** Kept, and counts once what it builds upon comes. */
    HELD("held"),
    /** It was taken back. */
    DELETED("deleted"),
    /** Not taken; it says why. */
    INVALID("invalid");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** The name in the contract. */
    public String wire() {
      return wire;
    }
  }

  /** One that needs no more words. */
  public static Verdict of(Kind kind) {
    return new Verdict(kind, Optional.empty(), List.of());
  }

  /** One that waits. */
  public static Verdict held(String parent) {
    return new Verdict(Kind.HELD, Optional.of(parent), List.of());
  }

  /** Not taken. */
  public static Verdict invalid(String pointer, String code, Object... arguments) {
    return invalid(List.of(Violation.at(pointer, code, arguments)));
  }

  /** Not taken, for several reasons. */
  public static Verdict invalid(List<Violation> faults) {
    return new Verdict(Kind.INVALID, Optional.empty(), faults);
  }

  /** Whether the item is kept or will never be, so that the device need not send it again. */
  public boolean settled() {
    return kind != Kind.INVALID && kind != Kind.CONTENT_MISMATCH;
  }
}
