package org.localityvoice.event.planning;

import org.localityvoice.event.AgeRange;
import org.localityvoice.event.Slot;
import org.localityvoice.locality.Text;

/**
 * A session as clashes are found by it.
 *
 * @param edition counts what people have changed of it
 * @param organiser id of the partner who answers for it
 * @param title of its event
 * @param activity id of an activity of the area
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
    Spot spot,
    AgeRange ages,
    String activity,
    int reachMetres,
    boolean cancelled) {}
