package org.localityvoice.report.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.open311.GeoReport.OWNER;
import static org.localityvoice.report.open311.GeoReport.gets;
import static org.localityvoice.report.open311.GeoReport.json;
import static org.localityvoice.report.open311.GeoReport.litter;
import static org.localityvoice.report.open311.GeoReport.refused;
import static org.localityvoice.report.open311.GeoReport.texts;
import static org.localityvoice.report.open311.GeoReport.xml;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.report.Problems;

/** What becomes of requests, in both directions. */
@ExtendWith(TownExtension.class)
class UpdatesTest {
  private static final String UPDATES = "servicerequestupdates.json";
  private static final String SECRET = Problems.secret(1);

  @ParameterizedTest
  @CsvSource({
    "INVESTIGATING, investigating, investigating, open",
    "FOR_TRIAGE, investigating, investigating, open",
    "IN_PROGRESS, in-progress, in_progress, open",
    "PLANNED, planned, planned, open",
    "ACTION_SCHEDULED, scheduled, action_scheduled, open",
    "FIXED, said-done, fixed, closed",
    "CLOSED, said-done, fixed, closed",
    "NOT_COUNCILS_RESPONSIBILITY, refused, not_councils_responsibility, closed",
    "NO_FURTHER_ACTION, refused, no_further_action, closed",
    "INTERNAL_REFERRAL, refused, internal_referral, closed",
    "CANCELLED, refused, cancelled, closed",
    "OPEN, open, open, open",
    "REOPEN, open, open, open",
    "Not Councils Responsibility, refused, not_councils_responsibility, closed"
  })
  void the_owners_system_moves_a_request_on(
      String word, String state, String told, String status, Town town) {
    var key = town.apiKey(OWNER);
    var id = litter(town, key).requests();
    town.clock().advance(Duration.ofHours(1));
    var updateId = says(town, key, id, word, "We have looked at it.");
    assertThat(town.nobody().gets("/v1/reports/" + id).at("/state")).isEqualTo(state);
    var update = json(town, UPDATES, "service_request_updates").get(0);
    assertThat(update.get("update_id").asText()).isEqualTo(updateId);
    assertThat(update.get("service_request_id").asText()).isEqualTo(id);
    assertThat(update.get("status").asText()).isEqualTo(told);
    assertThat(update.get("description").asText()).isEqualTo("We have looked at it.");
    assertThat(update.get("updated_datetime").asText()).isEqualTo("2026-11-23T11:00:00Z");
    var request = json(town, "requests/" + id + ".json", "service_requests").get(0);
    assertThat(request.get("status").asText()).isEqualTo(status);
    assertThat(request.get("updated_datetime").asText()).isEqualTo("2026-11-23T11:00:00Z");
  }

  @Test
  void a_refusal_says_who_decided_and_where_to_go(Town town) {
    var key = town.apiKey(OWNER);
    var id = litter(town, key).requests();
    says(town, key, id, "NO_FURTHER_ACTION", "Please ask the owner of the land.");
    var history = town.nobody().gets("/v1/reports/" + id).text();
    assertThat(history).contains("Please ask the owner of the land.", "decidedBy");
  }

  @Test
  void a_duplicate_names_the_request_that_goes_on(Town town) {
    var key = town.apiKey(OWNER);
    var older = litter(town, key).requests();
    town.clock().advance(Duration.ofMinutes(1));
    var newer = litter(town, key).requests();
    refused(update(town, key, newer, "DUPLICATE", "The same.").posts(UPDATES), 400, "duplicate_of");
    assertThat(
            update(town, key, newer, "DUPLICATE", "The same.")
                .with("duplicate_of", older)
                .posts(UPDATES)
                .status())
        .isEqualTo(200);
    assertThat(json(town, UPDATES, "service_request_updates").at("/0/status").asText())
        .isEqualTo("duplicate");
  }

  @Test
  void a_retry_gets_the_first_answer_and_another_update_of_that_number_is_refused(Town town) {
    var key = town.apiKey(OWNER);
    var id = litter(town, key).requests();
    var first = numbered(town, key, id, "c1", "On our way.").posts(UPDATES);
    var again = numbered(town, key, id, "c1", "On our way.").posts(UPDATES);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(json(town, UPDATES, "service_request_updates")).hasSize(1);
    refused(numbered(town, key, id, "c1", "Not on our way.").posts(UPDATES), 409, "");
    assertThat(json(town, UPDATES, "service_request_updates")).hasSize(1);
  }

  private static GeoReport numbered(
      Town town, String key, String id, String updateId, String text) {
    return new GeoReport(town)
        .with("api_key", key)
        .with("service_request_id", id)
        .with("update_id", updateId)
        .with("updated_datetime", "2026-11-23T10:00:00Z")
        .with("status", "IN_PROGRESS")
        .with("description", text);
  }

