package org.localityvoice.walkabout.grading;

import java.util.Collection;
import java.util.Optional;

/**
 * The walkabout index of one element: the share of graded transects that are below grade B, with B-
 * counted half, in per cent. 0 is best. It follows NI 195, but rests on far fewer transects than
 * the 300 of the national method, and so must never be called by that name.
 *
 * @param value from 0 to 100; absent when {@code withheld} says why
 * @param graded transects that were graded on the seven points
 * @param planned transects that the route has
 * @param notApplicable transects to which the element does not apply; not among those graded
 * @param unsettled transects left out, as their graders differ and nobody has settled it
 * @param withheld why there is no value
 */
public record WalkaboutIndex(
    Optional<Double> value,
    int graded,
    int planned,
    int notApplicable,
    int unsettled,
    Optional<Withheld> withheld) {

  /** Names how it is worked out; to be changed with it. */
  public static final String METHOD = "walkabout-index-1";

  /** Fewer graded transects are not enough. */
  public static final int FEWEST = 10;

  /** The least share of the route that must have been walked, in per cent. */
  public static final int LEAST_WALKED_PERCENT = 60;

  private static final int ALL = 100;

  /** Why there is no value. */
  public enum Withheld {
    /** Fewer than {@link #FEWEST} transects were graded. */
    TOO_FEW_TRANSECTS,
    /** Less than {@link #LEAST_WALKED_PERCENT} of the route was walked. */
    ROUTE_NOT_WALKED
  }

  /**
   * Works it out.
   *
   * @param grades one for each transect whose grade is settled
   * @param unsettled how many transects are not
   * @param planned how many transects the route has, at least one
   */
  public static WalkaboutIndex of(Collection<Grade> grades, int unsettled, int planned) {
    var graded = (int) grades.stream().filter(Grade::applies).count();
    var notApplicable = grades.size() - graded;
    var walked = grades.size() + unsettled;
    var withheld = withheld(graded, walked, planned);
    return new WalkaboutIndex(
        withheld.isPresent() ? Optional.empty() : Optional.of(percentBelow(grades)),
        graded,
        planned,
        notApplicable,
        unsettled,
        withheld);
  }

  private static Optional<Withheld> withheld(int graded, int walked, int planned) {
    if (graded < FEWEST) {
      return Optional.of(Withheld.TOO_FEW_TRANSECTS);
    }
    return walked * ALL < planned * LEAST_WALKED_PERCENT
        ? Optional.of(Withheld.ROUTE_NOT_WALKED)
        : Optional.empty();
  }

  /**
   * The share below B, B- counted half, of those that apply; at least one has to.
   *
   * @return per cent
   */
  static double percentBelow(Collection<Grade> grades) {
    var graded = grades.stream().filter(Grade::applies).count();
    var halves = grades.stream().mapToInt(Grade::halvesBelow).sum();
    return halves * (double) ALL / (2 * graded);
  }
}
