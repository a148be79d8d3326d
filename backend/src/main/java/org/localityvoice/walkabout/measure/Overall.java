package org.localityvoice.walkabout.measure;

import java.time.LocalDate;

/**
 * One number for how a locality looked in a month.
 *
 * @param index mean of the walkabout indices of all elements, 0 to 100; 0 is best
 * @param at the day on which the last walkabout ended that is in it
 */
public record Overall(double index, LocalDate at) {}
