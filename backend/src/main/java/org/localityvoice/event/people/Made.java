package org.localityvoice.event.people;

/**
 * A participant who was asked to be made.
 *
 * @param fresh whether it was not there before
 */
record Made(Participant participant, boolean fresh) {}
