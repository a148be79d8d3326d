package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/**
 * Keeps the directory true: takes what residents say is wrong, and tells staff what there is to do.
 */
final class UpkeepService {
  private static final int BATCH = 250;
  private static final int MOST = 2_000;

  private final ServiceStore services;
  private final EntryStore<Organisation> organisations;
  private final Deriving deriving;

  UpkeepService(ServiceStore services, EntryStore<Organisation> organisations, Deriving deriving) {
    this.services = services;
    this.organisations = organisations;
    this.deriving = deriving;
  }

  /** Notes what a resident says of a published service; once a day is enough. */
  Future<Void> doubt(String id, Doubt.Kind kind) {
    var today = deriving.today();
    return services
        .entries()
        .change(
            id,
            service -> {
              if (!service.published()) {
                throw Problem.notFound();
              }
              var next = Doubt.added(service.doubts(), kind, today);
              return next.equals(service.doubts())
                  ? Decision.keep(false)
                  : Decision.replace(service.doubted(next), true);
            })
        .mapEmpty();
  }

  /**
   * What there is to do in a locality.
   *
   * @param whole whether all services are counted
   */
  record Report(LocalDate on, boolean whole, List<Upkeep> organisations) {
    Report {
      organisations = List.copyOf(organisations);
    }
  }

  /** What there is to do in a locality, as far as it is the caller's to do. */
  Future<Report> report(String locality, Caller caller) {
    if (!caller.has(Role.ADMIN)) {
      caller.mustWorkIn(locality);
    }
    return read(locality, "", new ArrayList<>())
        .compose(
            all -> {
              var own = all.stream().filter(one -> DirectoryService.held(one).mayChange(caller));
              var byOrganisation =
                  own.collect(Collectors.groupingBy(one -> one.content().organisation()));
              return named(List.copyOf(byOrganisation.keySet()), new ArrayList<>())
                  .map(
                      found -> {
                        var names =
                            found.stream()
                                .collect(Collectors.toMap(Organisation::id, Function.identity()));
                        var today = deriving.today();
                        var reports =
                            byOrganisation.entrySet().stream()
                                .flatMap(
                                    entry ->
                                        Optional.ofNullable(names.get(entry.getKey()))
                                            .map(one -> Upkeep.of(one, entry.getValue(), today))
                                            .stream())
                                .sorted(Upkeep.MOST_TO_DO_FIRST)
                                .toList();
                        return new Report(today, all.size() < MOST, reports);
                      });
            });
  }

  private Future<List<Provision>> read(String locality, String after, List<Provision> found) {
    return services
        .entries()
        .inLocality(locality, after, BATCH)
        .compose(
            batch -> {
              found.addAll(batch);
              return batch.size() < BATCH || found.size() >= MOST
                  ? Future.succeededFuture(found)
                  : read(locality, batch.get(batch.size() - 1).id(), found);
            });
  }

  private Future<List<Organisation>> named(List<String> ids, List<Organisation> found) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(found);
    }
    var some = ids.subList(0, Math.min(BATCH, ids.size()));
    return organisations
        .all(some)
        .compose(
            batch -> {
              found.addAll(batch);
              return named(ids.subList(some.size(), ids.size()), found);
            });
  }
}
