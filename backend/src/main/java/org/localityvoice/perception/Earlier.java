package org.localityvoice.perception;

import org.localityvoice.survey.Waves.Results;

/**
 * The published wave that changes are told from.
 *
 * @param boundarySet that the locality had when its figures were made
 */
record Earlier(Results results, String boundarySet) {}
