package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Area;
import org.localityvoice.walkabout.NearbyReports.Nearby;
import org.localityvoice.walkabout.grading.DueTimes;
import org.localityvoice.walkabout.grading.Element;
import org.localityvoice.walkabout.grading.Grade;

/** A kit as the contract shows it. */
final class KitViews {
  private KitViews() {}

  record ElementView(
      String id, String theme, String name, Optional<String> category, boolean mayNotApply) {}

  record DueView(
      String zone,
      Optional<String> element,
      List<String> grades,
      Optional<Integer> workingDays,
      Optional<Integer> workingMinutes) {}

  record CategoryView(String id, String name) {}

  record ReportView(String id, String category, Spot point, Instant since) {}

  record KitView(
      WalkaboutViews.WalkaboutView walkabout,
      long noted,
      WalkaboutViews.RouteView route,
      List<ElementView> elements,
      List<DueView> dueTimes,
      List<CategoryView> categories,
      List<ReportView> reports) {}

  static KitView kit(
      Walkabout walkabout,
      Route route,
      List<Nearby> reports,
      Optional<Area> area,
      WalkaboutViews views) {
    var catalogue = views.catalogue();
    return new KitView(
        views.open(walkabout),
        walkabout.noted().noted(),
        views.route(route),
        catalogue.elements().stream()
            .filter(one -> !one.retired())
            .map(one -> element(one, views.language()))
            .toList(),
        catalogue.dueTimes().rules().stream().map(KitViews::due).toList(),
        area.map(found -> found.reporting().categories()).orElse(List.of()).stream()
            .filter(one -> !one.confidential())
            .map(one -> new CategoryView(one.id(), one.name().in(views.language())))
            .toList(),
        reports.stream()
            .map(one -> new ReportView(one.id(), one.category(), one.point(), one.since()))
            .toList());
  }

  private static ElementView element(Element one, String language) {
    return new ElementView(
        one.id(),
        one.theme(),
        one.name().getOrDefault(language, one.name().getOrDefault("en", one.id())),
        one.reportCategory(),
        one.mayNotApply());
  }

  private static DueView due(DueTimes.Rule rule) {
    return new DueView(
        rule.zone().slug(),
        Optional.ofNullable(rule.element()),
        rule.grades().stream().map(Grade::wire).toList(),
        Optional.of(rule.span().workingDays()).filter(days -> days > 0),
        Optional.of(rule.span().workingMinutes()).filter(minutes -> minutes > 0));
  }
}
