package org.localityvoice.app;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.pledge.VerifiedFindings;
import org.localityvoice.walkabout.WalkaboutCatalogue;
import org.localityvoice.walkabout.Walkabouts;
import org.localityvoice.walkabout.finding.Finding;
import org.localityvoice.walkabout.finding.Findings;
import org.localityvoice.walkabout.finding.Moved;
import org.localityvoice.walkabout.grading.FindingState;

/** Findings of walkabouts for the feed, as numbers; neither side knows the other. */
record WalkedFindings(Findings findings, Walkabouts walkabouts) implements VerifiedFindings {
  private static final int PAGE = 500;

  @Override
  public Future<List<Found>> of(String localityId, LocalDate from, LocalDate to, ZoneId zone) {
    var begin = from.atStartOfDay(zone).toInstant();
    var adding = new Adding(to.plusDays(1).atStartOfDay(zone).toInstant(), zone);
    return page(localityId, begin, adding, Optional.empty())
        .compose(all -> walkabouts.catalogue())
        .map(adding::found);
  }

  private Future<Void> page(
      String localityId, Instant begin, Adding adding, Optional<Finding> after) {
    return findings
        .seen(localityId, begin, adding.end, after, PAGE)
        .compose(
            page -> {
              page.forEach(adding::add);
              return page.size() < PAGE
                  ? Future.succeededFuture()
                  : page(localityId, begin, adding, Optional.of(page.get(PAGE - 1)));
            });
  }

  /** Counts findings by month, element and where they stood at a moment. */
  private static final class Adding {
    private final Instant end;
    private final ZoneId zone;
    private final Map<String, Map<String, Map<FindingState, Integer>>> counts = new TreeMap<>();

    Adding(Instant end, ZoneId zone) {
      this.end = end;
      this.zone = zone;
    }

    void add(Finding finding) {
      var seenAt = finding.seenAt();
      var seen = finding.seen();
      if (seenAt != null && seen != null) {
        counts
            .computeIfAbsent(YearMonth.from(seenAt.atZone(zone)).toString(), m -> new TreeMap<>())
            .computeIfAbsent(seen.element(), element -> new EnumMap<>(FindingState.class))
            .merge(state(finding), 1, Integer::sum);
      }
    }

    /** What was done later does not count. */
    private FindingState state(Finding finding) {
      var state = FindingState.OPEN;
      for (Moved moved : finding.moves()) {
        if (moved.at().isBefore(end)) {
          state = moved.move().to();
        }
      }
      return state;
    }

    List<Found> found(WalkaboutCatalogue catalogue) {
      var found = new ArrayList<Found>();
      counts.forEach(
          (month, elements) ->
              elements.forEach(
                  (id, states) ->
                      catalogue
                          .element(id)
                          .map(
                              element ->
                                  new Found(
                                      id,
                                      element.name(),
                                      element.theme(),
                                      month,
                                      states.getOrDefault(FindingState.VERIFIED, 0),
                                      states.getOrDefault(FindingState.DONE_CLAIMED, 0),
                                      states.getOrDefault(FindingState.REOPENED, 0)))
                          .ifPresent(found::add)));
      return found;
    }
  }
}
