package org.localityvoice.event.attendance;

import org.localityvoice.event.Words;

/** What became of one item of a batch. */
public enum Verdict {
  /** Taken. */
  RECORDED,
  /** Taken before; nothing has changed. */
  DUPLICATE,
  /** Somebody else has checked them in; both notes are kept, and it is one attendance. */
  ALREADY_IN,
  /** The same for a check-out. */
  ALREADY_OUT,
  /** Another item of that id says something else. */
  CONTENT_MISMATCH,
  /** It is not as the contract has it. */
  INVALID,
  /** No guest of this session, or no ticket. */
  UNKNOWN,
  /** A ticket of another session. */
  OTHER_SESSION,
  /** It looks like a ticket of this session and is none. */
  FORGED,
  /** They wait, or are offered a place, and have none. */
  NOT_PLACED,
  /** They had a place and have none any more. */
  CANCELLED,
  /** The door does not open yet, or by the device's clock it was more than two days ago. */
  TOO_EARLY,
  /** By the device's clock it will be in more than two days. */
  TOO_LATE,
  /** Under 18, and nobody is named who collects them. */
  COLLECTOR_NEEDED,
  /** Nobody of that name has been declared. */
  COLLECTOR_UNKNOWN,
  /** There are so many entries about this guest that something must be wrong. */
  TOO_MANY;

  /** The name in the contract: {@code already-in}. */
  public String slug() {
    return Words.slug(this);
  }

  /** Whether the item is kept, now or since earlier, so that the device need not send it again. */
  public boolean kept() {
    return this == RECORDED || this == DUPLICATE || this == ALREADY_IN || this == ALREADY_OUT;
  }
}
