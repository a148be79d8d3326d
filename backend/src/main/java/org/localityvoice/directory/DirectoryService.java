package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.localityvoice.directory.Provision.Derived;
import org.localityvoice.directory.Putting.Put;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Drafts services, changes, publishes and assures them. */
final class DirectoryService {
  private final ServiceStore services;
  private final Deriving deriving;
  private final Areas areas;
  private final InstantSource clock;

  DirectoryService(ServiceStore services, Deriving deriving, Areas areas, InstantSource clock) {
    this.services = services;
    this.deriving = deriving;
    this.areas = areas;
    this.clock = clock;
  }

  static Held held(Provision service) {
    return new Held(service.found().keeper(), service.content().localities());
  }

  /** A service as far as somebody may see it: what is published, or what they keep. */
  Future<Provision> seen(String id, Optional<Caller> holder) {
    return services
        .entries()
        .find(id)
        .map(
            found ->
                found
                    .filter(one -> one.published() || keeps(one, holder))
                    .orElseThrow(Problem::notFound));
  }

  static boolean keeps(Provision service, Optional<Caller> holder) {
    return holder.filter(held(service)::mayChange).isPresent();
  }

  /** A service that the caller keeps. */
  Future<Provision> kept(String id, Caller caller) {
    return services
        .entries()
        .find(id)
        .map(
            found -> {
              var one = found.orElseThrow(Problem::notFound);
              held(one).mustChange(caller);
              return one;
            });
  }

  /**
   * Makes a service or changes it.
   *
   * @param seen the edition that is meant; empty where there must be none yet
   */
  Future<Put<Provision>> put(
      String id, ServiceContent content, Optional<Long> seen, Caller caller) {
    EntryChecks.refuse(ServiceChecks.of(content));
    return Future.all(services.entries().find(id), deriving.around(content), areas.area())
        .compose(
            all -> {
              Optional<Provision> found = all.resultAt(0);
              found.ifPresent(one -> held(one).mustChange(caller));
              var around =
                  all.<Optional<Surroundings>>resultAt(1)
                      .orElseThrow(() -> fault("/organisation", "directory-no-organisation"));
              var wanted = new Held(around.organisation().content().keeper(), content.localities());
              wanted.mustBecome(caller, found.map(DirectoryService::held));
              EntryChecks.refuse(EntryChecks.localities(content.localities(), all.resultAt(2)));
              EntryChecks.refuse(
                  ServiceChecks.of(
                      content, around.locations(), around.needs(), found.map(Provision::content)));
              return write(id, content, seen, around, caller);
            });
  }

  private Future<Put<Provision>> write(
      String id, ServiceContent content, Optional<Long> seen, Surroundings around, Caller caller) {
    return new Putting<>(EntryKind.SERVICE, services.entries())
        .put(
            id,
            content,
            seen,
            editor(caller),
            edit ->
                Provision.made(
                    id,
                    content,
                    deriving.derived(id, ServiceState.DRAFT, content, null, around),
                    edit),
            (before, edit) -> {
              if (before.published()) {
                mustBeComplete(content);
              }
              return before.with(
                  content,
                  deriving.derived(id, before.state(), content, before.assuredOn(), around),
                  edit);
            });
  }

  /** Nobody is sent where they would not know how to reach it: neither at first nor later. */
  static void mustBeComplete(ServiceContent content) {
    var missing = Completeness.missing(content);
    if (!missing.isEmpty()) {
      throw Problem.conflict("service-incomplete", String.join(", ", missing));
    }
  }

  private Editor editor(Caller caller) {
    return new Editor(caller, clock.instant());
  }

  private static Problem fault(String at, String code) {
    return Problem.invalid(List.of(Violation.at(at, code)));
  }

  /** Lets everybody find it; nothing changes where they can already. */
  Future<Provision> publish(String id, Caller caller) {
    return moved(id, ServiceState.PUBLISHED, Edit.Action.PUBLISHED, caller);
  }

  /** Makes it a draft again. */
  Future<Provision> unpublish(String id, Caller caller) {
    return moved(id, ServiceState.DRAFT, Edit.Action.UNPUBLISHED, caller);
  }

  private Future<Provision> moved(
      String id, ServiceState state, Edit.Action action, Caller caller) {
    return acted(
        id,
        caller,
        action,
        service -> service.state() != state,
        (service, around) -> {
          if (state == ServiceState.PUBLISHED) {
            mustBeComplete(service.content());
          }
          var derived = deriving.derived(id, state, service.content(), service.assuredOn(), around);
          return edit -> service.in(state, derived, edit);
        });
  }

  /** Notes that everything was checked today, which settles what residents have said. */
  Future<Provision> assure(String id, Caller caller) {
    var today = deriving.today();
    return acted(
        id,
        caller,
        Edit.Action.ASSURED,
        service -> !today.equals(service.assuredOn()) || !service.doubts().isEmpty(),
        (service, around) -> {
          Derived derived = deriving.derived(id, service.state(), service.content(), today, around);
          return edit -> service.assured(today, derived, edit);
        });
  }

  private interface Act {
    Provision by(Edit edit);
  }

  private Future<Provision> acted(
      String id,
      Caller caller,
      Edit.Action action,
      Predicate<Provision> wanted,
      BiFunction<Provision, Surroundings, Act> act) {
    return kept(id, caller)
        .compose(seen -> deriving.around(seen.content()))
        .compose(
            around ->
                services
                    .entries()
                    .change(
                        id,
                        service -> {
                          held(service).mustChange(caller);
                          if (!wanted.test(service)) {
                            return Decision.keep(service);
                          }
                          var edit =
                              editor(caller)
                                  .edit(
                                      EntryKind.SERVICE,
                                      id,
                                      service.edition() + 1,
                                      action,
                                      List.of());
                          var next =
                              act.apply(service, around.orElseThrow(Problem::notFound)).by(edit);
                          return Decision.replace(next, next);
                        }));
  }
}
