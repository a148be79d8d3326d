package org.localityvoice.event.planning;

import org.jspecify.annotations.Nullable;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.Slot;
import org.localityvoice.locality.Text;

/**
 * A session as clashes are found by it.
 *
 * @param edition counts what people have changed of it and of its event
 * @param organiser id of the partner who answers for it
 * @param title of its event
 * @param spot where its venue is; absent for one that nobody knows any more
 * @param activity id of the activity of the area that it is, or of the broader one that it belongs
 *     to
 * @param reachMetres from how far away people are meant to come; its whole locality always belongs
 *     to it
 * @param cancelled whether it does not take place
 */
record Planned(
    String session,
    String event,
    long edition,
    String organiser,
    String locality,
    Text title,
    Slot slot,
    @Nullable Spot spot,
    AgeRange ages,
    String activity,
    int reachMetres,
    boolean cancelled) {

  /**
   * How far the venues are apart, as the crow flies; not a number, which is neither near nor far,
   * where one of them is not known.
   */
  double metresTo(Planned other) {
    return spot == null || other.spot == null ? Double.NaN : spot.metresTo(other.spot);
  }
}
