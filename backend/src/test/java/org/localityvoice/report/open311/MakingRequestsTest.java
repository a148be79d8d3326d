package org.localityvoice.report.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.open311.GeoReport.OWNER;
import static org.localityvoice.report.open311.GeoReport.gets;
import static org.localityvoice.report.open311.GeoReport.json;
import static org.localityvoice.report.open311.GeoReport.litter;
import static org.localityvoice.report.open311.GeoReport.refused;
import static org.localityvoice.report.open311.GeoReport.texts;
import static org.localityvoice.report.open311.GeoReport.xml;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** Requests that another system makes. */
@ExtendWith(TownExtension.class)
class MakingRequestsTest {
  private static final String NUMBER = "attribute[fixmystreet_id]";

  @Test
  void a_request_gets_an_id_at_once_by_which_it_is_found_in_both_forms(Town town) {
    var id = litter(town, town.apiKey(OWNER)).requests();
    var row = json(town, "requests/" + id + ".json", "service_requests").get(0);
    assertThat(row.get("service_request_id").asText()).isEqualTo(id);
    assertThat(row.get("status").asText()).isEqualTo("open");
    assertThat(row.get("service_name").asText()).isEqualTo("Litter or a full bin");
    assertThat(row.get("lat").asDouble()).isEqualTo(54.575);
    assertThat(row.get("requested_datetime").asText()).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(row.get("expected_datetime").asText()).isEqualTo("2026-11-30T10:00:00Z");
    assertThat(row.get("agency_responsible").asText()).isNotEmpty().isNotEqualTo(OWNER);
    assertThat(row.get("address").isNull()).isTrue();
    var request = xml(town, "requests/" + id + ".xml");
    assertThat(texts(request, "service_request_id")).containsExactly(id);
    assertThat(texts(request, "lat")).containsExactly("54.575");
    assertThat(texts(xml(town, "tokens/" + id + ".xml"), "service_request_id")).containsExactly(id);
    assertThat(json(town, "tokens/" + id + ".json", "tokens").at("/0/token").asText())
        .isEqualTo(id);
  }

  @Test
  void the_receipt_in_xml_has_an_id_and_no_token(Town town) {
    var receipt = xml(litter(town, town.apiKey(OWNER)).posts("requests.xml"));
    assertThat(receipt.getTagName()).isEqualTo("service_requests");
    assertThat(texts(receipt, "service_request_id")).hasSize(1).doesNotContain("");
    assertThat(texts(receipt, "token")).isEmpty();
  }

  @Test
  void a_retry_gets_the_first_answer_and_makes_nothing_new(Town town) {
    var key = town.apiKey(OWNER);
    var first = litter(town, key).with(NUMBER, "4711").requests();
    // The client's text may have been corrected in between.
    var again = litter(town, key).with(NUMBER, "4711").with("phone", "01642 1").requests();
    assertThat(again).isEqualTo(first);
    assertThat(count(town)).isEqualTo(1);
    // The controls: another number, another client, and no number at all.
    assertThat(litter(town, key).with(NUMBER, "4712").requests()).isNotEqualTo(first);
    assertThat(litter(town, town.apiKey(OWNER)).with(NUMBER, "4711").requests())
        .isNotEqualTo(first);
    assertThat(litter(town, key).requests()).isNotEqualTo(litter(town, key).requests());
    assertThat(count(town)).isEqualTo(5);
  }

