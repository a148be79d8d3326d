package org.localityvoice.report;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Counts of reports, kept up by {@link CounterFolder}: of a locality, by category, owner, state and
 * whether overdue, with confidential reports in a counter of their own; or of a map square, by
 * category and whether open, without confidential or unlisted ones.
 *
 * @param id {@code l/newport}, {@code c/newport} for the confidential ones, or a square's {@code
 *     16/32543/20862}
 * @param batch the last batch that was added
 * @param counts by key, as {@link Tallies} makes them; a count may be 0
 */
public record Counter(@BsonId String id, long batch, Map<String, Integer> counts) {
  public Counter {
    counts = Map.copyOf(counts);
  }
}
