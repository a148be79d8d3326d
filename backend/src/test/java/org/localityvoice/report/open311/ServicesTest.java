package org.localityvoice.report.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.open311.GeoReport.gets;
import static org.localityvoice.report.open311.GeoReport.json;
import static org.localityvoice.report.open311.GeoReport.refused;
import static org.localityvoice.report.open311.GeoReport.xml;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What a client finds out before it sends anything. */
class ServicesTest {
  @Test
  @ExtendWith(TownExtension.class)
  void the_list_is_whole_and_the_same_in_both_forms_but_confidential_categories_are_not_in_it(
      Town town) {
    var services = json(town, "services.json", "services");
    var codes = texts(services, "service_code");
    assertThat(codes).contains("litter", "fly-tipping").doesNotContain("police-information");
    assertThat(GeoReport.texts(xml(town, "services.xml"), "service_code")).isEqualTo(codes);
    assertThat(texts(services, "service_name")).doesNotHaveDuplicates();
    for (var code : codes) {
      json(town, "services/" + code + ".json", "service_definition");
      xml(town, "services/" + code + ".xml");
    }
    refused(gets(town, "services/police-information.json"), 404, "nothing here");
    refused(gets(town, "services/nothing.xml"), 404, "nothing here");
  }

  @Test
  @ExtendWith(TownExtension.class)
  void keywords_that_clients_obey_are_not_among_those_published(Town town) {
    for (var service : json(town, "services.json", "services")) {
      assertThat(List.of(service.get("keywords").asText().split(",", -1)))
          .doesNotContain("private", "staff", "inactive", "waste_only");
    }
  }

  @Test
  @ExtendWith(TownExtension.class)
  void every_service_asks_for_what_the_clients_system_fills_in(Town town) {
    for (var service : json(town, "services.json", "services")) {
      var code = service.get("service_code").asText();
      var definition = json(town, "services/" + code + ".json", "service_definition");
      var automated =
          stream(definition.get("attributes"))
              .filter(attribute -> attribute.path("automated").asText().equals("server_set"))
              .map(attribute -> attribute.get("code").asText());
      assertThat(automated)
          .containsExactly("fixmystreet_id", "easting", "northing", "closest_address");
    }
  }

  @Test
  @ExtendWith(TownExtension.class)
  void questions_stops_and_choices_are_told_as_the_standard_has_them(Town town) {
    var attributes =
        json(town, "services/fly-tipping.json", "service_definition").get("attributes");
    var stop = attribute(attributes, "stop-in-danger");
    assertThat(stop.get("variable").asBoolean()).isFalse();
    assertThat(stop.get("description").asText()).contains("danger").contains("999");
    var what = attribute(attributes, "what");
    assertThat(what.get("datatype").asText()).isEqualTo("multivaluelist");
    assertThat(what.get("required").asBoolean()).isTrue();
    assertThat(what.at("/values/0/key").asText()).isEqualTo("bags");
    assertThat(what.at("/values/0/name").asText()).isEqualTo("Bags of rubbish");
    assertThat(attribute(attributes, "size").get("datatype").asText()).isEqualTo("singlevaluelist");
    assertThat(attribute(attributes, "who").get("datatype").asText()).isEqualTo("text");
    assertThat(attribute(attributes, "who").has("values")).isFalse();
    assertThat(stream(attributes).map(one -> one.get("order").asInt()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  @ExtendWith(TownExtension.class)
  void names_come_in_the_language_that_is_asked_for(Town town) {
    var polish = town.nobody().gets("/open311/v2/services.json", "Accept-Language", "pl");
    assertThat(polish.text()).contains("Podrzucone");
  }

  @Test
  @ExtendWith(TownExtension.class)
  void there_is_one_jurisdiction_which_need_not_be_named(Town town) {
    json(town, "services.json?jurisdiction_id=&colour=red", "services");
    refused(gets(town, "services.json?jurisdiction_id=elsewhere"), 404, "nothing here");
    refused(gets(town, "requests.xml?jurisdiction_id=elsewhere"), 404, "nothing here");
  }

  @Test
  @ExtendWith(StoreExtension.class)
  void discovery_leads_to_the_endpoint(Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of("PUBLIC_URL", "https://voice.example.org/"))) {
      var discovery = json(town, "/open311/discovery.json", "discovery");
      assertThat(discovery.at("/endpoints/0/url").asText())
          .isEqualTo("https://voice.example.org/open311/v2/");
      assertThat(GeoReport.texts(xml(town, "/open311/discovery.xml"), "url"))
          .containsExactly("https://voice.example.org/open311/v2/");
    }
  }

  private static JsonNode attribute(JsonNode attributes, String code) {
    return stream(attributes)
        .filter(attribute -> attribute.get("code").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }

  static List<String> texts(JsonNode rows, String field) {
    return stream(rows).map(row -> row.get(field).asText()).toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
