package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.locality.Text;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;
import org.localityvoice.walkabout.grading.DueTimes;
import org.localityvoice.walkabout.grading.Element;
import org.localityvoice.walkabout.grading.Zone;

/** A server is cut off between what two keepers of a batch write, and the batch is sent again. */
@ExtendWith(StoreExtension.class)
class CutOffBatchTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Spot HERE = new Spot(54.57, -1.25);
  private static final Caller WYN =
      new Caller("wyn", Set.of(Role.WARDEN), Set.of("newport"), Optional.of("council"));

  /** Keeps what it is given, one after the other, and is cut off after so many. */
  private static final class Cut implements BatchKind {
    private final Set<String> kept = new TreeSet<>();
    private int left;

    Cut(int survives) {
      left = survives;
    }

    @Override
    public Map<String, String> schemas() {
      return Map.of("thing", "Thing");
    }

    @Override
    public List<String> removable() {
      return List.of();
    }

    @Override
    public Future<List<Verdict>> take(Walkabout walkabout, List<BatchItem> items, Sender sender) {
      var verdicts = new ArrayList<Verdict>();
      for (var item : items) {
        if (left-- == 0) {
          return Future.failedFuture(new IllegalStateException("cut off"));
        }
        verdicts.add(
            Verdict.of(kept.add(item.id()) ? Verdict.Kind.CREATED : Verdict.Kind.DUPLICATE));
      }
      return Future.succeededFuture(verdicts);
    }
  }

  private static BatchItem item(String walkabout, String id, String kind) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("transect", "t1").put("element", "litter").put("grade", "B");
    return new BatchItem(
        id, kind, walkabout, 0, Optional.empty(), NOW, body, id + kind + body + walkabout);
  }

  private static Map<Integer, BatchItem> batch() {
    var items = new TreeMap<Integer, BatchItem>();
    for (var i = 0; i < 4; i++) {
      var walkabout = i % 2 == 0 ? "first-walk" : "second-walk";
      items.put(2 * i, item(walkabout, "grade-" + i, "grade"));
      items.put(2 * i + 1, item(walkabout, "thing-" + i, "thing"));
    }
    return items;
  }

  private static Walkabout planned(String id) {
    var plan = new Plan(NOW, "Hub", null, NOW, 14);
    return new Walkabout(
        id,
        1,
        1,
        "newport",
        "way",
        1,
        null,
        "wyn",
        plan,
        null,
        WalkRecord.EMPTY,
        null,
        List.of(),
        null);
  }

  private static <T> T get(Future<T> future) {
    return Wait.forResult(future);
  }

  @Test
  void whoever_is_cut_off_anywhere_has_it_whole_after_sending_it_again(Store place) {
    var vertx = Vertx.vertx();
    try (var mongo = Mongo.connect(place.uri())) {
      var clock = new HandClock(NOW);
      var store = new WalkaboutStore(mongo, new CompareAndSet(vertx, new Random(1)));
      var catalogues = new WalkaboutCatalogues(new WalkaboutCatalogueStore(mongo), clock);
      var transect = new Transect("t1", 1, Zone.MEDIUM, "housing", HERE, HERE);
      var route = new Route("way", 1, "newport", new Text(Map.of("en", "Way")), List.of(transect));
      var litter = new Element("litter", "theme", Map.of("en", "Litter"), null, false, false);
      get(
          catalogues.take(
              WalkaboutCatalogue.of(14, List.of(litter), new DueTimes(List.of()), List.of(route))));
      get(store.add(planned("first-walk")));
      get(store.add(planned("second-walk")));
      var own = new OwnKinds(store, catalogues, clock, ZoneId.of("Europe/London"));
      for (var survives = 0; survives < 4; survives++) {
        var cut = new Cut(survives);
        var service = new BatchService(store, List.of(own, cut));
        var failed = get(service.take(batch(), WYN).map("done").otherwise(Throwable::getMessage));
        assertThat(failed).isEqualTo("cut off");
        assertThat(cut.kept).hasSize(survives);
        var verdicts = get(service.take(batch(), WYN));
        assertThat(verdicts).hasSize(8);
        assertThat(cut.kept).containsExactly("thing-0", "thing-1", "thing-2", "thing-3");
        assertThat(verdicts.values()).allMatch(Verdict::settled);
      }
      for (var id : List.of("first-walk", "second-walk")) {
        var found = get(store.find(id)).orElseThrow();
        assertThat(found.noted().grades()).hasSize(2);
        // One write for each, however often it was sent.
        assertThat(found.version()).isEqualTo(2);
      }
    } finally {
      get(vertx.close());
    }
  }
}
