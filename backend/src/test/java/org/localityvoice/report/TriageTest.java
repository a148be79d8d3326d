package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What staff see is to be done: each what is theirs to see, in order, and in numbers. */
@ExtendWith({StoreExtension.class, TownExtension.class})
class TriageTest {
  private static final String TRIAGE = "/v1/localities/newport/reports/triage";
  private static final String COUNTS = "/v1/localities/newport/report-counts";

  /** Nadia manages Newport, Wyn is its warden, Omar works for the police. */
  private static final Map<String, Predicate<Report>> STAFF =
      Map.of(
          "nadia",
          report -> true,
          "wyn",
          report -> !report.confidential(),
          "omar",
          report -> report.standing().owner().equals("cleveland-police"));

  private static final Comparator<Report> EXPECTED =
      Comparator.comparing(
              (Report report) ->
                  Optional.ofNullable(report.standing().expectedBy()).orElse(Instant.MIN))
          .thenComparing(Report::id);

  private final Vertx vertx = Vertx.vertx();
  private final Random random = new Random(6);
  private final SomeReports some = new SomeReports(11, 0.01);

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  private List<Report> arrive(Store store, int count) {
    var reports = new ReportStore(store.connect(), new CompareAndSet(vertx, new Random(1)));
    var all = new ArrayList<Report>();
    for (var i = 0; i < count; i++) {
      var owner = List.of("middlesbrough-council", "thirteen", "cleveland-police").get(i % 3);
      var one =
          some.at(
              54.574,
              -1.244,
              "litter",
              owner,
              SomeReports.anyState(random),
              random.nextInt(3) == 0);
      var confidential = i % 4 == 0;
      all.add(SomeReports.changed(one, one.standing(), !confidential, confidential));
    }
    Wait.forResult(Future.all(all.stream().map(reports::add).toList()));
    return all;
  }

  private static List<String> walk(Person person, String query) {
    var met = new ArrayList<String>();
    var after = "";
    do {
      var page = person.gets(TRIAGE + "?limit=17&" + query + after);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      page.json().at("/items").forEach(item -> met.add(item.at("/id").asText()));
      after = page.json().has("next") ? "&after=" + page.at("/next") : "";
    } while (!after.isEmpty());
    return met;
  }

  private static List<String> ids(
      List<Report> all, Predicate<Report> wanted, Comparator<Report> order) {
    return all.stream().filter(wanted).sorted(order).map(Report::id).toList();
  }

  @Test
  void each_sees_what_is_theirs_to_see_in_the_order_of_the_promises(Town town, Store store) {
    var all = arrive(store, 120);
    Predicate<Report> unfinished =
        report -> ReportState.UNFINISHED.contains(report.standing().state());
    Comparator<Report> submitted =
        Comparator.comparing((Report report) -> report.standing().submittedAt())
            .thenComparing(Report::id);
    STAFF.forEach(
        (name, sees) -> {
          var person = town.as(name);
          assertThat(walk(person, ""))
              .as(name)
              .isNotEmpty()
              .containsExactlyElementsOf(ids(all, sees.and(unfinished), EXPECTED));
          assertThat(walk(person, "sort=submitted"))
              .containsExactlyElementsOf(ids(all, sees.and(unfinished), submitted));
          assertThat(walk(person, "state=refused,merged"))
              .containsExactlyElementsOf(
                  ids(
                      all,
                      sees.and(
                          report ->
                              List.of(ReportState.REFUSED, ReportState.MERGED)
                                  .contains(report.standing().state())),
                      EXPECTED));
          assertThat(walk(person, "overdue=true"))
              .containsExactlyElementsOf(
                  ids(all, sees.and(report -> report.standing().overdue()), EXPECTED));
          assertThat(walk(person, "owner=cleveland-police,thirteen&priority=high,low"))
              .containsExactlyElementsOf(
                  ids(
                      all,
                      sees.and(unfinished)
                          .and(report -> !report.standing().owner().startsWith("middles"))
                          .and(
                              report ->
                                  List.of("high", "low")
                                      .contains(report.standing().priority().slug())),
                      EXPECTED));
          assertThat(walk(person, "source=walkabout")).isEmpty();
          assertThat(walk(person, "category=graffiti")).isEmpty();
        });
  }

  @Test
  void whoever_does_not_work_there_cannot_tell_it_from_nothing(Town town, Store store) {
    arrive(store, 6);
    for (var path : List.of(TRIAGE, COUNTS)) {
      assertThat(town.nobody().gets(path).status()).isEqualTo(401);
      for (var name : List.of("ana", "nora", "pat", "sam")) {
        assertThat(town.as(name).gets(path).status()).as(name).isEqualTo(404);
      }
      assertThat(town.as("nadia").gets(path.replace("newport", "atlantis")).status())
          .isEqualTo(404);
    }
    assertThat(town.as("nadia").gets(TRIAGE + "?sort=age").places()).containsExactly("query:sort");
    assertThat(town.as("nadia").gets(TRIAGE + "?after=AAAA").places())
        .containsExactly("query:after");
  }

  @Test
  void a_line_says_how_old_a_report_is_whose_and_how_pressing(Town town) {
    town.as("ana").posts("/v1/reports", Problems.litter());
    town.passes(java.time.Duration.ofDays(2));
    var line = town.as("nadia").gets(TRIAGE);
    assertThat(line.at("/items/0/ageDays")).isEqualTo("2");
    assertThat(line.at("/items/0/state")).isEqualTo("open");
    assertThat(line.at("/items/0/owner")).isNotEmpty();
    assertThat(line.at("/items/0/priority")).isNotEmpty();
    assertThat(line.at("/items/0/expectedBy")).isNotEmpty();
    assertThat(line.at("/items/0/text")).startsWith("Cans and paper");
    assertThat(line.at("/items/0/people")).isEqualTo("1");
  }

