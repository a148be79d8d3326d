/**
 * How a share of the adult population is estimated from counts: raking to the population's margins,
 * the base that weighting leaves, intervals, and change between waves. Pure arithmetic on counts;
 * the same counts give the same bytes, since every sum is made in a fixed order.
 */
@NullMarked
package org.localityvoice.estimate;

import org.jspecify.annotations.NullMarked;