  @Test
  void six_at_once_make_one(Town town) {
    var key = town.apiKey(OWNER);
    var ids =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> litter(town, key).with(NUMBER, "4711").requests())
            .distinct()
            .toList();
    assertThat(ids).hasSize(1);
    assertThat(count(town)).isEqualTo(1);
  }

  @Test
  void a_character_that_xml_cannot_hold_does_not_spoil_the_list(Town town) {
    var id = litter(town, town.apiKey(OWNER)).with("address_string", "\u000b").requests();
    var bad =
        new GeoReport(town)
            .with("api_key", town.apiKey(OWNER))
            .with("service_code", "litter")
            .with("lat", "54.575")
            .with("long", "-1.25")
            .with("description", "Pasted\u000b from\u0000 a\ufffe letter <b> & so on")
            .requests();
    assertThat(texts(xml(town, "requests.xml"), "service_request_id"))
        .containsExactlyInAnyOrder(id, bad);
    assertThat(town.as("nadia").gets("/v1/reports/" + bad).at("/staff/text"))
        .isEqualTo("Pasted from a letter <b> & so on");
  }

  @Test
  void line_ends_of_a_form_become_line_ends(Town town) {
    var id = litter(town, town.apiKey(OWNER)).requests();
    assertThat(town.as("nadia").gets("/v1/reports/" + id).at("/staff/text"))
        .isEqualTo("Cans and paper\nall over the corner.");
  }

  @Test
  void answers_arrive_in_every_way_that_clients_have_of_sending_several(Town town) {
    for (var several :
        List.of(
            List.of("attribute[what]", "bags", "attribute[what]", "furniture"),
            List.of("attribute[what][]", "bags", "attribute[what][]", "furniture"),
            List.of("attribute[what]", "bags,furniture", "attribute[what]", ""),
            List.of("attribute[what][]", "furniture, bags", "attribute[colour]", "red"))) {
      var request =
          tipping(town).with(several.get(0), several.get(1)).with(several.get(2), several.get(3));
      var id = request.with("attribute[size]", "van").requests();
      var answers = town.as("nadia").gets("/v1/reports/" + id).json().at("/staff/answers");
      assertThat(answers.get("what")).hasToString("[\"bags\",\"furniture\"]");
      assertThat(answers.get("size")).hasToString("[\"van\"]");
    }
  }

  @Test
  void an_answer_that_is_missing_or_none_is_refused_by_its_field(Town town) {
    refused(tipping(town).posts("requests.json"), 400, "attribute[what]: This must be there");
    refused(
        tipping(town).with("attribute[what]", "ghosts").posts("requests.xml"),
        400,
        "attribute[what]");
    assertThat(count(town)).isZero();
  }

  private static GeoReport tipping(Town town) {
    return new GeoReport(town)
        .with("api_key", town.apiKey(OWNER))
        .with("service_code", "fly-tipping")
        .with("lat", "54.575")
        .with("long", "-1.25")
        .with("description", "A sofa.");
  }

  @Test
  void nothing_of_who_made_it_is_answered_to_anybody(Town town) {
    var id =
        litter(town, town.apiKey(OWNER))
            .with("first_name", "Quentin")
            .with("last_name", "Canary")
            .with("email", "canary@example.org")
            .with("phone", "01642 555 0199")
            .with("address_string", "14 Canary Street")
            .with("media_url", "https://pictures.example.org/canary.jpg")
            .with(NUMBER, "canary-4711")
            .requests();
    for (var path : List.of("requests/" + id, "requests", "servicerequestupdates")) {
      for (var form : List.of(".xml", ".json")) {
        assertThat(gets(town, path + form).text()).doesNotContainIgnoringCase("canary");
      }
    }
    assertThat(town.nobody().gets("/v1/reports/" + id).text()).doesNotContainIgnoringCase("canary");
    // The control: staff find it all.
    assertThat(town.as("nadia").gets("/v1/reports/" + id).text())
        .contains("Quentin Canary", "canary@example.org", "canary.jpg", "canary-4711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "lv_nothing", "wrong"})
  void a_key_that_is_missing_or_wrong_is_refused(String key, Town town) {
    refused(litter(town, key).posts("requests.xml"), 403, "API key");
    refused(litter(town, key).posts("servicerequestupdates.json"), 403, "API key");
    refused(new GeoReport(town).with("service_code", "x").posts("requests.json"), 403, "API key");
    assertThat(count(town)).isZero();
  }

  @Test
  void a_service_that_is_unknown_or_confidential_is_not_found(Town town) {
    for (var code : List.of("nothing", "police-information", "{\"$ne\":null}")) {
      var request =
          new GeoReport(town)
              .with("api_key", town.apiKey(OWNER))
              .with("service_code", code)
              .with("lat", "54.575")
              .with("long", "-1.25");
      refused(request.posts("requests.xml"), 404, "nothing here");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "service_code, '', service_code",
    "lat, '', lat",
    "long, '', long",
    "lat, north, lat",
    "lat, 91, lat",
    "long, 1e400, long",
    "lat, NaN, lat",
    "lat, 51.5, lat",
    "media_url, javascript:alert(1), media_url",
    "media_url, //x, media_url"
  })
  void a_field_that_is_blank_or_bad_is_refused_by_its_name(
      String field, String value, String place, Town town) {
    var request = new GeoReport(town).with("api_key", town.apiKey(OWNER)).with(field, value);
    var good = List.of("service_code", "litter", "lat", "54.575", "long", "-1.25");
    IntStream.iterate(0, i -> i < good.size(), i -> i + 2)
        .filter(i -> !good.get(i).equals(field))
        .forEach(i -> request.with(good.get(i), good.get(i + 1)));
    refused(request.posts("requests.json"), 400, place + ": ");
    assertThat(count(town)).isZero();
  }

  @Test
  void a_text_that_is_too_long_is_refused(Town town) {
    var request =
        new GeoReport(town)
            .with("api_key", town.apiKey(OWNER))
            .with("service_code", "litter")
            .with("lat", "54.575")
            .with("long", "-1.25")
            .with("description", "x".repeat(4001));
    refused(request.posts("requests.json"), 400, "description: ");
  }

  @Test
  void a_text_is_as_long_as_it_has_characters_whatever_they_are(Town town) {
    var key = town.apiKey(OWNER);
    var id =
        litter(town, key)
            .with("address_string", "\uD83D\uDEAE".repeat(500))
            .with("first_name", "\uD83D\uDE00".repeat(200))
            .requests();
    assertThat(town.as("rosa").gets("/v1/reports/" + id).at("/staff/place").codePoints().count())
        .isEqualTo(500);
    var tooLong = litter(town, key).with("address_string", "\uD83D\uDEAE".repeat(501));
    refused(tooLong.posts("requests.json"), 400, "address_string: ");
  }

  @Test
  void how_to_reach_a_reporter_is_shown_to_staff_in_whichever_form_it_came(Town town) {
    var id =
        litter(town, town.apiKey(OWNER))
            .with("email", "Jane at home")
            .with("phone", "01642 1 ext. 5")
            .requests();
    // The town holds every answer against the contract.
    var seen = town.as("rosa").gets("/v1/reports/" + id);
    assertThat(seen.at("/staff/contact/email")).isEqualTo("Jane at home");
    assertThat(seen.at("/staff/contact/phone")).isEqualTo("01642 1 ext. 5");
  }

  @Test
  void a_place_outside_the_area_is_refused_with_whom_to_contact(Town town) {
    var request =
        new GeoReport(town)
            .with("api_key", town.apiKey(OWNER))
            .with("service_code", "litter")
            .with("lat", "51.5")
            .with("long", "0.1");
    refused(request.posts("requests.json"), 400, "Middlesbrough Council on 01642 726001");
  }

  @Test
  void blank_arguments_are_as_good_as_absent_and_unknown_ones_are_passed_over(Town town) {
    litter(town, town.apiKey(OWNER))
        .with("jurisdiction_id", "")
        .with("email", " ")
        .with("address_id", "")
        .with("device_id", "phone")
        .with("title", "Litter")
        .requests();
  }

  @Test
  void a_key_that_calls_too_often_is_told_to_wait(Town town) {
    var key = town.apiKey(OWNER);
    var last = litter(town, key).posts("requests.json");
    for (var i = 0; i < 700 && last.status() != 429; i++) {
      last = new GeoReport(town).with("api_key", key).posts("requests.json");
    }
    refused(last, 429, "too often");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
  }

  private static int count(Town town) {
    return json(town, "requests.json", "service_requests").size();
  }
}