  @Test
  void a_move_that_the_life_cycle_does_not_have_is_refused_and_saying_it_again_is_not(Town town) {
    var key = town.apiKey(OWNER);
    var id = litter(town, key).requests();
    says(town, key, id, "FIXED", "Done.");
    says(town, key, id, "FIXED", "Done, once more.");
    refused(update(town, key, id, "CANCELLED", "No.").posts(UPDATES), 409, "");
    assertThat(texts(xml(town, "servicerequestupdates.xml"), "description"))
        .containsExactly("Done.", "Done, once more.");
  }

  @Test
  void the_system_that_sent_a_request_speaks_for_its_reporter(Town town) {
    var council = town.apiKey(OWNER);
    var fixMyStreet = town.apiKey("somebody-else");
    var id = litter(town, fixMyStreet).with("attribute[fixmystreet_id]", "4711").requests();
    says(town, council, id, "FIXED", "Done.");
    var dispute =
        new GeoReport(town)
            .with("api_key", fixMyStreet)
            .with("fixmystreet_id", "4711")
            .with("update_id", "c2")
            .with("updated_datetime", "2026-11-23T10:00:00Z")
            .with("status", "REOPEN")
            .with("description", "It is still there.")
            .posts(UPDATES);
    assertThat(dispute.status()).as(dispute.text()).isEqualTo(200);
    assertThat(town.nobody().gets("/v1/reports/" + id).at("/state")).isEqualTo("disputed");
    var updates = json(town, UPDATES, "service_request_updates");
    assertThat(statuses(updates)).containsExactly("fixed", "open");
    // What residents write is not public until staff let it out.
    assertThat(gets(town, UPDATES).text()).doesNotContain("still there");
    says(town, fixMyStreet, id, "OPEN", "A second bag has come.");
    assertThat(gets(town, UPDATES).text()).doesNotContain("second bag");
    assertThat(town.as("nadia").gets("/v1/reports/" + id).text()).contains("second bag");
    says(town, fixMyStreet, id, "FIXED", "Gone now, thank you.");
    assertThat(town.nobody().gets("/v1/reports/" + id).at("/state")).isEqualTo("confirmed-done");
  }

  @Test
  void nobody_else_may_say_anything(Town town) {
    var id = litter(town, town.apiKey(OWNER)).requests();
    var stranger = town.apiKey("somebody-else");
    refused(update(town, stranger, id, "FIXED", "Done.").posts(UPDATES), 403, "neither yours");
    refused(update(town, stranger, "nothing", "FIXED", "Done.").posts(UPDATES), 404, "");
    assertThat(town.nobody().gets("/v1/reports/" + id).at("/state")).isEqualTo("open");
  }

  @Test
  void confidential_reports_do_not_exist_for_other_systems_not_even_their_owners(Town town) {
    var report =
        Problems.with(
            Problems.with(
                Problems.of("police-information", "A white van, every night."),
                "stops",
                Town.body("in-danger", false, "just-happened", false)),
            "answers",
            Town.body("about", List.of("drugs")));
    assertThat(
            town.as("ana").posts("/v1/reports", Problems.with(report, "secret", SECRET)).status())
        .isEqualTo(201);
    var police = town.apiKey("cleveland-police");
    var id = report.get("id").toString();
    refused(update(town, police, id, "FIXED", "Done.").posts(UPDATES), 404, "nothing here");
    assertThat(town.as("omar").gets("/v1/reports/" + id).at("/state")).isEqualTo("open");
  }

  @ParameterizedTest
  @CsvSource({
    "service_request_id, ''",
    "update_id, ''",
    "updated_datetime, ''",
    "updated_datetime, soon",
    "status, ''",
    "status, MELTED",
    "description, ' '"
  })
  void a_field_that_is_blank_or_bad_is_refused_by_its_name(String field, String value, Town town) {
    var key = town.apiKey(OWNER);
    var id = litter(town, key).requests();
    var form = new GeoReport(town).with("api_key", key).with(field, value);
    var good =
        List.of(
            List.of("service_request_id", id),
            List.of("update_id", "c1"),
            List.of("updated_datetime", "2026-11-23T10:00:00Z"),
            List.of("status", "FIXED"),
            List.of("description", "Done."));
    good.stream()
        .filter(pair -> !pair.get(0).equals(field))
        .forEach(pair -> form.with(pair.get(0), pair.get(1)));
    refused(form.posts("servicerequestupdates.xml"), 400, field + ": ");
    assertThat(town.nobody().gets("/v1/reports/" + id).at("/state")).isEqualTo("open");
  }

  @Test
  void what_somebody_wrote_appears_when_staff_let_it_out_and_not_behind_a_clients_back(Town town) {
    var key = town.apiKey("somebody-else");
    var id = litter(town, key).requests();
    says(town, key, id, "OPEN", "Rats as well.");
    town.clock().advance(Duration.ofHours(5));
    assertThat(json(town, UPDATES, "service_request_updates")).isEmpty();
    letOut(town, id);
    var seen = json(town, UPDATES + "?start_date=2026-11-23T14:00:00Z", "service_request_updates");
    assertThat(seen.at("/0/description").asText()).isEqualTo("Rats as well.");
    assertThat(seen.at("/0/updated_datetime").asText()).isEqualTo("2026-11-23T15:00:00Z");
  }

