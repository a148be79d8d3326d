package org.localityvoice.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What partners promise, what residents can do, and who is involved. */
@ExtendWith(TownExtension.class)
class OurPartYourPartTest {
  private static final String NEWPORT = "/v1/localities/newport/our-part-your-part";
  private static final String ORMESBY = "/v1/localities/north-ormesby/our-part-your-part";

  private static JsonNode entry(JsonNode list, String id) {
    for (var one : list) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id + " in " + list);
  }

  @Test
  void zofia_reads_in_her_language_who_promises_what_and_whom_she_can_call(Town town) {
    var polish = town.as("zofia").gets(NEWPORT, "Accept-Language", "pl");
    assertThat(polish.header("Content-Language")).isEqualTo("pl");
    var streets = entry(polish.json().path("topics"), "clean-streets");
    assertThat(streets.at("/theme/name").asText())
        .isEqualTo("Czystsze i lepiej utrzymane otoczenie");
    assertThat(streets.at("/ourPart/0/partner/id").asText())
        .isEqualTo("environment-and-community-services");
    assertThat(streets.at("/ourPart/0/text").asText()).startsWith("Raz w tygodniu zamiatamy");
    assertThat(streets.at("/yourPart/1").asText()).startsWith("Proszę zgłaszać");
    var hub = entry(polish.json().path("involved"), "stronger-communities").path("contacts");
    assertThat(hub).hasSize(1);
    assertThat(hub.at("/0/who").asText()).isEqualTo("Centrum osiedlowe Newport");
    assertThat(hub.at("/0/phone").asText()).isEqualTo("01632 960202");

    // Anybody may read it, by theme, and each ward has its own.
    var english = town.nobody().gets(NEWPORT);
    assertThat(english.json().path("topics").findValuesAsText("name")).isNotEmpty();
    assertThat(english.json().at("/topics").findValuesAsText("id"))
        .containsSubsequence("safe-evenings", "green-newport", "clean-streets", "cared-for-homes")
        .doesNotContain("something-to-do");
    var ormesby = town.nobody().gets(ORMESBY).json();
    assertThat(ormesby.at("/topics").findValuesAsText("id"))
        .contains("something-to-do")
        .doesNotContain("green-newport");
    assertThat(
            entry(ormesby.path("involved"), "stronger-communities").at("/contacts/0/who").asText())
        .isEqualTo("North Ormesby neighbourhood hub");
    // Who is involved and promises nothing is named all the same.
    assertThat(entry(ormesby.path("involved"), "big-local-north-ormesby").path("contacts"))
        .isEmpty();

    // Whoever keeps it asks whether it still holds; an import changes it, and only an import.
    var tag = english.header("ETag");
    assertThat(town.nobody().gets(NEWPORT, "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(town.imports(text -> text.replace("We sweep every street once a week", "We sweep")))
        .isEmpty();
    var after = town.nobody().gets(NEWPORT, "If-None-Match", tag);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.text()).contains("We sweep and empty every street bin");
    assertThat(
            town.imports(
                text ->
                    text.replace(
                        "theme: feeling-safe\n      localities", "theme: x\n      localities")))
        .singleElement()
        .asString()
        .contains("/pledges/topics/2/theme names no theme of this file");
    assertThat(town.nobody().gets(NEWPORT).text()).isEqualTo(after.text());

    var nowhere = town.nobody().gets("/v1/localities/nowhere/our-part-your-part");
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.problem()).isEqualTo("not-found");
  }
}
