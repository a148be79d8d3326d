package org.localityvoice.survey.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;

/** Pat and Nadia write the next version of a questionnaire. */
@ExtendWith(TownExtension.class)
class DraftsTest {
  private static final String CORE = "/v1/questionnaires/wave-core";
  private static final String DRAFT = CORE + "/draft";

  /** What version 7 of the sample says. */
  private static ObjectNode published(Town town) {
    return (ObjectNode) town.as("pat").gets(CORE + "/versions/7").json().get("content");
  }

  private static Answer puts(Person person, String path, JsonNode content, String... headers) {
    var all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return person.sends("PUT", path, BodyPublishers.ofByteArray(Json.bytes(content)), all);
  }

  private static Answer begins(Town town, JsonNode content) {
    return puts(town.as("pat"), DRAFT, content, "If-None-Match", "*");
  }

  private static Answer publishes(Town town, String tag, String key) {
    return town.as("nadia")
        .sends(
            "POST",
            CORE + "/versions",
            BodyPublishers.noBody(),
            "Idempotency-Key",
            key,
            "If-Match",
            tag);
  }

  @Test
  void whoever_was_slower_is_told_and_a_lost_reply_costs_nothing(Town town) {
    var content = published(town);
    var begun = begins(town, content);
    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.header("ETag")).isEqualTo("\"1\"");
    assertThat(begins(town, content).status()).isEqualTo(200);

