package org.localityvoice.walkabout;

import java.util.Optional;

/**
 * Who sends a batch.
 *
 * @param uid never shown
 * @param role in which they do
 * @param organisation whom they work for
 * @param manager whether they manage the locality
 */
public record Sender(String uid, String role, Optional<String> organisation, boolean manager) {}
