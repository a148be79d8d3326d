package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.pmf.Told.people;
import static org.localityvoice.pmf.Told.problems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.pmf.PeriodFigures.Part;
import org.localityvoice.pmf.StatementSchemaTest.Variant;

/** Operational figures of two sources for one locality and quarter: reports, and take-up. */
class SourcesTest {
  private static final Instant NOW = Instant.parse("2027-01-12T09:00:00Z");
  private static final String CONFIRMED = "PMF-REPORTS-CONFIRMED";
  private static final String PEOPLE = "PMF-EVENTS-PEOPLE";

  private static Contribution reports(String id, int revision, int confirmed) {
    var share = problems(CONFIRMED, "reports-confirmed-v1", confirmed, 20);
    return Contribution.read(EventJson.write(Told.operational(id, "2026-Q4", revision, "", share)));
  }

  private static Contribution takeUp(String id, int revision, int people) {
    return Contribution.read(
        EventJson.write(
            Told.operational(
                id,
                "2026-Q4",
                revision,
                "events",
                people("all", people),
                people("ageBand:18-and-over", null),
                people("homeAndAge:newport-5-10", people))));
  }

  private static PeriodFigures of(Contribution... all) {
    var figures = PeriodFigures.none("newport", "2026-Q4");
    for (var one : all) {
      figures = figures.has(one.id()) ? figures : figures.with(one, NOW);
    }
    return figures;
  }

  /** The figure for everybody of each measure, null where it is not told. */
  private static Map<String, Integer> figures(PeriodFigures figures) {
    var found = new TreeMap<String, Integer>();
    for (var one : Composition.observations(figures)) {
      if (one.path("breakdown").asText().equals("all")) {
        var field = one.path("unit").asText().equals("count") ? "value" : "numerator";
        var number = one.path(field).isNull() ? null : one.path(field).asInt();
        found.put(one.path("measureId").asText(), number);
      }
    }
    return found;
  }

  private static JsonNode event(PeriodFigures figures) {
    var last =
        figures.outbox().stream()
            .filter(one -> one.kind().equals(PeriodFigures.EVENT))
            .reduce((before, after) -> after)
            .orElseThrow();
    var payload = StatementPayload.read(last.payload());
    return EventJson.read(payload.event(URI.create("https://voice.example.org"), 1));
  }

