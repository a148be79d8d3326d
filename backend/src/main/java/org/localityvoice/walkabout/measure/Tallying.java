package org.localityvoice.walkabout.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.localityvoice.walkabout.Edit;
import org.localityvoice.walkabout.Fields;
import org.localityvoice.walkabout.Opinions;
import org.localityvoice.walkabout.RewalkPairs;
import org.localityvoice.walkabout.Route;
import org.localityvoice.walkabout.TransectGrade;
import org.localityvoice.walkabout.Walkabout;
import org.localityvoice.walkabout.grading.WeightedKappa.Pair;

/** Makes tallies. Pure. */
final class Tallying {
  private static final String ENDED_AT = "endedAt";

  private final ZoneId zone;
  private final Instant now;

  Tallying(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** Of a walkabout that repeats none. */
  WalkTally first(Walkabout walkabout, Route route) {
    return tally(walkabout, route, walkabout.version(), graded(walkabout, route), List.of(), 0);
  }

  /** Of a blind re-walk: it says how far graders agree, and counts for nothing else. */
  WalkTally rewalk(Walkabout rewalk, Walkabout first, Route route) {
    var pairs = RewalkPairs.of(first, rewalk, now);
    return tally(
        rewalk,
        route,
        first.version() + rewalk.version(),
        List.of(),
        pairs.elements().entrySet().stream()
            .map(entry -> new WalkTally.Pairs(entry.getKey(), marks(entry.getValue())))
            .toList(),
        pairs.sameGrader());
  }

  private WalkTally tally(
      Walkabout walkabout,
      Route route,
      long source,
      List<WalkTally.Graded> elements,
      List<WalkTally.Pairs> pairs,
      int sameGrader) {
    var ended = ended(walkabout).map(end -> LocalDate.ofInstant(end, zone));
    return new WalkTally(
        walkabout.id(),
        source,
        walkabout.localityId(),
        ended.map(day -> YearMonth.from(day).toString()).orElse(null),
        ended.map(LocalDate::toString).orElse(null),
        walkabout.repeats().isPresent(),
        route.id() + "/" + route.version(),
        route.transects().size(),
        elements,
        pairs,
        sameGrader,
        again(walkabout).orElse(null));
  }

  /**
   * When it ended. That is what a device's clock said, which is not trusted: it cannot have ended
   * after we heard of its end, nor before the time for which it was planned.
   */
  private Optional<Instant> ended(Walkabout walkabout) {
    var said = walkabout.noted().fields(now).values().get(ENDED_AT);
    if (said == null) {
      return Optional.empty();
    }
    var heard =
        walkabout.noted().notes().stream()
            .filter(note -> said.equals(note.values().get(ENDED_AT)))
            .map(Edit::receivedAt)
            .min(Comparator.naturalOrder())
            .orElse(now);
    var end = Instants.read(said).filter(heard::isAfter).orElse(heard);
    var start = walkabout.plan().startsAt();
    return Optional.of(end.isBefore(start) ? start : end);
  }

  private List<WalkTally.Graded> graded(Walkabout walkabout, Route route) {
    Map<String, char[]> marks = new TreeMap<>();
    for (var one : walkabout.noted().opinions(now)) {
      var position = position(route, one);
      if (position >= 0) {
        marks.computeIfAbsent(one.element(), any -> blank(route))[position] = mark(one);
      }
    }
    return marks.entrySet().stream()
        .map(entry -> new WalkTally.Graded(entry.getKey(), new String(entry.getValue())))
        .toList();
  }

  private static char[] blank(Route route) {
    return String.valueOf(Marks.NONE).repeat(route.transects().size()).toCharArray();
  }

  private static int position(Route route, Opinions one) {
    for (var i = 0; i < route.transects().size(); i++) {
      if (route.transects().get(i).id().equals(one.transect())) {
        return i;
      }
    }
    return -1;
  }

  private static char mark(Opinions one) {
    return one.counting()
        .map(grade -> Marks.of(grade.grade()))
        .orElse(one.unsettled() ? Marks.UNSETTLED : Marks.NONE);
  }

  private static String marks(List<Pair> pairs) {
    var text = new StringBuilder();
    pairs.forEach(pair -> text.append(Marks.of(pair.first())).append(Marks.of(pair.second())));
    return text.toString();
  }

  /** When the first thing that is held now will count. */
  private Optional<Instant> again(Walkabout walkabout) {
    var noted = walkabout.noted();
    var held = noted.fields(now).held();
    return Stream.concat(
            noted.notes().stream().filter(note -> held.contains(note.id())).map(Edit::receivedAt),
            noted.opinions(now).stream()
                .flatMap(one -> one.held().stream())
                .map(TransectGrade::receivedAt))
        .min(Comparator.naturalOrder())
        .map(since -> since.plus(Fields.HELD));
  }
}
