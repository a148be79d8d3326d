package org.localityvoice.walkabout.grading;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What may be done with a finding, and from which states. There is no way to an end that nobody
 * outside the owner's organisation has seen: only {@link #VERIFY} leads to {@link
 * FindingState#VERIFIED}.
 */
public enum FindingMove {
  /** Gives it to a partner, or to another one. */
  ASSIGN(
      "assign",
      FindingState.ASSIGNED,
      FindingState.OPEN,
      FindingState.ASSIGNED,
      FindingState.REOPENED,
      FindingState.NOT_OURS),
  /** The owner says that it is put right. */
  CLAIM_DONE("claimDone", FindingState.DONE_CLAIMED, FindingState.ASSIGNED, FindingState.REOPENED),
  /** Somebody else has seen that it is. */
  VERIFY("verify", FindingState.VERIFIED, FindingState.DONE_CLAIMED),
  /** It is not, or not any more. */
  REOPEN("reopen", FindingState.REOPENED, FindingState.DONE_CLAIMED, FindingState.VERIFIED),
  /** Nobody here answers for it. */
  NOT_OURS("notOurs", FindingState.NOT_OURS, FindingState.OPEN, FindingState.ASSIGNED);

  private final String wire;
  private final FindingState to;

  @SuppressWarnings("ImmutableEnumChecker") // It is never handed out, nor changed.
  private final Set<FindingState> from;

  FindingMove(String wire, FindingState to, FindingState first, FindingState... others) {
    this.wire = wire;
    this.to = to;
    from = Set.copyOf(EnumSet.of(first, others));
  }

  /** Why a move is refused. */
  public enum Refusal {
    /** Not from this state. */
    NOT_NOW,
    /** Only the owner may claim that it is done. */
    NOT_THE_OWNER,
    /** The owner's own people do not verify. */
    OWNERS_OWN
  }

  /** The name in the contract: {@code claimDone}. */
  public String wire() {
    return wire;
  }

  /** The move of that name; empty for a name that is none. */
  public static Optional<FindingMove> of(String wire) {
    return Arrays.stream(values()).filter(move -> move.wire.equals(wire)).findFirst();
  }

  /** Where it leads. */
  public FindingState to() {
    return to;
  }

  /** Whether it can be made from there. */
  public boolean from(FindingState state) {
    return from.contains(state);
  }

  /**
   * Why somebody may not make it; empty when they may.
   *
   * @param owner organisation that the finding is assigned to, if it is
   * @param mover organisation of whoever makes the move; empty for residents
   */
  public Optional<Refusal> refused(
      FindingState state, Optional<String> owner, Optional<String> mover) {
    if (!from(state)) {
      return Optional.of(Refusal.NOT_NOW);
    }
    var owners = owner.isPresent() && owner.equals(mover);
    if (this == CLAIM_DONE && !owners) {
      return Optional.of(Refusal.NOT_THE_OWNER);
    }
    return this == VERIFY && owners ? Optional.of(Refusal.OWNERS_OWN) : Optional.empty();
  }
}
