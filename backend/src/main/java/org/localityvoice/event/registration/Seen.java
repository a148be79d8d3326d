package org.localityvoice.event.registration;

/**
 * A registration as it is now.
 *
 * @param position its place on the waitlist, from 1; 0 when it does not wait
 */
record Seen(Registration row, int position) {}
