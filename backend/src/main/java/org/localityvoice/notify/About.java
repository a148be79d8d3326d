package org.localityvoice.notify;

import java.time.Instant;

/**
 * What has happened to which report, in words that can be counted: nothing of what anybody wrote.
 *
 * @param sequence of the entry in the report's log; with the report's id it names what has happened
 * @param code names the sentence, {@code notice.<code>} in the message files
 * @param state of the report since then
 */
public record About(
    String report,
    long sequence,
    String code,
    String locality,
    String category,
    String state,
    Instant at) {}