    var pats = content.deepCopy();
    ((ObjectNode) pats.get("title")).put("en", "How is life here?");
    var nadias = content.deepCopy();
    ((ObjectNode) nadias.get("title")).put("en", "What is it like here?");
    assertThat(begins(town, pats).problem()).isEqualTo("precondition-failed");
    assertThat(puts(town.as("pat"), DRAFT, pats, "If-Match", "\"1\"").header("ETag"))
        .isEqualTo("\"2\"");
    var slower = puts(town.as("nadia"), DRAFT, nadias, "If-Match", "\"1\"");
    assertThat(slower.status()).isEqualTo(412);
    // The same again changes nothing, although the tag is old by now.
    assertThat(puts(town.as("pat"), DRAFT, pats, "If-Match", "\"1\"").header("ETag"))
        .isEqualTo("\"2\"");
    assertThat(town.as("nadia").gets(DRAFT).at("/content/title/en")).isEqualTo("How is life here?");
    assertThat(puts(town.as("pat"), DRAFT, pats).places()).containsExactly("header:If-Match");
    assertThat(
            puts(town.as("pat"), DRAFT, pats, "If-Match", "\"2\"", "If-None-Match", "*").places())
        .containsExactly("header:If-Match");
    assertThat(
            puts(town.as("pat"), "/v1/questionnaires/no-draft/draft", pats, "If-Match", "\"2\"")
                .status())
        .isEqualTo(404);
    assertThat(puts(town.as("ana"), DRAFT, pats, "If-Match", "\"2\"").status()).isEqualTo(404);
    assertThat(town.as("pat").gets("/v1/questionnaires").json().at("/questionnaires/0"))
        .isEqualTo(Json.tree(Town.body("id", "wave-core", "version", 7, "draft", true)));
  }

  @Test
  void six_retries_at_once_publish_one_version_and_all_are_told_so(Town town) {
    var content = published(town);
    ((ObjectNode) content.get("title")).put("en", "How is life here?");
    begins(town, content);
    var told =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> publishes(town, "\"1\"", "once-only"))
            .toList();
    assertThat(told).allSatisfy(answer -> assertThat(answer.at("/version")).isEqualTo("8"));
  }

  @Test
  void what_does_not_belong_to_a_type_of_question_is_refused_by_its_place(Town town) {
    var content = published(town);
    var questions = (ArrayNode) content.get("questions");
    ((ObjectNode) questions.get(0)).put("longest", 5).put("shade", "blue");
    assertThat(begins(town, content).places()).containsExactly("#/questions/0/shade");
    ((ObjectNode) questions.get(0)).remove("shade");
    ((ObjectNode) questions.get(2)).remove("rows");
    questions.addObject().put("id", "WHY").put("type", "text").set("text", Json.tree(texts("Why")));
    ((ObjectNode) questions.get(questions.size() - 1))
        .set("wording", Json.tree(Town.body("kind", "own", "credit", "Ours.")));
    assertThat(begins(town, content).places())
        .containsExactlyInAnyOrder(
            "#/questions/0/longest",
            "#/questions/2/rows",
            "#/questions/" + (questions.size() - 1) + "/longest");
    assertThat(town.as("pat").gets(DRAFT).status()).isEqualTo(404);
  }

  private static Object texts(String english) {
    return Town.body("en", english);
  }

  @Test
  void a_draft_says_what_it_lacks_and_is_shown_as_a_phone_would(Town town) {
    var content = published(town);
    ((ObjectNode) content.at("/questions/0/text")).remove("pl");
    ((ObjectNode) content.at("/questions/1")).put("showIf", "{SAFE_DAY} = 'quite-safe'");
    begins(town, content);
    var check = town.as("pat").gets(DRAFT + "/completeness", "Accept-Language", "pl").json();
    assertThat(check.get("complete").asBoolean()).isFalse();
    assertThat(check.get("missing"))
        .isEqualTo(
            Json.tree(List.of(Town.body("pointer", "#/questions/0/text", "language", "pl"))));
    assertThat(check.at("/faults/0/pointer").asText()).isEqualTo("#/questions/1/showIf");
    assertThat(check.at("/faults/0/detail").asText()).contains("quite-safe").contains("Przy znaku");
    var phone = town.as("pat").gets(DRAFT + "/preview", "Accept-Language", "pl");
    assertThat(phone.at("/language")).isEqualTo("pl");
    assertThat(phone.at("/version")).isEqualTo("8");
    assertThat(phone.json().at("/questions/0/text").asText("missing")).isEmpty();
    assertThat(phone.at("/questions/1/showIf")).contains("quite-safe");
    // Nothing of it can be published; every place is named.
    assertThat(publishes(town, "\"1\"", Person.key()).places())
        .containsExactlyInAnyOrder("#/questions/0/text", "#/questions/1/showIf");
    assertThat(town.as("pat").gets(CORE + "/versions/8").status()).isEqualTo(404);
  }

  @Test
  void a_new_wording_begins_a_series_and_going_back_to_the_old_one_takes_the_old_one_up(Town town) {
    var content = published(town);
    begins(town, content);
    assertThat(publishes(town, "\"1\"", Person.key()).problem())
        .isEqualTo("questionnaire-unchanged");
    var reworded = content.deepCopy();
    ((ObjectNode) reworded.at("/questions/0/text")).put("en", "Do you feel safe by day?");
    // A better translation of another question costs nothing.
    ((ObjectNode) reworded.at("/questions/1/text")).put("pl", "A po zmroku?");
    puts(town.as("pat"), DRAFT, reworded, "If-Match", "\"1\"");

    var difference = town.as("pat").gets(DRAFT + "/difference").json();
    assertThat(difference.at("/against").asInt()).isEqualTo(7);
    assertThat(difference.get("changes").findValuesAsText("pointer"))
        .containsExactly(
            "/questions/0/measure/series", "/questions/0/text/en", "/questions/1/text/pl");
    assertThat(begun(difference)).containsExactly("PMF-SAFE-DAY");
    assertThat(difference.at("/series/0/because").toString()).isEqualTo("[\"wording\"]");

    var key = Person.key();
    var eight = publishes(town, "\"2\"", key);
    assertThat(eight.status()).isEqualTo(201);
    assertThat(eight.at("/version")).isEqualTo("8");
    assertThat(eight.at("/content/questions/0/measure/series"))
        .matches("safe-day-lga5-v1-[0-9a-f]{8}");
    assertThat(eight.at("/content/questions/1/measure/series")).isEqualTo("safe-dark-lga5-v1");
    assertThat(publishes(town, "\"2\"", key).text()).isEqualTo(eight.text());
    assertThat(publishes(town, "\"1\"", key).problem()).isEqualTo("key-used-before");
    assertThat(publishes(town, "\"1\"", Person.key()).status()).isEqualTo(412);
    assertThat(publishes(town, "\"2\"", Person.key()).problem())
        .isEqualTo("questionnaire-unchanged");

    puts(town.as("pat"), DRAFT, content, "If-Match", "\"2\"");
    var nine = publishes(town, "\"3\"", Person.key());
    assertThat(nine.at("/version")).isEqualTo("9");
    assertThat(nine.at("/content/questions/0/measure/series")).isEqualTo("safe-day-lga5-v1");
    assertThat(town.as("pat").gets(CORE + "/versions/8").text()).isEqualTo(eight.text());
  }

  private static List<String> begun(JsonNode difference) {
    return StreamSupport.stream(difference.get("series").spliterator(), false)
        .filter(one -> one.get("begins").asBoolean())
        .map(one -> one.get("measure").asText())
        .toList();
  }

  @Test
  void a_question_before_a_scale_a_condition_or_a_mode_breaks_what_it_touches(Town town) {
    var content = published(town);
    ((ArrayNode) content.at("/questions/1/options")).remove(2);
    begins(town, content);
    assertThat(because(town)).containsEntry("PMF-SAFE-DARK", "scale").hasSize(1);

    var asked = published(town);
    ((ObjectNode) asked.at("/questions/1")).put("showIf", "answered({SAFE_DAY})");
    puts(town.as("pat"), DRAFT, asked, "If-Match", "\"1\"");
    assertThat(because(town)).containsEntry("PMF-SAFE-DARK", "asked").hasSize(1);

    var fewer = published(town);
    fewer.putArray("modes").add("app");
    puts(town.as("pat"), DRAFT, fewer, "If-Match", "\"2\"");
    var all = because(town);
    assertThat(all.values()).containsOnly("mode");

    var earlier = published(town);
    var moved = ((ArrayNode) earlier.get("questions")).remove(0);
    ((ArrayNode) earlier.get("questions")).insert(1, moved);
    puts(town.as("pat"), DRAFT, earlier, "If-Match", "\"3\"");
    // What comes later still has both before it, but the other way round.
    assertThat(because(town).values()).containsOnly("order").hasSize(all.size());
  }

  private static java.util.Map<String, String> because(Town town) {
    var found = new java.util.TreeMap<String, String>();
    town.as("pat")
        .gets(DRAFT + "/difference")
        .json()
        .get("series")
        .forEach(
            one -> {
              if (one.get("begins").asBoolean()) {
                found.put(one.get("measure").asText(), one.at("/because/0").asText());
              }
            });
    return found;
  }
}
