package org.localityvoice.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.localityvoice.app.Town;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.walkabout.Walks;

/**
 * What a device noted on one walk, 100 grades and 100 findings, sent over HTTP against the whole
 * server: in one batch, again, and item by item. Everything durable when it is answered.
 */
final class WalkaboutRows implements AutoCloseable {
  private static final int EACH = 100;
  private static final List<String> ELEMENTS =
      List.of("litter", "fly-tipping", "dog-fouling", "graffiti", "fly-posting");

  private final Town town;

  WalkaboutRows() throws IOException {
    town = Town.on(StoreExtension.fresh(), Files.createTempDirectory("benchmark"), Map.of());
  }

  List<Result> measure(int rounds) {
    timed(items(Walks.planned(town)));
    List<Double> batches = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    List<Double> singly = new ArrayList<>();
    List<Double> cheaper = new ArrayList<>();
    for (var round = 0; round < rounds; round++) {
      var items = items(Walks.planned(town));
      batches.add(timed(items));
      again.add(timed(items) / batches.get(round));
      var others = items(Walks.planned(town));
      var millis = 0.0;
      for (var one : others) {
        // Not to meet the limit of calls.
        town.clock().advance(Duration.ofSeconds(1));
        millis += timed(List.of(one));
      }
      singly.add(millis);
      cheaper.add(millis / batches.get(round));
    }
    var told =
        String.format(
            Locale.ROOT, "%.0f ms against %.0f ms", Result.median(batches), Result.median(singly));
    return List.of(
        new Result(
            "200 items of a walk one by one: one batch of them", cheaper, "x", 5, false, told),
        new Result("the same batch again: the first time", again, "x", 1, true, ""));
  }

  private static List<Map<String, Object>> items(String walkabout) {
    var items = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < EACH; i++) {
      var element = ELEMENTS.get(i % ELEMENTS.size());
      var transect = "t%02d".formatted(1 + i / ELEMENTS.size());
      var name = walkabout.substring(0, 8) + "-" + i;
      items.add(Walks.grade(walkabout, "g-" + name, transect, element, "B-"));
      var finding = Town.body("element", element, "grade", "D", "transect", transect);
      items.add(Walks.item(walkabout, "f-" + name, "finding", finding));
    }
    return items;
  }

  /** Milliseconds until the answer; what follows from the items is not waited for. */
  private double timed(List<Map<String, Object>> items) {
    var begin = System.nanoTime();
    Walks.sends(town.as("wyn"), items);
    return (System.nanoTime() - begin) / 1e6;
  }

  @Override
  public void close() {
    town.close();
  }
}
