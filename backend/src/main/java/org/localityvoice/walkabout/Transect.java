package org.localityvoice.walkabout;

import org.localityvoice.walkabout.grading.Zone;

/**
 * A fixed stretch of about 50 metres that is graded on every walkabout of its route. Only such
 * stretches feed a figure: what else people look at depends on where they choose to look.
 *
 * @param order from 1, as they are walked
 * @param zone how intensely it is used
 * @param landUse such as {@code housing}
 * @param from where it begins
 * @param to where it ends
 */
public record Transect(String id, int order, Zone zone, String landUse, Spot from, Spot to) {}
