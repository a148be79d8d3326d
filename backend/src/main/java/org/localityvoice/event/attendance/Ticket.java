package org.localityvoice.event.attendance;

/**
 * Whoever shows it is one guest of one session. Nothing in it says who that is.
 *
 * @param session the only one where it is good for anything
 * @param guest made for this session alone, so that two tickets of a person have nothing in common;
 *     see {@link DoorKey#guest}
 */
public record Ticket(String session, String guest) {}
