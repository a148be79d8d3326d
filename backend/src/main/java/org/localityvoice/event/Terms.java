package org.localityvoice.event;

import org.jspecify.annotations.Nullable;
import org.localityvoice.event.allocation.Policy;

/**
 * How many may come, and how those are dealt with for whom there is no place.
 *
 * @param capacity of the session
 * @param poolCapacity of all sessions of the organiser in the same space on the same day that share
 *     a pool; absent without one
 */
public record Terms(int capacity, @Nullable Integer poolCapacity, Policy policy) {}
