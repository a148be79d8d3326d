package org.localityvoice.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.localityvoice.http.Api;
import org.localityvoice.locality.Areas;
import org.localityvoice.media.Photos;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Puts the parts of this package together. */
public final class ReportFeature {
  /** The name of the job that reminds people of promises. */
  public static final String JOB = "report.promises";

  private static final Duration PERIOD = Duration.ofSeconds(30);

  private final Clockwork clockwork;
  private final Ripples ripples;
  private final ReportOperations operations;
  private final AssignmentOperations assignments;
  private final PhotoService photos;
  private final SystemReports systems;

  /**
   * The feature.
   *
   * @param languages there are message files in
   */
  public ReportFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Areas areas,
      Photos media,
      Relay relay,
      InstantSource clock,
      List<String> languages) {
    var store = new ReportStore(mongo, compareAndSet);
    var desks = new Desks(areas);
    var changes = new Changes(store, clock, relay);
    clockwork = new Clockwork(store, changes, desks, clock);
    ripples = new Ripples(changes, store, desks, clock);
    photos = new PhotoService(media, store, changes, desks);
    var intake = new IntakeService(store, desks, photos, clock, ReportFeature::id, relay);
    var staff = new ReportService(store, changes, desks, clock);
    var affected = new AffectedService(store, changes, desks, clock, ReportFeature::id);
    operations = new ReportOperations(intake, staff, affected, photos, languages);
    assignments =
        new AssignmentOperations(new AssignmentService(new AssignmentStore(mongo), staff, clock));
    systems =
        new SystemReports(intake, staff, affected, photos, store, new PublicReportStore(mongo));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  /** Reports as other systems see them. */
  public SystemReports systems() {
    return systems;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
    assignments.addTo(api);
  }

  /** Has effects carried out, and time pass. */
  public void connect(Relay relay, Jobs jobs) {
    relay.watch(ReportStore.COLLECTION);
    ripples.connect(relay);
    relay.deliver(PhotoService.PUBLISH, photos::publish);
    jobs.every(JOB, PERIOD, clockwork::run);
  }
}
