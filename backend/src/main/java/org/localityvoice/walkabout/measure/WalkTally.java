package org.localityvoice.walkabout.measure;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What counts of one walkabout, in short. It follows from the walkabout alone (of a blind re-walk,
 * from it and the one that it repeats) and from nothing else, so making it again makes the same.
 *
 * @param id of the walkabout
 * @param source counts with every write of what it was made from: an older one never takes the
 *     place of a newer one
 * @param month in which it ended, by local time, {@code 2026-11}; absent while it has not
 * @param day on which it ended
 * @param rewalk whether it is a blind re-walk: these feed no index
 * @param route with version, {@code newport-terraces/1}
 * @param transects of that route
 * @param elements what was graded; empty for a re-walk
 * @param pairs of a re-walk with what it repeats; empty for another walkabout
 * @param sameGrader pairs that were left out, as one person gave both
 * @param againAt when something that waits now will count, though nobody sends anything
 */
public record WalkTally(
    @BsonId String id,
    long source,
    String locality,
    @Nullable String month,
    @Nullable String day,
    boolean rewalk,
    String route,
    int transects,
    List<Graded> elements,
    List<Pairs> pairs,
    int sameGrader,
    @Nullable Instant againAt) {
  static final String COLLECTION = "walkabout_tallies";

  public WalkTally {
    elements = List.copyOf(elements);
    pairs = List.copyOf(pairs);
  }

  /**
   * One element.
   *
   * @param marks one of {@link Marks} for each transect of the route, in its order
   */
  public record Graded(String element, String marks) {}

  /**
   * Pairs of one element.
   *
   * @param marks two of {@link Marks} for each pair, the first of the walkabout, the second of its
   *     re-walk
   */
  public record Pairs(String element, String marks) {}
}
