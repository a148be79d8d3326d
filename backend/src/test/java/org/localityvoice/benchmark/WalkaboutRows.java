package org.localityvoice.benchmark;

import com.mongodb.ConnectionString;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.localityvoice.app.Town;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.walkabout.Walks;
import reactor.core.publisher.Flux;

/**
 * What a device noted on one walk, 100 grades and 100 findings, sent over HTTP against the whole
 * server: in one batch, again, and item by item; and beside the bare driver storing what comes of
 * it. Everything durable when it is answered.
 */
final class WalkaboutRows implements AutoCloseable {
  private static final int EACH = 100;
  private static final List<String> ELEMENTS =
      List.of("litter", "fly-tipping", "dog-fouling", "graffiti", "fly-posting");

  private static final int IN_FLIGHT = 32;

  private final Town town;
  private final MongoClient client;
  private final MongoDatabase ours;
  private final BareDriver bare;

  WalkaboutRows() throws IOException {
    var store = StoreExtension.fresh();
    town = Town.on(store, Files.createTempDirectory("benchmark"), Map.of());
    client = MongoClients.create(store.uri());
    var name = Optional.ofNullable(new ConnectionString(store.uri()).getDatabase());
    ours = client.getDatabase(name.orElse("locality-voice"));
    bare = new BareDriver(store.uri(), "walks");
  }

  List<Result> measure(int rounds) {
    timed(items(Walks.planned(town)));
    List<Double> batches = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    List<Double> singly = new ArrayList<>();
    List<Double> cheaper = new ArrayList<>();
    List<Double> inserts = new ArrayList<>();
    List<Double> dearer = new ArrayList<>();
    for (var round = 0; round < rounds; round++) {
      var walkabout = Walks.planned(town);
      var items = items(walkabout);
      batches.add(timed(items));
      inserts.add(inserted(copies(walkabout)));
      dearer.add(batches.get(round) / inserts.get(round));
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
    var beside =
        String.format(
            Locale.ROOT, "%.0f ms against %.0f ms", Result.median(batches), Result.median(inserts));
    return List.of(
        new Result(
            "a batch of 200 items, 100 of them findings: bare inserts of what it made",
            dearer,
            "x",
            0,
            true,
            beside),
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

  /** Milliseconds until the bare driver has stored as much. */
  private double inserted(List<Document> documents) {
    return documents.size() * 1e3 / bare.insert(documents, IN_FLIGHT);
  }

  /** What a batch has made: the walkabout with its grades and a document for each finding. */
  private List<Document> copies(String walkabout) {
    var walks = ours.getCollection("walkabouts").find(Filters.eq("_id", walkabout));
    var findings = ours.getCollection("findings").find(Filters.eq("walkabout", walkabout));
    var made =
        Objects.requireNonNull(
            Flux.concat(Flux.from(walks), Flux.from(findings)).collectList().block());
    if (made.size() != 1 + EACH) {
      throw new IllegalStateException("a batch has made " + made.size() + " documents");
    }
    made.forEach(one -> one.put("_id", UUID.randomUUID().toString()));
    return made;
  }

  @Override
  public void close() {
    bare.close();
    client.close();
    town.close();
  }
}
