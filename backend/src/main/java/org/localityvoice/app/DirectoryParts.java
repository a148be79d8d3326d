package org.localityvoice.app;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import org.localityvoice.directory.DirectoryFeature;
import org.localityvoice.directory.exchange.DirectoryImport;
import org.localityvoice.directory.exchange.ImportOperations;
import org.localityvoice.directory.openreferral.OrukOperations;
import org.localityvoice.directory.partner.PartnerFeature;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** The directory: its packages, put together. */
final class DirectoryParts {
  final DirectoryFeature directory;
  private final OrukOperations openReferral;
  private final PartnerFeature partners;
  final DirectoryImport imports;
  private final ImportOperations importing;

  DirectoryParts(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Relay relay,
      Jobs jobs,
      Areas areas,
      InstantSource clock,
      Settings settings,
      Messages messages) {
    directory =
        new DirectoryFeature(mongo, compareAndSet, relay, areas, clock, settings.zone(), messages);
    openReferral = new OrukOperations(directory.open(), clock, settings.zone());
    partners = new PartnerFeature(mongo, compareAndSet, directory.directory(), clock);
    imports = new DirectoryImport(vertx, directory.directory(), directory.bringing(), messages);
    importing =
        new ImportOperations(vertx, imports, directory.work(), messages, directory::written);
    directory.connect(jobs);
  }

  /** Binds the operations. */
  void addTo(Api api) {
    directory.addTo(api);
    openReferral.addTo(api);
    partners.addTo(api);
    importing.addTo(api);
  }
}
