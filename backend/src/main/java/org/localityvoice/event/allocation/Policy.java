package org.localityvoice.event.allocation;

/**
 * How a session deals with those for whom there is no place.
 *
 * @param rule who comes first
 * @param mostWaiting how many parties may wait, 0 to {@link #MOST_WAITING}; 0 for no waitlist
 * @param offerHours how long an offer stands at most, 1 to {@link #MOST_OFFER_HOURS}; it never
 *     takes up more than a quarter of the time that is left until the session starts
 * @param autoConfirm whether a party that waits gets places that become free without being asked;
 *     in the last 24 hours every session does so
 */
public record Policy(WaitlistRule rule, int mostWaiting, int offerHours, boolean autoConfirm) {
  /** The longest waitlist. The document must stay small. */
  public static final int MOST_WAITING = 200;

  /** The longest offer: a week. */
  public static final int MOST_OFFER_HOURS = 168;

  private static final int USUAL_OFFER_HOURS = 24;
  private static final int SHORTEST_USUAL_WAITLIST = 20;

  public Policy {
    if (mostWaiting < 0 || mostWaiting > MOST_WAITING) {
      throw new IllegalArgumentException("mostWaiting is out of bounds");
    }
    if (offerHours < 1 || offerHours > MOST_OFFER_HOURS) {
      throw new IllegalArgumentException("offerHours is out of bounds");
    }
  }

  /** What a session has whose organiser chose nothing. */
  public static Policy usual(int capacity) {
    var waiting = Math.min(MOST_WAITING, Math.max(SHORTEST_USUAL_WAITLIST, capacity));
    return new Policy(WaitlistRule.FIRST_COME, waiting, USUAL_OFFER_HOURS, false);
  }
}
