package org.localityvoice.report;

import org.jspecify.annotations.Nullable;

/**
 * One report in a batch: from what it is counted as to what it ought to be.
 *
 * @param report its id
 * @param version it was read in
 * @param from absent for a report that was never counted
 */
public record Recount(String report, long version, @Nullable Facets from, Facets to) {}
