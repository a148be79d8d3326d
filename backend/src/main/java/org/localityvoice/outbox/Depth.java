package org.localityvoice.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How much waits to be delivered.
 *
 * @param documents with something in their outbox; counting stops at {@link Relay#MOST_COUNTED} for
 *     each collection
 * @param oldest since when the one that has waited longest waits
 */
public record Depth(int documents, Optional<Instant> oldest) {}
