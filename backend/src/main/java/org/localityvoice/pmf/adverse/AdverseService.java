package org.localityvoice.pmf.adverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.pmf.catalogue.Catalogue;
import org.localityvoice.pmf.catalogue.CatalogueMeasure;

/** Looks through each statement for central measures that have moved the wrong way. */
public final class AdverseService {
  private static final int MOST = 100;

  private final AdverseStore store;
  private final Supplier<Future<Catalogue>> catalogue;
  private final InstantSource clock;

  AdverseService(AdverseStore store, Supplier<Future<Catalogue>> catalogue, InstantSource clock) {
    this.store = store;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Looks through what is stated of a locality and period now. A manager is told once of each
   * measure and reason.
   *
   * @param revision of the statement; an earlier one than was looked through does nothing
   * @param observations of this period and the ones right before it, newest first; a period of
   *     which nothing is stated ends the list
   */
  public Future<Void> review(
      String locality, String period, int revision, List<JsonNode> observations) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return catalogue
        .get()
        .compose(
            measures -> {
              var found =
                  AdverseMovement.among(
                      movements(measures, observations, 0), movements(measures, observations, 1));
              return store.change(
                  AdverseReport.none(locality, period, now),
                  seen ->
                      seen.revision() > revision
                          ? seen.next(seen.revision(), seen.movements(), List.of(), now)
                          : seen.next(revision, found, notices(seen, found, measures, now), now));
            });
  }

  private static Map<String, Movement> movements(
      Catalogue measures, List<JsonNode> observations, int place) {
    return Movements.of(measures, at(observations, place), at(observations, place + 1));
  }

  private static JsonNode at(List<JsonNode> observations, int place) {
    return place < observations.size() ? observations.get(place) : MissingNode.getInstance();
  }

  private static List<Outgoing> notices(
      AdverseReport seen, List<AdverseMovement> found, Catalogue measures, Instant now) {
    return found.stream()
        .filter(one -> !seen.knows(one))
        .map(
            one ->
                AdverseNotice.of(seen, one, title(measures, one), now)
                    .outgoing(
                        DerivedId.of("adverse", seen.id(), one.measure(), one.reason().slug())))
        .toList();
  }

  private static Map<String, String> title(Catalogue measures, AdverseMovement one) {
    return measures.measure(one.measure()).map(CatalogueMeasure::title).orElse(Map.of());
  }

  /** The latest reports with something in them, of the caller's localities or of one of them. */
  Future<List<AdverseReport>> of(Optional<String> locality, Caller caller) {
    locality.ifPresent(caller::mustWorkIn);
    var places = locality.map(List::of).orElseGet(() -> List.copyOf(caller.localities()));
    return store
        .of(places, MOST)
        .map(all -> all.stream().filter(one -> !one.movements().isEmpty()).toList());
  }
}
