package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.localityvoice.directory.Bringing.Parcel;
import org.localityvoice.directory.Putting.Put;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.problem.Problem;

/** Keeps what services refer to: organisations, places and needs. */
final class EntryService {
  private final EntryStore<Organisation> organisations;
  private final EntryStore<Location> locations;
  private final EntryStore<Taxonomy> taxonomies;
  private final Taxonomies needs;
  private final Postcodes postcodes;
  private final Areas areas;
  private final InstantSource clock;

  EntryService(
      EntryStore<Organisation> organisations,
      EntryStore<Location> locations,
      EntryStore<Taxonomy> taxonomies,
      Taxonomies needs,
      Postcodes postcodes,
      Areas areas,
      InstantSource clock) {
    this.organisations = organisations;
    this.locations = locations;
    this.taxonomies = taxonomies;
    this.needs = needs;
    this.postcodes = postcodes;
    this.areas = areas;
    this.clock = clock;
  }

  static Held held(Organisation one) {
    return held(one.content());
  }

  private static Held held(OrganisationContent content) {
    return new Held(content.keeper(), content.localities());
  }

  private static Held held(LocationContent content) {
    return new Held(content.keeper(), content.localities());
  }

  /** An organisation, for staff. */
  Future<Organisation> organisation(String id, Caller caller) {
    return organisations
        .find(id)
        .map(
            found -> {
              var one = found.orElseThrow(Problem::notFound);
              held(one).mustRead(caller);
              return one;
            });
  }

  /** A place, for staff. */
  Future<Location> location(String id, Caller caller) {
    return locations
        .find(id)
        .map(
            found -> {
              var one = found.orElseThrow(Problem::notFound);
              held(one.content()).mustRead(caller);
              return one;
            });
  }

  /** A list of needs, for staff. */
  Future<Taxonomy> taxonomy(String id) {
    return taxonomies.find(id).map(found -> found.orElseThrow(Problem::notFound));
  }

  /** Makes an organisation or changes it. */
  Future<Put<Organisation>> put(
      String id, OrganisationContent content, Optional<Long> seen, Caller caller) {
    var wanted = held(content);
    wanted.mustChange(caller);
    return Future.all(organisations.find(id), areas.area())
        .compose(
            both -> {
              Optional<Organisation> found = both.resultAt(0);
              check(wanted, found.map(EntryService::held), both.resultAt(1), caller);
              return new Putting<>(EntryKind.ORGANISATION, organisations)
                  .put(
                      id,
                      content,
                      seen,
                      editor(caller),
                      edit -> Organisation.made(id, content, edit),
                      (before, edit) -> before.with(content, edit));
            });
  }

  /** Makes an organisation where there is none of that id. */
  Future<Void> makeMissing(String id, OrganisationContent content, Caller caller) {
    return organisations
        .find(id)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture()
                    : put(id, content, Optional.empty(), caller).mapEmpty());
  }

  /**
   * Refuses a service that could not be made or changed, or what it refers to and is not there,
   * before any of it is written.
   */
  Future<Void> mustBeMakeable(Parcel parcel, Optional<Provision> before, Caller caller) {
    var content = parcel.content();
    return Future.all(
            organisations.find(content.organisation()),
            locations.all(List.copyOf(parcel.locations().keySet())),
            areas.area(),
            needs.read())
        .map(
            all -> {
              Optional<Organisation> giver = all.resultAt(0);
              Optional<Area> area = all.resultAt(2);
              if (giver.isEmpty()) {
                check(held(parcel.organisation()), Optional.empty(), area, caller);
              }
              var missing = new HashMap<>(parcel.locations());
              all.<List<Location>>resultAt(1).forEach(place -> missing.remove(place.id()));
              missing.values().forEach(one -> check(held(one), Optional.empty(), area, caller));
              var keeper = giver.map(Organisation::content).orElse(parcel.organisation()).keeper();
              new Held(keeper, content.localities())
                  .mustBecome(caller, before.map(DirectoryService::held));
              EntryChecks.refuse(EntryChecks.localities(content.localities(), area));
              var had = before.map(Provision::content);
              EntryChecks.refuse(ServiceChecks.needs(content, all.resultAt(3), had));
              return null;
            });
  }

  /** Makes a place where there is none of that id. */
  Future<Void> makeMissing(String id, LocationContent content, Caller caller) {
    return locations
        .find(id)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture()
                    : put(id, content, Optional.empty(), caller).mapEmpty());
  }

  /** Makes a list of needs where there is none of that id. */
  Future<Void> makeMissing(String id, TaxonomyContent content, Caller caller) {
    return taxonomies
        .find(id)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture()
                    : put(id, content, Optional.empty(), caller).mapEmpty());
  }

  private static void check(
      Held wanted, Optional<Held> before, Optional<Area> area, Caller caller) {
    wanted.mustBecome(caller, before);
    EntryChecks.refuse(EntryChecks.of(wanted, before, area));
  }

  /** Makes a place or changes it. */
  Future<Put<Location>> put(
      String id, LocationContent content, Optional<Long> seen, Caller caller) {
    var wanted = held(content);
    wanted.mustChange(caller);
    return Future.all(locations.find(id), areas.area(), postcodes.place(content))
        .compose(
            all -> {
              Optional<Location> found = all.resultAt(0);
              Optional<Held> old = found.map(one -> held(one.content()));
              check(wanted, old, all.resultAt(1), caller);
              var place = all.<Optional<Point>>resultAt(2).orElse(null);
              return new Putting<>(EntryKind.LOCATION, locations)
                  .put(
                      id,
                      content,
                      seen,
                      editor(caller),
                      edit -> Location.made(id, content, place, edit),
                      (before, edit) -> before.with(content, place, edit));
            });
  }

  /** Makes a list of needs or changes it. */
  Future<Put<Taxonomy>> put(
      String id, TaxonomyContent content, Optional<Long> seen, Caller caller) {
    if (!caller.has(Role.ADMIN) && !caller.has(Role.NEIGHBOURHOOD_MANAGER)) {
      throw Problem.notFound();
    }
    return needs
        .read()
        .compose(
            all -> {
              EntryChecks.refuse(EntryChecks.of(id, content, all));
              var full = all.taxonomies().size() >= Taxonomies.MOST;
              if (full && all.taxonomies().stream().noneMatch(one -> one.id().equals(id))) {
                throw Problem.conflict("directory-too-many-taxonomies", Taxonomies.MOST);
              }
              return new Putting<>(EntryKind.TAXONOMY, taxonomies)
                  .put(
                      id,
                      content,
                      seen,
                      editor(caller),
                      edit -> Taxonomy.made(id, content, edit),
                      (before, edit) -> before.with(content, edit));
            })
        .onComplete(done -> needs.forget());
  }

  private Editor editor(Caller caller) {
    return new Editor(caller, clock.instant());
  }
}