  @Test
  void the_counts_are_what_each_would_count_by_hand(Town town, Store store) {
    var all = arrive(store, 120);
    assertThat(town.as("nadia").gets(COUNTS).at("/reports")).isEqualTo("0");
    assertThat(town.as("nadia").gets(COUNTS).at("/behindSince")).isNotEmpty();
    town.works();
    STAFF.forEach(
        (name, sees) -> {
          var counts = town.as(name).gets(COUNTS);
          var seen = all.stream().filter(sees).toList();
          assertThat(counts.json().has("behindSince")).isFalse();
          assertThat(counts.json().at("/reports").asInt()).as(name).isEqualTo(seen.size());
          assertThat(groups(counts, "states", "reports"))
              .isEqualTo(by(seen, report -> report.standing().state().slug()));
          assertThat(groups(counts, "owners", "reports"))
              .isEqualTo(by(seen, report -> report.standing().owner()));
          assertThat(groups(counts, "owners", "overdue"))
              .containsAllEntriesOf(
                  by(
                      seen.stream().filter(report -> report.standing().overdue()).toList(),
                      report -> report.standing().owner()));
          assertThat(groups(counts, "categories", "reports"))
              .isEqualTo(Map.of("litter", seen.size()));
        });
  }

  private static Map<String, Integer> groups(Answer counts, String kind, String what) {
    return StreamSupport.stream(counts.json().at("/" + kind).spliterator(), false)
        .collect(
            Collectors.toMap(
                group -> group.at("/id").asText(), group -> group.at("/" + what).asInt()));
  }

  private static Map<String, Integer> by(List<Report> reports, Function<Report, String> kind) {
    return reports.stream().collect(Collectors.toMap(kind, report -> 1, Integer::sum));
  }

  private static Map<String, Object> assignment(String owner, List<String> reports) {
    return Town.body("id", Person.key(), "owner", owner, "reports", reports);
  }

  private static List<String> outcomes(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.json().at("/results").spliterator(), false)
        .map(result -> result.at("/outcome").asText() + " " + result.at("/reason").asText())
        .toList();
  }

  private static String reported(Town town) {
    var report = Problems.litter();
    assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
    return (String) report.get("id");
  }

  private static String owner(Town town, String report) {
    return town.nobody().gets("/v1/reports/" + report).at("/owner");
  }

  @Test
  void many_reports_are_given_to_a_partner_at_once_each_with_its_own_outcome(Town town) {
    var one = reported(town);
    var other = reported(town);
    var wanted = assignment("thirteen", List.of(one, Person.key(), other));
    var path = "/v1/report-assignments";
    var first = town.as("nadia").posts(path, wanted);
    assertThat(outcomes(first)).containsExactly("assigned ", "refused not-found", "assigned ");
    assertThat(owner(town, one)).isEqualTo("thirteen");

    // The answer got lost; a retry tells the same and adds nothing to the history.
    var history = town.nobody().gets("/v1/reports/" + one).json().at("/history").size();
    assertThat(town.as("nadia").posts(path, wanted).text()).isEqualTo(first.text());
    assertThat(town.nobody().gets("/v1/reports/" + one).json().at("/history")).hasSize(history);
    assertThat(
            town.as("nadia")
                .posts(path, Problems.with(wanted, "owner", "cleveland-police"))
                .problem())
        .isEqualTo("key-used-before");
    assertThat(
            town.as("nadia").posts(path, Problems.with(wanted, "reports", List.of(one))).problem())
        .isEqualTo("key-used-before");
    assertThat(owner(town, one)).isEqualTo("thirteen");
    assertThat(outcomes(town.as("nadia").posts(path, assignment("nobody-here", List.of(one)))))
        .containsExactly("refused unknown-partner");
  }

  @Test
  void an_officer_who_has_given_reports_away_gets_the_same_outcome_again(Town town) {
    var report = reported(town);
    var path = "/v1/report-assignments";
    town.as("nadia").posts(path, assignment("cleveland-police", List.of(report)));
    var wanted = assignment("thirteen", List.of(report));
    var first = town.as("omar").posts(path, wanted);
    assertThat(outcomes(first)).containsExactly("assigned ");
    assertThat(town.as("omar").posts(path, wanted).text()).isEqualTo(first.text());
    // The control: with another id it is not their report any more.
    assertThat(outcomes(town.as("omar").posts(path, Problems.with(wanted, "id", Person.key()))))
        .containsExactly("refused not-found");
    assertThat(outcomes(town.as("nora").posts(path, wanted))).containsExactly("refused not-found");
    assertThat(town.as("wyn").posts(path, wanted).status()).isEqualTo(404);
  }

  @Test
  void an_assignment_of_nothing_of_too_much_or_twice_is_refused_with_its_place(Town town) {
    var path = "/v1/report-assignments";
    var many = java.util.stream.IntStream.range(0, 201).mapToObj(i -> Person.key()).toList();
    for (var reports : List.of(List.<String>of(), many, List.of("x", "x"))) {
      assertThat(town.as("nadia").posts(path, assignment("thirteen", reports)).places())
          .isNotEmpty()
          .allMatch(place -> place.startsWith("#/reports"));
    }
  }
}
