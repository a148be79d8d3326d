package org.localityvoice.estimate;

import java.util.List;

/**
 * The responses of a wave that share one combination of categories, a cell of the table that is
 * raked.
 *
 * @param categories one for each dimension, in the order of {@link Margins#dimensions()}
 * @param n all accepted responses, also those without a valid answer
 */
public record Group(List<String> categories, long n) {
  public Group {
    categories = List.copyOf(categories);
  }
}
