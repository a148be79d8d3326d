package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.directory.Provision.Derived;
import org.localityvoice.mongo.Decision;

/**
 * Keeps what services are found by in agreement with what they refer to. It may be done at any
 * time, any number of times: everything is read anew, and what is right already is left alone.
 */
final class Deriving {
  private static final int BATCH = 100;

  private final ServiceStore services;
  private final EntryStore<Organisation> organisations;
  private final EntryStore<Location> locations;
  private final Taxonomies taxonomies;
  private final InstantSource clock;
  private final ZoneId zone;

  Deriving(
      ServiceStore services,
      EntryStore<Organisation> organisations,
      EntryStore<Location> locations,
      Taxonomies taxonomies,
      InstantSource clock,
      ZoneId zone) {
    this.services = services;
    this.organisations = organisations;
    this.locations = locations;
    this.taxonomies = taxonomies;
    this.clock = clock;
    this.zone = zone;
  }

  LocalDate today() {
    return clock.instant().atZone(zone).toLocalDate();
  }

  /** What a content refers to; empty where there is no such organisation. */
  Future<Optional<Surroundings>> around(ServiceContent content) {
    return taxonomies.read().compose(needs -> around(content, needs));
  }

  private Future<Optional<Surroundings>> around(ServiceContent content, Needs needs) {
    return Future.all(
            organisations.find(content.organisation()), locations.all(content.locations()))
        .map(
            both ->
                both.<Optional<Organisation>>resultAt(0)
                    .map(one -> new Surroundings(one, both.resultAt(1), needs)));
  }

  /** What follows from a service. Pure, but for the day. */
  Derived derived(
      String id,
      ServiceState state,
      ServiceContent content,
      @Nullable LocalDate assuredOn,
      Surroundings around) {
    var today = today();
    Instant decays =
        Freshness.nextDecay(assuredOn, today)
            .map(day -> day.atStartOfDay(zone).toInstant())
            .orElse(null);
    return new Derived(Finding.of(id, state, content, assuredOn, around, today), decays);
  }

  /** Brings every service up to date that an edit may have touched. */
  Future<Void> after(Edit edit) {
    return taxonomies.read().compose(needs -> after(edit, needs, ""));
  }

  private Future<Void> after(Edit edit, Needs needs, String after) {
    return services
        .touched(edit.kind(), edit.id(), after, BATCH)
        .compose(
            ids ->
                each(ids, needs)
                    .compose(
                        done ->
                            ids.size() < BATCH
                                ? Future.succeededFuture()
                                : after(edit, needs, ids.get(ids.size() - 1))));
  }

  /** Moves services that have become less fresh behind fresher ones. */
  Future<Void> decay() {
    return Future.all(services.decayed(clock.instant(), BATCH), taxonomies.read())
        .compose(
            both -> {
              List<String> ids = both.resultAt(0);
              return each(ids, both.resultAt(1))
                  .compose(done -> ids.size() < BATCH ? Future.succeededFuture() : decay());
            });
  }

  private Future<Void> each(List<String> ids, Needs needs) {
    var done = Future.<Void>succeededFuture();
    for (var id : ids) {
      done = done.compose(before -> one(id, needs));
    }
    return done;
  }

  private Future<Void> one(String id, Needs needs) {
    return services
        .entries()
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : around(found.get().content(), needs)
                        .compose(
                            around ->
                                around.isEmpty()
                                    ? Future.succeededFuture()
                                    : write(found.get(), around.get())));
  }

  private Future<Void> write(Provision seen, Surroundings around) {
    return services
        .entries()
        .<Boolean>change(
            seen.id(),
            now -> {
              // Somebody who has changed it meanwhile leaves an effect of their own.
              var derived = derived(now.id(), now.state(), now.content(), now.assuredOn(), around);
              var same = new Derived(now.found(), now.decaysAt()).equals(derived);
              return same || !now.content().equals(seen.content())
                  ? Decision.keep(false)
                  : Decision.replace(now.refound(derived), true);
            })
        .mapEmpty();
  }
}
