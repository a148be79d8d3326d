package org.localityvoice.event.takeup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.attendance.AgeGroup;

/**
 * What is added up of a locality and quarter, session by session in the order of their starts. It
 * lives in memory only, while it is counted: it is the one place that has to tell people apart.
 */
final class Visits {
  private final Map<String, Square> came = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private int sessions;
  private int withAttendance;
  private int expected;
  private int missed;
  private int inVain;
  private int mostInVain;

  /** Where somebody lives, and how old they were when they first came. */
  record Square(String home, AgeGroup age) {}

  /**
   * Somebody who came to a session, or should have.
   *
   * @param home absent where they have not said so
   */
  record Visit(String participant, @Nullable String home, AgeGroup age, boolean came) {
    /** Without who it is. */
    @Override
    public String toString() {
      return "visit";
    }
  }

  /**
   * Adds a session.
   *
   * @param visits each participant once; empty where nobody noted who came
   * @param waiting how many participants waited for it in vain
   */
  void add(Iterable<Visit> visits, int waiting) {
    sessions++;
    inVain += waiting;
    mostInVain = Math.max(mostInVain, waiting);
    var noted = false;
    for (var visit : visits) {
      noted = true;
      expected++;
      if (visit.came()) {
        came.putIfAbsent(
            visit.participant(),
            new Square(visit.home() == null ? Suppressed.REST : visit.home(), visit.age()));
      } else {
        missed++;
        missing.add(visit.participant());
      }
    }
    withAttendance += noted ? 1 : 0;
  }

  /** How many different people came, by home and age. */
  Map<Square, Integer> people() {
    var counts = new HashMap<Square, Integer>();
    came.values().forEach(square -> counts.merge(square, 1, Integer::sum));
    return counts;
  }

  int sessions() {
    return sessions;
  }

  int withAttendance() {
    return withAttendance;
  }

  /**
   * How many did not come, of those who had a place. One person counts as often as they had one, so
   * it is told only when at least five different people are behind either side.
   *
   * @param fewest people
   */
  @Nullable NoShows noShows(int fewest) {
    return missing.size() < fewest || came.size() < fewest ? null : new NoShows(missed, expected);
  }

  /**
   * How many times somebody waited in vain. Who they were is not known any more, so it is told only
   * when as many as that waited for one and the same session, who must be different people; or when
   * nobody did.
   *
   * @param fewest people
   */
  @Nullable Integer inVain(int fewest) {
    return mostInVain > 0 && mostInVain < fewest ? null : inVain;
  }

  /**
   * Those who had a place and did not come.
   *
   * @param missed places
   * @param expected places, at sessions where somebody noted who came
   */
  public record NoShows(int missed, int expected) {
    private static final double PERCENT_TENTHS = 1000.0;
    private static final double TENTHS = 10.0;

    /** Percent of the places, to one decimal. */
    double percent() {
      return Math.round(missed * PERCENT_TENTHS / expected) / TENTHS;
    }
  }

  /** Without who they are. */
  @Override
  public String toString() {
    return sessions + " sessions";
  }
}
