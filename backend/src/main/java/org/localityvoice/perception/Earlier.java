package org.localityvoice.perception;

import java.util.List;
import org.localityvoice.survey.Waves.Results;

/**
 * The published wave that changes are told from.
 *
 * @param boundarySet that the locality had when its figures were made
 * @param collapsed merges of its figures, so that those who did not say stay where they were
 */
record Earlier(Results results, String boundarySet, List<String> collapsed) {
  Earlier {
    collapsed = List.copyOf(collapsed);
  }
}
