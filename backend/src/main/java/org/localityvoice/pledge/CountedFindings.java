package org.localityvoice.pledge;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.pledge.VerifiedFindings.Found;

/**
 * What may be told of the findings of a locality. Small numbers are not kept, so nothing that reads
 * this can tell them: they are 0 here, like those that are.
 *
 * @param id of the locality
 * @param at the last day that counts: the end of a month
 * @param found by month and element
 */
public record CountedFindings(@BsonId String id, LocalDate at, List<Found> found) {
  public CountedFindings {
    found = List.copyOf(found);
  }

  static CountedFindings of(String locality, LocalDate at, List<Found> exact) {
    return new CountedFindings(
        locality,
        at,
        exact.stream()
            .map(
                one ->
                    new Found(
                        one.element(),
                        one.title(),
                        one.theme(),
                        one.month(),
                        told(one.verified()),
                        told(one.claimed()),
                        told(one.reopened())))
            .filter(one -> one.verified() + one.claimed() + one.reopened() > 0)
            .toList());
  }

  private static int told(int count) {
    return count < Feed.FEWEST ? 0 : count;
  }
}
