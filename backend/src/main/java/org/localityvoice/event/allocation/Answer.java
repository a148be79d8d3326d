package org.localityvoice.event.allocation;

/** What a command comes to. Known only after it has been written. */
public sealed interface Answer {
  /**
   * Where a registration is now.
   *
   * @param position its place on the waitlist, from 1; 0 when it does not wait
   */
  record Stands(String registration, Standing standing, int position) implements Answer {}

  /** The registration has ended, by this command or an earlier one. */
  record HasEnded(String registration, EndReason reason) implements Answer {}

  /** Things are as the command wants them. */
  record Done() implements Answer {}

  /** Nothing has changed, and why. */
  record Refused(Refusal why) implements Answer {}
}
