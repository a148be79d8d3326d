package org.localityvoice.event.takeup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.event.takeup.Visits.NoShows;

/** Take-up as the contract has it: what is withheld is absent. */
final class TakeUpViews {
  private TakeUpViews() {}

  private record View(
      String locality,
      String period,
      Instant countedAt,
      int sessions,
      int sessionsWithAttendance,
      @Nullable Integer participants,
      List<Ages> ages,
      List<Home> homes,
      @Nullable NoShowView noShows,
      @Nullable Integer waitedInVain) {}

  private record Ages(String ages, @Nullable Integer participants) {}

  private record Home(String home, @Nullable Integer participants, List<Ages> ages) {}

  private record NoShowView(int missed, int expected, double percent) {}

  static Object of(TakeUp one) {
    return new View(
        one.locality(),
        one.period(),
        one.countedAt(),
        one.sessions(),
        one.withAttendance(),
        one.table().people(),
        ages(one.table().ages()),
        one.table().homes().stream()
            .map(row -> new Home(row.home(), row.people(), ages(row.ages())))
            .toList(),
        noShows(one.noShows()),
        one.waitedInVain());
  }

  private static List<Ages> ages(List<Table.Ages> all) {
    return all.stream().map(one -> new Ages(label(one.age()), one.people())).toList();
  }

  private static @Nullable NoShowView noShows(@Nullable NoShows told) {
    return told == null ? null : new NoShowView(told.missed(), told.expected(), told.percent());
  }

  /** An age in the words of the contract. */
  static String label(AgeGroup age) {
    return switch (age) {
      case UNDER_5 -> "0-4";
      case FROM_5_TO_10 -> "5-10";
      case FROM_11_TO_15 -> "11-15";
      case FROM_16_TO_17 -> "16-17";
      case ADULT -> "18+";
    };
  }
}
