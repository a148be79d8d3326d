package org.localityvoice.event.takeup;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.event.takeup.Table.Ages;
import org.localityvoice.event.takeup.Table.Row;

/**
 * One figure of take-up as it leaves: null, with a status that says why, where there is none. It
 * follows from what was counted and hidden, and from nothing else, so that whoever holds the two
 * against each other learns nothing. Pure.
 *
 * @param breakdown {@code all}, or a part of the people: {@code homeAndAge:newport-5-10}
 * @param value people or times, whole; percent to one decimal
 * @param numerator of a share
 * @param denominator of a share
 */
record TakeUpFigure(
    TakeUpMeasure measure,
    String breakdown,
    Status status,
    @Nullable Number value,
    @Nullable Integer numerator,
    @Nullable Integer denominator) {

  /** Why a figure is withheld: as of reports, one word for all that is too small. */
  static final String SMALL = "small-number";

  private static final String ALL = "all";

  /** Whether there is a figure; the names are those of the contract. */
  enum Status {
    OK,
    /** Small, or one by which a small one could be worked out. */
    SUPPRESSED,
    /** Nobody noted who came, at any session. */
    NO_BASE
  }

  /** Every figure of a quarter, in the same order always. */
  static List<TakeUpFigure> of(TakeUp counted) {
    var figures = new ArrayList<TakeUpFigure>();
    if (counted.withAttendance() == 0) {
      figures.add(none(TakeUpMeasure.PEOPLE, Status.NO_BASE));
      figures.add(none(TakeUpMeasure.NO_SHOWS, Status.NO_BASE));
    } else {
      people(counted.table(), figures);
      figures.add(noShows(counted));
    }
    figures.add(count(TakeUpMeasure.WAITED_IN_VAIN, ALL, counted.waitedInVain()));
    return List.copyOf(figures);
  }

  private static void people(Table table, List<TakeUpFigure> figures) {
    figures.add(people(ALL, table.people()));
    table.ages().forEach(one -> figures.add(people("ageBand:" + slug(one.age()), one.people())));
    for (var row : table.homes()) {
      figures.add(people("home:" + row.home(), row.people()));
      if (anything(row)) {
        for (var one : row.ages()) {
          var both = "homeAndAge:" + row.home() + "-" + slug(one.age());
          figures.add(people(both, one.people()));
        }
      }
    }
  }

  /**
   * Whether anybody is told of. An age that nobody at all has is told as zero of every home, and
   * that stands in the figures of all of them.
   */
  private static boolean anything(Row row) {
    return row.people() != null
        || row.ages().stream().map(Ages::people).anyMatch(people -> people != null && people > 0);
  }

  /** An age in a breakdown, which has no plus sign. */
  private static String slug(AgeGroup age) {
    return TakeUpViews.label(age).replace("+", "-and-over");
  }

  private static TakeUpFigure people(String breakdown, @Nullable Integer people) {
    return count(TakeUpMeasure.PEOPLE, breakdown, people);
  }

  private static TakeUpFigure count(
      TakeUpMeasure measure, String breakdown, @Nullable Integer number) {
    var status = number == null ? Status.SUPPRESSED : Status.OK;
    return new TakeUpFigure(measure, breakdown, status, number, null, null);
  }

  private static TakeUpFigure noShows(TakeUp counted) {
    var told = counted.noShows();
    return told == null
        ? none(TakeUpMeasure.NO_SHOWS, Status.SUPPRESSED)
        : new TakeUpFigure(
            TakeUpMeasure.NO_SHOWS, ALL, Status.OK, told.percent(), told.missed(), told.expected());
  }

  private static TakeUpFigure none(TakeUpMeasure measure, Status status) {
    return new TakeUpFigure(measure, ALL, status, null, null, null);
  }

  @Nullable String suppressionReason() {
    return status == Status.SUPPRESSED ? SMALL : null;
  }
}
