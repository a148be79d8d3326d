package org.localityvoice.walkabout.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.http.Json;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Distance;
import org.localityvoice.locality.PlainText;
import org.localityvoice.locality.WorkingCalendar;
import org.localityvoice.problem.Violation;
import org.localityvoice.walkabout.BatchItem;
import org.localityvoice.walkabout.Route;
import org.localityvoice.walkabout.Spot;
import org.localityvoice.walkabout.Transect;
import org.localityvoice.walkabout.WalkaboutCatalogue;
import org.localityvoice.walkabout.grading.DueTimes;
import org.localityvoice.walkabout.grading.Element;
import org.localityvoice.walkabout.grading.Grade;
import org.localityvoice.walkabout.grading.Zone;

/**
 * Says whether a note fits its walkabout, and what a finding is by its notes. Pure.
 *
 * @param route that is walked
 * @param zoneId of the area
 */
record Judge(WalkaboutCatalogue catalogue, Route route, Area area, ZoneId zoneId) {
  /** What is wrong with a note; it depends on nothing that was noted before. */
  List<Violation> faults(BatchItem item) {
    var faults = new ArrayList<Violation>();
    var payload = item.payload();
    var element = payload.path("element").textValue();
    if (element != null && catalogue.element(element).isEmpty()) {
      faults.add(Violation.at("/payload/element", "unknown-element"));
    }
    var transect = payload.path("transect").textValue();
    if (transect != null && route.transect(transect).isEmpty()) {
      faults.add(Violation.at("/payload/transect", "unknown-transect"));
    }
    var category = payload.path("category").textValue();
    if (category != null
        && area.reporting().category(category).filter(one -> !one.confidential()).isEmpty()) {
      faults.add(Violation.at("/payload/category", "unknown-category"));
    }
    var note = payload.path("note").textValue();
    if (note != null && PlainText.of(note).isEmpty()) {
      faults.add(Violation.at("/payload/note", "blank"));
    }
    var point = payload.path("point");
    if (!point.isMissingNode() && !inLocality(point)) {
      faults.add(Violation.at("/payload/point", "outside-locality"));
    }
    if (item.kind().equals(NoteTaking.FINDING) && point.isMissingNode() && transect == null) {
      faults.add(Violation.at("/payload/point", "point-or-transect"));
    }
    return faults;
  }

  private boolean inLocality(JsonNode point) {
    return area.localityAt(point.path("latitude").asDouble(), point.path("longitude").asDouble())
        .filter(found -> found.id().equals(route.localityId()))
        .isPresent();
  }

  /** What a finding is; empty while its first note is not there, or not any more. */
  Optional<Seen> seen(Notes notes, Instant now) {
    return notes.root().flatMap(root -> seen(notes.fields(now).values(), root.receivedAt()));
  }

  private Optional<Seen> seen(Map<String, String> values, Instant start) {
    var grade = text(values, "grade").flatMap(Grade::of);
    var element = text(values, "element").flatMap(catalogue::element);
    if (grade.isEmpty() || element.isEmpty()) {
      return Optional.empty();
    }
    var transect = text(values, "transect").flatMap(route::transect);
    var point = point(values).or(() -> transect.map(Judge::middle));
    return point.map(
        spot ->
            new Seen(
                element.get().id(),
                grade.get(),
                text(values, "category").or(() -> element.get().reportCategory()).orElse(null),
                spot,
                flag(values, "hazard"),
                flag(values, "offensive"),
                due(zone(transect, spot), element.get(), grade.get(), start)));
  }

  private static Optional<String> text(Map<String, String> values, String field) {
    return tree(values, field).map(JsonNode::asText);
  }

  private static boolean flag(Map<String, String> values, String field) {
    return tree(values, field).map(JsonNode::asBoolean).orElse(false);
  }

  private static Optional<JsonNode> tree(Map<String, String> values, String field) {
    return Optional.ofNullable(values.get(field)).flatMap(Json::parsed);
  }

  private static Optional<Spot> point(Map<String, String> values) {
    return tree(values, "point")
        .map(node -> new Spot(node.path("latitude").asDouble(), node.path("longitude").asDouble()));
  }

  private static Spot middle(Transect one) {
    return new Spot(
        (one.from().latitude() + one.to().latitude()) / 2,
        (one.from().longitude() + one.to().longitude()) / 2);
  }

  /** The zone of the transect that is named, or else of the nearest one. */
  private Zone zone(Optional<Transect> named, Spot spot) {
    return named
        .or(
            () ->
                route.transects().stream()
                    .min(Comparator.comparingDouble(one -> metres(middle(one), spot))))
        .map(Transect::zone)
        .orElse(Zone.MEDIUM);
  }

  private static double metres(Spot one, Spot other) {
    return Distance.metres(one.latitude(), one.longitude(), other.latitude(), other.longitude());
  }

  /** By our own clock: what a device's clock says is not trusted. */
  private @org.jspecify.annotations.Nullable Instant due(
      Zone zone, Element element, Grade grade, Instant start) {
    return catalogue
        .dueTimes()
        .of(zone, element.id(), grade)
        .map(span -> due(start, span))
        .orElse(null);
  }

  private Instant due(Instant start, DueTimes.Span span) {
    var calendar = new WorkingCalendar(area.reporting().workingTime(), zoneId);
    return span.workingDays() > 0
        ? calendar.plusDays(start, span.workingDays())
        : calendar.plusMinutes(start, span.workingMinutes());
  }
}
