package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What anybody sees on a map. */
@ExtendWith({StoreExtension.class, TownExtension.class})
class MapsTest {
  private static final String AROUND_NEWPORT = "bbox=-1.30,54.55,-1.19,54.60";
  private static final String NARROW = "bbox=-1.2450,54.5735,-1.2430,54.5745";

  private final Vertx vertx = Vertx.vertx();
  private final SomeReports some = new SomeReports(8, 0.01);

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  private ReportStore reports(Store store) {
    return new ReportStore(store.connect(), new CompareAndSet(vertx, new Random(1)));
  }

  private List<Report> arrive(Store store, int count) {
    var all = some.many(count);
    var reports = reports(store);
    Wait.forResult(Future.all(all.stream().map(reports::add).toList()));
    return all;
  }

  private void hide(Store store, Report report) {
    Wait.forResult(
        reports(store)
            .change(
                report.id(),
                seen ->
                    Decision.replace(
                        SomeReports.changed(seen, seen.standing(), false, true), true)));
  }

  private static List<String> ids(Answer answer) {
    return StreamSupport.stream(answer.json().at("/features").spliterator(), false)
        .map(feature -> feature.at("/id").asText())
        .toList();
  }

  private static List<String> walk(Town town, String query) {
    var met = new ArrayList<String>();
    var after = "";
    do {
      var page = town.nobody().gets("/v1/reports.geojson?limit=40&" + query + after);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      met.addAll(ids(page));
      after = page.json().has("next") ? "&after=" + page.at("/next") : "";
    } while (!after.isEmpty());
    return met;
  }

  private static int sum(Answer answer, String what) {
    return StreamSupport.stream(answer.json().at("/squares").spliterator(), false)
        .mapToInt(square -> square.at("/" + what).asInt())
        .sum();
  }

  @Test
  void a_map_gets_every_listed_report_once_as_geojson(Town town, Store store) {
    var all = arrive(store, 120);
    hide(store, all.get(0));
    var page = town.nobody().gets("/v1/reports.geojson?" + AROUND_NEWPORT);
    assertThat(page.type()).isEqualTo("application/geo+json");
    assertThat(page.at("/type")).isEqualTo("FeatureCollection");
    assertThat(page.at("/features/0/geometry/type")).isEqualTo("Point");
    assertThat(page.json().at("/features/0/geometry/coordinates/0").asDouble())
        .isBetween(-1.3, -1.2);
    assertThat(ids(page)).hasSize(119).doesNotContain(all.get(0).id());
    assertThat(walk(town, AROUND_NEWPORT)).containsExactlyElementsOf(ids(page));
    assertThat(walk(town, "")).containsExactlyElementsOf(ids(page));
    assertThat(walk(town, "locality=newport")).containsExactlyElementsOf(ids(page));
    assertThat(walk(town, "locality=north-ormesby")).isEmpty();
    var open = walk(town, "state=open,disputed&category=pothole");
    assertThat(open)
        .containsExactlyInAnyOrderElementsOf(
            all.stream()
                .skip(1)
                .filter(report -> report.category().equals("pothole"))
                .filter(
                    report ->
                        List.of(ReportState.OPEN, ReportState.DISPUTED)
                            .contains(report.standing().state()))
                .map(Report::id)
                .toList());
  }

  @Test
  void what_is_near_comes_first(Town town, Store store) {
    arrive(store, 80);
    var close = some.at(54.57405, -1.24401, "pothole", "thirteen", ReportState.OPEN, false);
    var closer = some.at(54.57401, -1.24400, "pothole", "thirteen", ReportState.OPEN, false);
    var reports = reports(store);
    Wait.forResult(reports.add(close).compose(x -> reports.add(closer)));
    var met = walk(town, "near=54.5740,-1.2440&radius=2000");
    assertThat(met).hasSize(82).doesNotHaveDuplicates().startsWith(closer.id(), close.id());
    assertThat(walk(town, "near=54.5740,-1.2440&radius=8"))
        .containsExactly(closer.id(), close.id());
    assertThat(walk(town, "near=54.5740,-1.2440&radius=8&state=refused")).isEmpty();
  }

