package org.localityvoice.walkabout;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.http.Json;
import org.localityvoice.walkabout.grading.WeightedKappa;

/**
 * Walkabouts as the contract shows them.
 *
 * @param language of the answer
 */
record WalkaboutViews(WalkaboutCatalogue catalogue, ZoneId zone, Instant now, String language) {

  record RouteName(String id, int version, String title) {}

  record CountsView(JsonNode participants, int transects, int walked) {}

  record WalkaboutView(
      String id,
      String locality,
      RouteName route,
      String state,
      String starts,
      Instant startsAt,
      String meetingPlace,
      Instant plannedAt,
      int noticeDays,
      Optional<String> shortNoticeReason,
      Optional<String> cancelReason,
      Optional<Boolean> rewalk,
      Optional<CountsView> counts,
      Optional<Long> edition,
      Optional<String> rewalkOf,
      Optional<Boolean> rewalkProposed) {}

  record Page(List<WalkaboutView> items, Optional<String> next) {}

  /** For everybody. */
  WalkaboutView open(Walkabout one) {
    return view(one, Optional.empty());
  }

  /**
   * For those who plan.
   *
   * @param repeated whether it has been, or is to be, repeated blindly
   */
  WalkaboutView staff(Walkabout one, boolean repeated) {
    var proposed =
        one.state(now) == WalkaboutState.ENDED
            && one.rewalkOf() == null
            && !repeated
            && Rewalks.drawn(one.id());
    return view(one, Optional.of(proposed));
  }

  private WalkaboutView view(Walkabout one, Optional<Boolean> proposed) {
    var state = one.state(now);
    var begun = state == WalkaboutState.UNDERWAY || state == WalkaboutState.ENDED;
    var route = catalogue.route(one.routeId(), one.routeVersion());
    var plan = one.plan();
    return new WalkaboutView(
        one.id(),
        one.localityId(),
        new RouteName(
            one.routeId(),
            one.routeVersion(),
            route.map(way -> way.title().in(language)).orElse(one.routeId())),
        state.slug(),
        LocalDateTime.ofInstant(plan.startsAt(), zone).truncatedTo(ChronoUnit.MINUTES).toString(),
        plan.startsAt(),
        plan.meetingPlace(),
        plan.plannedAt(),
        plan.noticeDays(),
        Optional.ofNullable(plan.shortNoticeReason()),
        Optional.ofNullable(one.cancelled()),
        one.rewalkOf() == null ? Optional.empty() : Optional.of(true),
        begun ? Optional.of(counts(one, route)) : Optional.empty(),
        proposed.map(any -> one.edition()),
        proposed.flatMap(any -> one.repeats()),
        proposed.filter(yes -> yes));
  }

  private CountsView counts(Walkabout one, Optional<Route> route) {
    var participants =
        Optional.ofNullable(one.noted().fields(now).values().get("participants"))
            .flatMap(Json::parsed)
            .orElseGet(() -> Json.tree(List.of()));
    return new CountsView(
        participants, route.map(way -> way.transects().size()).orElse(0), one.noted().walked());
  }

  record RouteView(String id, int version, String title, List<TransectView> transects) {}

  record TransectView(String id, int order, String zone, String landUse, Spot from, Spot to) {}

  RouteView route(Route route) {
    return new RouteView(
        route.id(),
        route.version(),
        route.title().in(language),
        route.transects().stream()
            .map(
                one ->
                    new TransectView(
                        one.id(),
                        one.order(),
                        one.zone().slug(),
                        one.landUse(),
                        one.from(),
                        one.to()))
            .toList());
  }

  record RouteList(List<RouteView> items) {}

  record GradeView(String id, String grade, boolean mine) {}

  record SettledView(String grade, String role, Instant at) {}

  record OpinionsView(
      String transect,
      String element,
      List<GradeView> grades,
      Optional<String> counts,
      Optional<SettledView> settled) {}

  record ProposalView(String item, Map<String, JsonNode> fields) {}

  record RecordView(
      String walkabout,
      long noted,
      Map<String, JsonNode> fields,
      List<ProposalView> proposals,
      List<String> held,
      Optional<List<String>> orphans,
      List<OpinionsView> opinions,
      int unsettled) {}

  /** What was noted, for one of those who walk. */
  RecordView record(Walkabout one, String reader) {
    var fields = one.noted().fields(now);
    var opinions = one.noted().opinions(now);
    var held = new java.util.ArrayList<>(fields.held());
    var orphans = new java.util.ArrayList<>(fields.orphans());
    opinions.forEach(some -> some.held().forEach(grade -> held.add(grade.id())));
    opinions.forEach(some -> orphans.addAll(some.orphans()));
    return new RecordView(
        one.id(),
        one.noted().noted(),
        trees(fields.values()),
        fields.proposals().stream()
            .map(two -> new ProposalView(two.edit(), trees(Map.of(two.field(), two.value()))))
            .toList(),
        held.stream().sorted().toList(),
        orphans.isEmpty() ? Optional.empty() : Optional.of(orphans.stream().sorted().toList()),
        opinions.stream()
            .filter(some -> !some.standing().isEmpty())
            .map(some -> opinions(some, reader))
            .toList(),
        (int) opinions.stream().filter(Opinions::unsettled).count());
  }

  private static Map<String, JsonNode> trees(Map<String, String> values) {
    var trees = new TreeMap<String, JsonNode>();
    values.forEach((field, text) -> trees.put(field, Json.parsed(text).orElseThrow()));
    return trees;
  }

  private static OpinionsView opinions(Opinions some, String reader) {
    return new OpinionsView(
        some.transect(),
        some.element(),
        some.standing().stream()
            .map(one -> new GradeView(one.id(), one.grade().wire(), one.by().equals(reader)))
            .toList(),
        some.counting().map(one -> one.grade().wire()),
        some.settlement().map(one -> new SettledView(one.grade(), one.role(), one.at())));
  }

  record KappaView(
      Optional<Double> value, int pairs, int notApplicable, Optional<String> withheld) {}

  record ElementAgreement(String element, KappaView agreement) {}

  record AgreementView(
      String walkabout,
      String rewalkOf,
      int sameGrader,
      KappaView all,
      List<ElementAgreement> elements) {}

  static AgreementView agreement(Agreement one) {
    return new AgreementView(
        one.walkabout(),
        one.rewalkOf(),
        one.sameGrader(),
        kappa(one.all()),
        one.elements().entrySet().stream()
            .map(entry -> new ElementAgreement(entry.getKey(), kappa(entry.getValue())))
            .toList());
  }

  private static KappaView kappa(WeightedKappa one) {
    return new KappaView(
        one.value(),
        one.pairs(),
        one.notApplicable(),
        one.withheld().map(why -> why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
  }
}
