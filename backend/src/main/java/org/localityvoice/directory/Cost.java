package org.localityvoice.directory;

import org.jspecify.annotations.Nullable;

/**
 * What somebody pays.
 *
 * @param pence of a pound; 0 where it is free
 */
public record Cost(int pence, @Nullable String note) {}
