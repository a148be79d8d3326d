package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Outgoing;

/** Takes what is kept in the walkabout itself: notes of the walk, and grades. In one write. */
final class OwnKinds implements BatchKind {
  private final WalkaboutStore store;
  private final WalkaboutCatalogues catalogues;
  private final InstantSource clock;
  private final ZoneId zone;

  OwnKinds(WalkaboutStore store, WalkaboutCatalogues catalogues, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.catalogues = catalogues;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public Map<String, String> schemas() {
    return Map.of("walkabout", "WalkaboutNoteItem", "grade", "WalkaboutGradeItem");
  }

  @Override
  public List<String> removable() {
    return List.of("grade");
  }

  @Override
  public Future<List<Verdict>> take(Walkabout walkabout, List<BatchItem> items, Sender sender) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return catalogues
        .get()
        .compose(
            catalogue -> {
              var route =
                  catalogue.route(walkabout.routeId(), walkabout.routeVersion()).orElseThrow();
              var taking = new Taking(route, catalogue, sender, now);
              return store.changeSlowly(
                  walkabout.id(),
                  found -> {
                    if (found.nameless()) {
                      return Decision.keep(late(found.noted(), items));
                    }
                    var taken = taking.take(found.noted(), items);
                    if (taken.holder().equals(found.noted())) {
                      return Decision.keep(taken.verdicts());
                    }
                    var next = found.with(taken.holder(), toSettle(found, taken, route, now), now);
                    return Decision.replace(next, taken.verdicts());
                  });
            });
  }

  private static List<Verdict> late(WalkRecord record, List<BatchItem> items) {
    var gone = record.gone();
    return items.stream().map(item -> Afterwards.of(item, record.digest(item.id()), gone)).toList();
  }

  /** The managers hear of it when there is more to be decided than before. */
  private Optional<Outgoing> toSettle(
      Walkabout found, Items.Taken<WalkRecord> taken, Route route, java.time.Instant now) {
    return open(taken.holder(), now) > open(found.noted(), now)
        ? Optional.of(WalkaboutNews.toSettle(found, route, zone, now))
        : Optional.empty();
  }

  private static long open(WalkRecord record, java.time.Instant now) {
    return record.opinions(now).stream().filter(Opinions::unsettled).count()
        + record.fields(now).proposals().size();
  }
}
