package org.localityvoice.outbox;

/**
 * An effect that must follow a write, stored in the same document as the write itself and carried
 * out afterwards, at least once.
 *
 * @param id never used twice; a receiver that has seen it does nothing
 * @param kind names the receiver: {@code pmf.statement}
 * @param payload what the receiver needs, as JSON text
 */
public record Outgoing(String id, String kind, String payload) {}