  private static Set<ValidationMessage> faults(String schema, JsonNode event) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(StatementSchemaTest.resource(schema))
        .validate(event);
  }

  @Test
  void a_correction_of_the_reports_leaves_the_take_up_and_the_other_way_round() {
    var both = of(reports("r1", 1, 8), takeUp("t1", 1, 35));
    assertThat(figures(both)).containsEntry(CONFIRMED, 8).containsEntry(PEOPLE, 35).hasSize(2);
    assertThat(both.revision()).isEqualTo(2);
    var recounted = of(reports("r1", 1, 8), takeUp("t1", 1, 35), reports("r2", 2, 9));
    assertThat(figures(recounted)).containsEntry(CONFIRMED, 9).containsEntry(PEOPLE, 35).hasSize(2);
    var again =
        of(takeUp("t1", 1, 35), reports("r2", 2, 9), takeUp("t2", 2, 34), reports("r1", 1, 8));
    assertThat(figures(again))
        .as("revisions are counted for each source")
        .containsEntry(CONFIRMED, 9)
        .containsEntry(PEOPLE, 34)
        .hasSize(2);
  }

  @Test
  void what_comes_twice_counts_once() {
    var once = of(reports("r1", 1, 8), takeUp("t1", 1, 35));
    var twice =
        of(reports("r1", 1, 8), takeUp("t1", 1, 35), reports("r1", 1, 8), takeUp("t1", 1, 35));
    assertThat(twice).isEqualTo(once);
  }

  @Test
  void what_was_stored_and_sent_before_there_were_sources_is_that_about_reports() {
    var old = of(reports("r1", 1, 8));
    assertThat(old.parts()).extracting(Part::key).containsExactly("operational");
    assertThat(EventJson.read(old.parts().get(0).data()).has("source")).isFalse();
    var both = old.with(takeUp("t1", 1, 35), NOW);
    assertThat(both.parts())
        .extracting(Part::key)
        .containsExactly("operational", "operational/events");
    assertThat(figures(both.with(reports("r2", 2, 9), NOW)))
        .containsEntry(CONFIRMED, 9)
        .containsEntry(PEOPLE, 35)
        .hasSize(2);
    var named = Told.operational("r3", "2026-Q4", 3, "reports", problems(CONFIRMED, "x", 7, 20));
    assertThat(both.with(Contribution.read(EventJson.write(named)), NOW).parts())
        .as("whoever says that it is about reports means the same")
        .hasSize(2);
  }

  @Test
  void a_withdrawal_takes_back_what_it_names_and_leaves_the_other_source() {
    var both = of(reports("r1", 1, 8), takeUp("t1", 1, 35));
    var left = both.without("x1", Set.of(PEOPLE), "a session was counted twice", NOW, NOW);
    assertThat(figures(left)).containsEntry(CONFIRMED, 8).containsEntry(PEOPLE, null);
    for (var one : Composition.observations(left)) {
      var gone = one.path("measureId").asText().equals(PEOPLE);
      assertThat(one.path("status").asText()).isEqualTo(gone ? "WITHDRAWN" : "OK");
    }
    assertThat(faults("pmf-statement-2.json", event(left))).isEmpty();
    assertThat(figures(left.with(takeUp("t2", 2, 34), NOW)))
        .as("a new revision counts again")
        .containsEntry(PEOPLE, 34);
    assertThat(figures(both.without("x2", Set.of(), "all of it", NOW, NOW)))
        .containsEntry(CONFIRMED, null)
        .containsEntry(PEOPLE, null);
  }

  @Test
  void a_statement_fits_the_schema_and_each_figure_says_its_source() {
    var event = event(of(reports("r1", 1, 8), takeUp("t1", 1, 35)));
    assertThat(faults("pmf-statement-2.json", event)).isEmpty();
    assertThat(event.at("/data/parts").findValuesAsText("source")).containsExactly("events");
    assertThat(event.at("/data/observations").findValuesAsText("source"))
        .containsExactly("events", "events", "events");
    assertThat(event.at("/data/parts/0").has("source")).as("reports say none, as before").isFalse();
  }

  @Test
  void who_reads_by_the_schema_of_before_finds_everything_else_as_it_was() {
    var before = "pmf-statement-2-before-events.json";
    assertThat(faults(before, event(of(reports("r1", 1, 8))))).isEmpty();
    var event = event(of(reports("r1", 1, 8), takeUp("t1", 1, 35)));
    assertThat(faults(before, event)).as("the control: there is something new").isNotEmpty();
    for (var list : List.of("/data/parts", "/data/observations")) {
      var rest = (ArrayNode) event.at(list);
      for (var i = rest.size() - 1; i >= 0; i--) {
        if (rest.get(i).has("source")) {
          rest.remove(i);
        }
      }
    }
    assertThat(faults(before, event)).isEmpty();
    assertThat(event.at("/data/observations")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | value       | null",
        "0 | value       | 34.5",
        "0 | value       | -1",
        "0 | numerator   | 35",
        "0 | denominator | 50",
        "0 | suppressed  | true",
        "0 | source      | 7",
        "0 | source      | \"The events\"",
        "0 | uid         | \"somebody\"",
        "1 | value       | 0",
        "1 | value       | 3",
        "1 | denominator | 35",
        "1 | suppressed  | false",
        "1 | suppressionReason | null"
      })
  void a_count_that_breaks_a_rule_is_refused(int which, String field, String value) {
    var event = event(of(takeUp("t1", 1, 35)));
    assertThat(faults("pmf-statement-2.json", event)).isEmpty();
    new Variant("/data/observations/" + which + "/" + field, value).of(event);
    assertThat(faults("pmf-statement-2.json", event)).isNotEmpty();
  }

  private static String walked(String breakdown, String value) {
    var told = !value.equals("null");
    return """
        {"measureId":"PMF-WALKABOUT-LITTER","seriesId":"walkabout-index-1-litter",
         "theme":"environmental-standards","direction":"lower-is-better","unit":"index",
         "breakdown":"%s","status":"%s","value":%s,"numerator":null,"denominator":%s,
         "suppressed":%s,"suppressionReason":%s,"caveats":[]}"""
        .formatted(
            breakdown,
            told ? "OK" : "SUPPRESSED",
            value,
            told ? "20" : "null",
            !told,
            told ? "null" : "\"too-few-transects\"");
  }

  private static Contribution walkabouts() {
    return Contribution.read(
        EventJson.write(
            Told.operational(
                "w1",
                "2026-Q4",
                1,
                "walkabout",
                walked("all", "40.0"),
                walked("month:2026-11", "null"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | value       | null",
        "0 | value       | 100.1",
        "0 | value       | -1",
        "0 | numerator   | 8",
        "0 | denominator | null",
        "0 | denominator | 0",
        "0 | unit        | \"score\"",
        "0 | breakdown   | \"month\"",
        "1 | value       | 0",
        "1 | denominator | 9",
        "1 | suppressed  | false"
      })
  void an_index_stands_beside_the_others_and_one_that_breaks_a_rule_is_refused(
      int which, String field, String value) {
    var event = event(of(walkabouts(), takeUp("t1", 1, 35), reports("r1", 1, 8)));
    assertThat(faults("pmf-statement-2.json", event)).isEmpty();
    assertThat(event.at("/data/parts")).hasSize(3);
    var alone = event(of(walkabouts()));
    assertThat(faults("pmf-statement-2.json", alone)).isEmpty();
    new Variant("/data/observations/" + which + "/" + field, value).of(alone);
    assertThat(faults("pmf-statement-2.json", alone)).isNotEmpty();
  }

  @Test
  void a_share_of_reports_still_needs_what_it_is_among() {
    var event = event(of(reports("r1", 1, 8)));
    new Variant("/data/observations/0/denominator", "null").of(event);
    assertThat(faults("pmf-statement-2.json", event)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "7", "null", "\"Events\"", "\"a/b\"", "\"a$b\""})
  void a_source_that_cannot_be_is_refused(String source) {
    ObjectNode payload = Told.operational("t1", "2026-Q4", 1, "events", people("all", 35));
    ((ObjectNode) payload.path("data")).set("source", EventJson.read(source));
    var text = EventJson.write(payload);
    assertThatThrownBy(() -> Contribution.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the statement");
  }
}
