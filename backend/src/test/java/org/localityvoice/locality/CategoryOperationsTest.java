package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

@ExtendWith(TownExtension.class)
class CategoryOperationsTest {
  private static final String NEWPORT = "/v1/localities/newport/categories";
  private static final String TEMPLATES = "/v1/report-templates";

  private static JsonNode category(Answer answer, String id) {
    for (var category : answer.json().get("categories")) {
      if (category.get("id").asText().equals(id)) {
        return category;
      }
    }
    throw new AssertionError("no " + id + " in " + answer.text());
  }

  private static List<String> ids(Answer answer) {
    var ids = new ArrayList<String>();
    answer.json().get("templates").forEach(template -> ids.add(template.get("id").asText()));
    return ids;
  }

  @Test
  void anybody_can_read_the_whole_form_before_they_report(Town town) {
    var answer = town.nobody().gets(NEWPORT);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/outside")).contains("Middlesbrough Council");
    assertThat(answer.json().get("categories")).hasSize(16);
    var rubbish = category(answer, "fly-tipping");
    assertThat(rubbish.at("/name").asText()).isEqualTo("Dumped rubbish");
    assertThat(rubbish.at("/group/name").asText()).isEqualTo("Streets and rubbish");
    assertThat(rubbish.at("/owner/id").asText()).isEqualTo("environment-and-community-services");
    assertThat(rubbish.at("/owner/name").asText()).startsWith("Environment and Community");
    assertThat(rubbish.at("/stops/0/phone").asText()).isEqualTo("999");
    assertThat(rubbish.at("/questions/0/options/0/label").asText()).isEqualTo("Bags of rubbish");
    assertThat(rubbish.at("/questions/1/type").asText()).isEqualTo("notice");
    assertThat(rubbish.at("/questions/1/askIf/answers/0").asText()).isEqualTo("chemicals");
    assertThat(rubbish.at("/questions/3/restricted").asBoolean()).isTrue();
    assertThat(rubbish.at("/questions/3/maxLength").asInt()).isEqualTo(1000);
    assertThat(rubbish.at("/promises/0").toString())
        .isEqualTo(
            "{\"priority\":\"emergency\",\"workingMinutes\":240,\"firstAnswerWorkingDays\":1}");
    assertThat(rubbish.at("/promises/2").toString())
        .isEqualTo("{\"priority\":\"normal\",\"workingDays\":5,\"firstAnswerWorkingDays\":2}");
  }

  @Test
  void whoever_knows_of_a_crime_sees_that_nobody_else_will(Town town) {
    var quiet = category(town.nobody().gets(NEWPORT), "police-information");

    assertThat(quiet.at("/confidential").asBoolean()).isTrue();
    assertThat(quiet.at("/text").asText()).isEqualTo("never-published");
    assertThat(quiet.at("/owner/name").asText()).isEqualTo("Cleveland Police");
    assertThat(quiet.at("/stops").findValuesAsText("phone")).containsExactly("999", "101");
  }

  @Test
  void the_owner_is_the_partner_who_gets_it_in_that_locality(Town town) {
    var here = category(town.nobody().gets(NEWPORT), "empty-property");
    var there =
        category(town.nobody().gets("/v1/localities/north-ormesby/categories"), "empty-property");

    assertThat(here.at("/owner/id").asText()).isEqualTo("selective-landlord-licensing");
    assertThat(there.at("/owner/id").asText()).isEqualTo("stronger-communities");
  }

  @Test
  void zofia_reads_it_in_polish_and_who_reads_urdu_gets_english(Town town) {
    var polish = town.as("zofia").gets(NEWPORT, "Accept-Language", "pl, en;q=0.5");
    assertThat(polish.header("Content-Language")).isEqualTo("pl");
    assertThat(polish.header("Vary")).contains("Accept-Language");
    assertThat(category(polish, "fly-tipping").at("/name").asText()).isEqualTo("Podrzucone śmieci");

    var other = town.nobody().gets(NEWPORT, "Accept-Language", "ur");
    assertThat(other.header("Content-Language")).isEqualTo("en");
  }

  @Test
  void a_phone_that_has_them_already_is_not_sent_them_again(Town town) {
    var tag = town.nobody().gets(NEWPORT).header("ETag");

    assertThat(town.nobody().gets(NEWPORT, "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(town.nobody().gets(NEWPORT, "If-None-Match", tag, "Accept-Language", "pl").status())
        .isEqualTo(200);
  }

  @Test
  void a_locality_that_does_not_exist_has_no_categories(Town town) {
    assertThat(town.nobody().gets("/v1/localities/gotham/categories").status()).isEqualTo(404);
  }

  @Test
  void staff_find_replies_in_both_languages_with_their_slots(Town town) {
    var replies = town.as("omar").gets(TEMPLATES);

    assertThat(replies.status()).isEqualTo(200);
    assertThat(replies.at("/templates/0/text/en")).contains("{owner}", "{expectedBy}");
    assertThat(replies.at("/templates/0/text/pl")).contains("{owner}", "{expectedBy}");
    assertThat(replies.json().at("/templates/0/slots").toString())
        .isEqualTo("[\"expectedBy\",\"owner\"]");
    assertThat(replies.json().get("templates"))
        .allSatisfy(reply -> assertThat(reply.get("text")).hasSize(2));
  }

  @Test
  void replies_are_found_by_category_and_move(Town town) {
    assertThat(ids(town.as("wyn").gets(TEMPLATES + "?move=say-done")))
        .containsExactly("done", "rubbish-gone", "needles-gone");
    assertThat(ids(town.as("wyn").gets(TEMPLATES + "?category=needles&move=say-done")))
        .containsExactly("done", "needles-gone");
    assertThat(ids(town.as("wyn").gets(TEMPLATES + "?category=pothole")))
        .contains("done", "not-ours")
        .doesNotContain("rubbish-gone", "needles-gone");
  }

  @Test
  void replies_for_what_does_not_exist_are_a_plain_mistake(Town town) {
    var category = town.as("nadia").gets(TEMPLATES + "?category=unicorns");
    assertThat(category.status()).isEqualTo(400);
    assertThat(category.at("/errors/0/parameter")).isEqualTo("category");
    assertThat(category.at("/errors/0/detail")).isEqualTo("There is no such category.");

    var move = town.as("nadia").gets(TEMPLATES + "?move=vanish");
    assertThat(move.status()).isEqualTo(400);
    assertThat(move.at("/errors/0/parameter")).isEqualTo("move");
  }

  @Test
  void replies_are_for_staff_who_deal_with_reports(Town town) {
    assertThat(town.nobody().gets(TEMPLATES).status()).isEqualTo(401);
    for (var person : List.of("ana", "ben", "pat", "ada")) {
      assertThat(town.as(person).gets(TEMPLATES).status()).as(person).isEqualTo(404);
    }
    for (var person : List.of("wyn", "omar", "nadia", "nora")) {
      assertThat(town.as(person).gets(TEMPLATES).status()).as(person).isEqualTo(200);
    }
  }
}