  private static void letOut(Town town, String id) {
    var internal = town.as("nadia").gets("/v1/reports/" + id).json().at("/staff/internal");
    for (var entry : internal) {
      if (entry.path("text").asText().equals("Rats as well.")) {
        publishes(town, id, "{\"comment\":" + entry.get("sequence").asLong() + "}");
        return;
      }
    }
    throw new AssertionError("nothing was written: " + internal);
  }

  private static void publishes(Town town, String id, String wanted) {
    var answer =
        town.as("nadia")
            .sends(
                "PUT",
                "/v1/reports/" + id + "/publication",
                BodyPublishers.ofString(wanted),
                "Content-Type",
                "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void what_became_of_a_request_while_it_was_not_shown_appears_when_it_is_shown_again(Town town) {
    var key = town.apiKey(OWNER);
    var id = litter(town, key).requests();
    publishes(town, id, "{\"listed\":false}");
    town.clock().advance(Duration.ofHours(1));
    says(town, key, id, "FIXED", "Done.");
    assertThat(json(town, UPDATES, "service_request_updates")).isEmpty();
    refused(gets(town, "requests/" + id + ".json"), 404, "nothing here");
    town.clock().advance(Duration.ofHours(3));
    publishes(town, id, "{\"listed\":true}");
    var since = "?start_date=2026-11-23T13:30:00Z";
    var update = json(town, UPDATES + since, "service_request_updates").get(0);
    assertThat(update.get("updated_datetime").asText()).isEqualTo("2026-11-23T14:00:00Z");
    assertThat(update.get("status").asText()).isEqualTo("fixed");
    var changed = "requests.json?updated_after=2026-11-23T13:30:00Z";
    var request = json(town, changed, "service_requests").get(0);
    assertThat(request.get("updated_datetime").asText()).isEqualTo("2026-11-23T14:00:00Z");
  }

  @Test
  void updates_come_oldest_first_and_only_of_the_span_asked_for(Town town) {
    var key = town.apiKey(OWNER);
    var one = litter(town, key).requests();
    var other = litter(town, key).requests();
    for (var word : List.of("INVESTIGATING", "PLANNED", "IN_PROGRESS")) {
      town.clock().advance(Duration.ofHours(1));
      says(town, key, word.equals("PLANNED") ? other : one, word, word);
    }
    assertThat(texts(xml(town, "servicerequestupdates.xml"), "status"))
        .containsExactly("investigating", "planned", "in_progress");
    var span = "?start_date=2026-11-23T12:00:00Z&end_date=2026-11-23T12:00:00Z";
    assertThat(statuses(json(town, UPDATES + span, "service_request_updates")))
        .containsExactly("planned");
    refused(
        gets(town, UPDATES + "?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z"),
        400,
        "start_date");
  }

  @Test
  void a_client_is_told_its_own_numbers_and_nobody_elses(Town town) {
    var key = town.apiKey(OWNER);
    var id = litter(town, key).with("attribute[fixmystreet_id]", "4711").requests();
    says(town, key, id, "PLANNED", "Next week.");
    var own = json(town, UPDATES + "?api_key=" + key, "service_request_updates").get(0);
    assertThat(own.get("fixmystreet_id").asText()).isEqualTo("4711");
    var others = UPDATES + "?api_key=" + town.apiKey("somebody-else");
    assertThat(json(town, others, "service_request_updates").get(0).has("fixmystreet_id"))
        .isFalse();
    assertThat(json(town, UPDATES, "service_request_updates").get(0).has("fixmystreet_id"))
        .isFalse();
    refused(gets(town, UPDATES + "?api_key=lv_wrong"), 403, "API key");
  }

  @Test
  void what_staff_say_in_the_app_is_told_as_well(Town town) {
    var id = litter(town, town.apiKey(OWNER)).requests();
    town.as("nadia")
        .posts(
            "/v1/reports/" + id + "/comments",
            Town.body("text", "Thank you, we know.", "visibility", "public"),
            "Idempotency-Key",
            Person.key());
    var updates = json(town, UPDATES, "service_request_updates");
    assertThat(updates.at("/0/description").asText()).isEqualTo("Thank you, we know.");
    assertThat(updates.at("/0/status").asText()).isEqualTo("open");
    assertThat(updates.at("/0/update_id").asText()).startsWith(id);
  }

  private static List<String> statuses(JsonNode updates) {
    return ServicesTest.texts(updates, "status");
  }

  static GeoReport update(Town town, String key, String id, String word, String text) {
    return new GeoReport(town)
        .with("api_key", key)
        .with("service_request_id", id)
        .with("update_id", UUID.randomUUID().toString())
        .with("updated_datetime", "2026-11-23T10:00:00Z")
        .with("status", word)
        .with("description", text);
  }

  /** An update that is taken; tells its id. */
  static String says(Town town, String key, String id, String word, String text) {
    Answer answer = update(town, key, id, word, text).posts(UPDATES);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    GeoReport.fits("update_receipts", answer);
    return answer.at("/0/update_id");
  }
}
