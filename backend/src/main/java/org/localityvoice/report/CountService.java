package org.localityvoice.report;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Boxes.Rectangle;

/** What the counters hold, for maps and dashboards. */
final class CountService {
  private static final int MOST_SQUARES = 64;
  private static final int MOST_WIDEST = 1_000;

  private final CounterStore store;

  CountService(CounterStore store) {
    this.store = store;
  }

  /**
   * The listed reports in a square of the map.
   *
   * @param square its key
   * @param latitude of its middle
   * @param longitude of its middle
   * @param open reports that somebody still has to act on
   */
  record Cluster(String square, double latitude, double longitude, int open, int ended) {}

  /**
   * The squares that touch a rectangle, as small as a bounded number of them allows, without those
   * that hold no report.
   *
   * @param categories only these; empty for all
   */
  Future<List<Cluster>> clusters(Rectangle rectangle, Collection<String> categories) {
    var squares = Boxes.covering(rectangle, MOST_SQUARES);
    // A rectangle too wide for that is asked the other way round: a council's reports lie in few of
    // the widest squares.
    var counters =
        squares.isEmpty()
            ? store.beginning(Boxes.ZOOMS.get(0) + "/", MOST_WIDEST)
            : store.find(squares);
    return counters.map(
        found ->
            found.stream()
                .filter(counter -> touches(Boxes.rectangle(counter.id()), rectangle))
                .map(counter -> cluster(counter, categories))
                .filter(cluster -> cluster.open() + cluster.ended() > 0)
                .sorted(Comparator.comparing(Cluster::square))
                .toList());
  }

  /** A locality's counts of what the caller may see. */
  Future<LocalityCounts> locality(String locality, Caller caller) {
    var sight = Sight.of(caller, locality);
    var open = Tallies.counter(locality, false);
    return Future.all(
            store.find(List.of(open, Tallies.counter(locality, true))), store.behindSince())
        .map(
            read -> {
              Map<Tallies.Cell, Integer> seen = new HashMap<>();
              for (var counter : read.<List<Counter>>resultAt(0)) {
                cells(counter, sight, !counter.id().equals(open), seen);
              }
              return LocalityCounts.of(locality, seen, read.resultAt(1));
            });
  }

  private static void cells(
      Counter counter, Sight sight, boolean confidential, Map<Tallies.Cell, Integer> seen) {
    counter
        .counts()
        .forEach(
            (key, count) -> {
              var cell = Tallies.Cell.of(key);
              if (sight.sees(cell.owner(), confidential)) {
                seen.merge(cell, count, Integer::sum);
              }
            });
  }

  private static boolean touches(Rectangle square, Rectangle wanted) {
    return square.west() <= wanted.east()
        && wanted.west() <= square.east()
        && square.south() <= wanted.north()
        && wanted.south() <= square.north();
  }

  private static Cluster cluster(Counter counter, Collection<String> categories) {
    var square = Boxes.rectangle(counter.id());
    return new Cluster(
        counter.id(),
        (square.south() + square.north()) / 2,
        (square.west() + square.east()) / 2,
        sum(counter, categories, Facets.Look.OPEN),
        sum(counter, categories, Facets.Look.ENDED));
  }

  private static int sum(Counter counter, Collection<String> categories, Facets.Look wanted) {
    return counter.counts().entrySet().stream()
        .filter(
            count ->
                Tallies.look(count.getKey(), categories).filter(look -> look == wanted).isPresent())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
