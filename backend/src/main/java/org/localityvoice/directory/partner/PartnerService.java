package org.localityvoice.directory.partner;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.localityvoice.directory.Directory;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Reads and writes partner layers for those who may. */
final class PartnerService {
  private final Directory directory;
  private final PartnerStore store;
  private final InstantSource clock;

  PartnerService(Directory directory, PartnerStore store, InstantSource clock) {
    this.directory = directory;
    this.store = store;
    this.clock = clock;
  }

  /** A layer, and whether it was made just now. */
  record Put(PartnerLayer layer, boolean created) {}

  /** What partners know of a service. */
  Future<PartnerLayer> get(String id, Caller caller) {
    return directory
        .service(id)
        .compose(
            service -> {
              if (service.filter(one -> Directory.refers(one, caller)).isEmpty()) {
                throw Problem.notFound();
              }
              return store.find(id);
            })
        .map(found -> found.orElseThrow(Problem::notFound));
  }

  /**
   * Writes what partners know of a service.
   *
   * @param seen the edition that is meant; empty where there must be none yet
   */
  Future<Put> put(String id, PartnerContent content, Optional<Long> seen, Caller caller) {
    return directory
        .service(id)
        .compose(
            service -> {
              if (service.filter(one -> Directory.keeps(one, caller)).isEmpty()) {
                throw Problem.notFound();
              }
              return seen.isPresent()
                  ? store.change(id, before -> changed(before, content, seen.get(), caller))
                  : make(new PartnerLayer(id, 1, content, now(), caller.uid()));
            });
  }

  private Decision<PartnerLayer, Put> changed(
      PartnerLayer before, PartnerContent content, long seen, Caller caller) {
    if (before.content().equals(content)) {
      return Decision.keep(new Put(before, false));
    }
    if (before.version() != seen) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    var next = before.with(content, now(), caller.uid());
    return Decision.replace(next, new Put(next, false));
  }

  private Future<Put> make(PartnerLayer layer) {
    return store
        .add(layer)
        .compose(
            added ->
                added
                    ? Future.succeededFuture(new Put(layer, true))
                    : store
                        .find(layer.id())
                        .map(found -> same(found.orElseThrow(Problem::notFound), layer)));
  }

  private static Put same(PartnerLayer found, PartnerLayer wanted) {
    if (!found.content().equals(wanted.content())) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    return new Put(found, false);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
