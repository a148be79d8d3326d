package org.localityvoice.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.event.attendance.Incidents;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.media.Photos;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.pledge.VerifiedFindings;
import org.localityvoice.report.OpenReports;
import org.localityvoice.report.SystemReports;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.walkabout.NearbyReports;
import org.localityvoice.walkabout.PersonKind;
import org.localityvoice.walkabout.RestrictedNotes;
import org.localityvoice.walkabout.Spot;
import org.localityvoice.walkabout.WalkaboutFeature;
import org.localityvoice.walkabout.finding.FindingFeature;
import org.localityvoice.walkabout.measure.WalkaboutMeasureFeature;

/** Walkabouts: their packages, put together. */
final class WalkaboutParts {
  final WalkaboutFeature walkabouts;
  private final FindingFeature findings;
  final WalkaboutMeasureFeature measures;
  private final Messages messages;
  private final Incidents incidents;

  WalkaboutParts(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Relay relay,
      Jobs jobs,
      Areas areas,
      InstantSource clock,
      Settings settings,
      Messages messages,
      SystemReports reports,
      Photos photos,
      Incidents incidents,
      String software) {
    this.messages = messages;
    this.incidents = incidents;
    var near = new OpenReports(mongo);
    walkabouts =
        new WalkaboutFeature(
            mongo, compareAndSet, relay, areas, new ReportsNearby(near), clock, settings.zone());
    walkabouts.connect(jobs);
    findings =
        new FindingFeature(
            vertx,
            mongo,
            compareAndSet,
            walkabouts.walkabouts(),
            areas,
            reports,
            near,
            photos,
            messages,
            clock,
            settings.zone());
    findings.connect(relay, jobs);
    measures =
        new WalkaboutMeasureFeature(
            mongo,
            compareAndSet,
            relay,
            walkabouts.walkabouts(),
            findings.findings(),
            areas,
            messages,
            clock,
            settings.zone(),
            software);
    measures.connect(jobs);
  }

  /** What became of findings, in numbers. */
  VerifiedFindings findings() {
    return new WalkedFindings(findings.findings(), walkabouts.walkabouts());
  }

  /** Binds the operations. */
  void addTo(Api api) {
    walkabouts.addTo(api, messages, List.of(findings.kinds(), new PersonKind(this::restricted)));
    findings.addTo(api);
    measures.addTo(api);
  }

  /** Notes about people go where those from the door go; neither side knows the other. */
  private Future<RestrictedNotes.Kept> restricted(RestrictedNotes.Note note) {
    return incidents
        .keep(
            new Incidents.Note(
                "walkabout/" + note.walkabout(),
                note.locality(),
                note.id(),
                note.by(),
                note.deviceTime(),
                note.text()))
        .map(
            kept ->
                switch (kept) {
                  case NEW -> RestrictedNotes.Kept.NEW;
                  case KNOWN -> RestrictedNotes.Kept.KNOWN;
                  case OTHER -> RestrictedNotes.Kept.OTHER;
                });
  }

  /** Open reports for those who walk by; neither side knows the other. */
  private record ReportsNearby(OpenReports reports) implements NearbyReports {
    @Override
    public Future<List<Nearby>> near(Spot middle, double metres, int limit) {
      return reports
          .near(middle.latitude(), middle.longitude(), metres, List.of(), limit)
          .map(
              found ->
                  found.stream()
                      .map(
                          one ->
                              new Nearby(
                                  one.id(),
                                  one.category(),
                                  new Spot(one.latitude(), one.longitude()),
                                  one.since()))
                      .toList());
    }
  }
}