  @Test
  void wide_maps_get_counts_that_follow_the_reports(Town town, Store store) {
    var all = arrive(store, 150);
    assertThat(sum(clusters(town, AROUND_NEWPORT), "open")).isZero();
    town.works();
    var open = count(all, Facets.Look.OPEN);
    for (var rectangle : List.of(AROUND_NEWPORT, "bbox=-180,-90,180,90", "bbox=-10,45,10,60")) {
      var answer = clusters(town, rectangle);
      assertThat(sum(answer, "open")).as(rectangle).isEqualTo(open);
      assertThat(sum(answer, "ended")).isEqualTo(count(all, Facets.Look.ENDED));
    }
    assertThat(clusters(town, NARROW).at("/squares/0/square")).startsWith("18/");
    var potholes = all.stream().filter(report -> report.category().equals("pothole")).toList();
    assertThat(sum(clusters(town, AROUND_NEWPORT + "&category=pothole,graffiti"), "open"))
        .isEqualTo(count(potholes, Facets.Look.OPEN));
    assertThat(sum(clusters(town, "bbox=1,54,1.1,54.1"), "open")).isZero();

    all.stream().limit(60).forEach(report -> hide(store, report));
    town.works();
    assertThat(sum(clusters(town, AROUND_NEWPORT), "open"))
        .isEqualTo(count(all.subList(60, 150), Facets.Look.OPEN));
  }

  private static Answer clusters(Town town, String query) {
    var answer = town.nobody().gets("/v1/reports/clusters?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static int count(List<Report> reports, Facets.Look look) {
    return (int)
        reports.stream()
            .filter(report -> Facets.of(report).look().equals(Optional.of(look)))
            .count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          bbox=1,2,3 query:bbox
          bbox=2,54,1,55 query:bbox
          bbox=1,55,2,54 query:bbox
          bbox=1,-91,2,54 query:bbox
          bbox=1,2,3,x query:bbox
          bbox=NaN,2,3,4 query:bbox
          bbox=1e400,2,3,4 query:bbox
          near=91,1 query:near
          near=1 query:near
          near=54,-1&radius=5001 query:radius
          near=54,-1&radius=0 query:radius
          radius=5 query:radius
          state=fixed query:state
          category=a%20b query:category
          changedSince=yesterday query:changedSince
          submittedSince=2026-13-01T00:00:00Z query:submittedSince
          submittedUntil=2026-11-01 query:submittedUntil
          limit=0 query:limit
          limit=1001 query:limit
          after=%21 query:after
          after=AAAA query:after
          after=LTEgYQ query:after
          after=OTIyMzM3MjAzNjg1NDc3NTgwNyBh query:after
          near=54,-1&after=LTEgYQ query:after
          colour=red query:colour
          """)
  void what_a_query_gets_wrong_is_told_with_its_place(String query, String place, Town town) {
    var answer = town.nobody().gets("/v1/reports.geojson?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.places()).isNotEmpty().allMatch(found -> found.startsWith(place));
  }

  @Test
  void odd_places_on_earth_are_answered_as_any_other(Town town, Store store) {
    arrive(store, 3);
    for (var query :
        List.of(
            "near=90,0&radius=5000",
            "near=-90,180&radius=5000",
            "near=0,-180",
            "bbox=-180,-90,-180,-90",
            "bbox=180,90,180,90",
            "changedSince=9999-12-31T23:59:59Z",
            "changedSince=0001-01-01T00:00:00Z&limit=2",
            "after=IGE")) {
      assertThat(town.nobody().gets("/v1/reports.geojson?" + query).status())
          .as(query)
          .isEqualTo(200);
    }
    assertThat(town.nobody().gets("/v1/reports/clusters").places()).containsExactly("query:bbox");
  }
}
