package org.localityvoice.perception;

import java.util.List;
import java.util.Optional;
import org.localityvoice.survey.Waves.Results;

/**
 * The published wave that changes are told from.
 *
 * @param boundarySet that the locality had when its figures were made
 * @param collapsed merges of its figures, so that those who did not say stay where they were
 * @param told the series of which its release has a figure that still counts; empty for a release
 *     from before that was asked
 */
record Earlier(
    Results results, String boundarySet, List<String> collapsed, Optional<List<String>> told) {
  Earlier {
    collapsed = List.copyOf(collapsed);
    told = told.map(List::copyOf);
  }

  /**
   * Whether everybody may know its figure of a series. From a change, and the figure that it leads
   * to, anybody can work out the one that it starts from.
   */
  boolean tells(String series) {
    return told.map(all -> all.contains(series)).orElse(true);
  }
}
