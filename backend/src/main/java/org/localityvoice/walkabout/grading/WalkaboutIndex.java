package org.localityvoice.walkabout.grading;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The walkabout index of one element: the share of graded transects that are below grade B, with B-
 * counted half, in per cent. 0 is best. It follows NI 195, but rests on far fewer transects than
 * the 300 of the national method, and so must never be called by that name.
 *
 * @param value from 0 to 100; absent when {@code withheld} says why
 * @param graded transects that were graded on the seven points
 * @param planned transects that the route has
 * @param notApplicable transects to which the element does not apply; not among those graded
 * @param unsettled grades of transects left out, as graders differ and nobody has settled it
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
   * What a period has of one transect that was walked in it.
   *
   * @param grades one for each walkabout on which its grade is settled
   * @param unsettled on how many walkabouts it is not
   */
  public record Visits(List<Grade> grades, int unsettled) {
    public Visits {
      grades = List.copyOf(grades);
    }

    private List<Grade> applying() {
      return grades.stream().filter(Grade::applies).toList();
    }

    /** How much of it failed, 0 to 1: the mean over its walkabouts. */
    private double below(List<Grade> applying) {
      return applying.stream().mapToInt(Grade::halvesBelow).sum() / (2.0 * applying.size());
    }
  }

  /**
   * Works it out for one walkabout.
   *
   * @param grades one for each transect whose grade is settled
   * @param unsettled how many transects are not
   * @param planned how many transects the route has, at least one
   */
  public static WalkaboutIndex of(Collection<Grade> grades, int unsettled, int planned) {
    var settled = grades.stream().map(grade -> new Visits(List.of(grade), 0));
    var open = Stream.generate(() -> new Visits(List.of(), 1)).limit(unsettled);
    return pooled(Stream.concat(settled, open).toList(), planned);
  }

  /**
   * Works it out for a period with any number of walkabouts. Every transect has the same weight:
   * one that was walked twice counts with the mean of its grades, so that nobody changes the index
   * by where they walk more often, and a walk that was broken off does not push another one out.
   *
   * @param transects that were walked, each once
   * @param planned how many transects the routes have that were walked
   */
  public static WalkaboutIndex pooled(Collection<Visits> transects, int planned) {
    var applying = transects.stream().filter(one -> !one.applying().isEmpty()).toList();
    var graded = applying.size();
    var notApplicable =
        (int)
            transects.stream()
                .filter(one -> !one.grades().isEmpty() && one.applying().isEmpty())
                .count();
    var withheld = withheld(graded, transects.size(), planned);
    return new WalkaboutIndex(
        withheld.isPresent() ? Optional.empty() : Optional.of(percentBelow(applying)),
        graded,
        planned,
        notApplicable,
        transects.stream().mapToInt(Visits::unsettled).sum(),
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

  /** The mean over transects, of which there is at least one, in per cent. */
  private static double percentBelow(List<Visits> applying) {
    var below = applying.stream().mapToDouble(one -> one.below(one.applying())).sum();
    return below * ALL / applying.size();
  }
}
