package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Person.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** Answering without an account: with a code from a leaflet, or on paper. */
@ExtendWith(TownExtension.class)
class PrintedCodesTest {
  private static final String WAVE = "newport-2026-winter";
  private static final String AT = "/v1/waves/" + WAVE;
  private static final Map<String, Object> SAFE = Map.of("SAFE_DAY", "very-safe");

  @BeforeEach
  void nadiaPlansWithoutTheApp(Town town) {
    var plan =
        Town.body(
            "questionnaire",
            Town.body("id", "wave-core", "version", 7),
            "period",
            "2026-Q4",
            "from",
            "2026-11-23",
            "to",
            "2026-11-24",
            "graceDays",
            7,
            "modes",
            List.of("paper", "qr"),
            "target",
            100);
    var planned =
        town.as("nadia").posts("/v1/localities/newport/waves", Town.body("id", WAVE, "plan", plan));
    assertThat(planned.status()).isEqualTo(201);
  }

  private static List<String> prints(Town town, String use, int count, String key) {
    var order = Town.body("use", use, "count", count);
    var made = town.as("nadia").posts(AT + "/codes", order, "Idempotency-Key", key);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return StreamSupport.stream(made.json().at("/codes").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static Answer keys(Person staff, String number) {
    return staff.posts(AT + "/paper-ballots", Town.body("code", number));
  }

  private static Answer redeems(Town town, String code) {
    return town.nobody().posts(AT + "/code-ballots", Town.body("code", code));
  }

  private static Map<String, Object> in(String mode, String ballot) {
    var sheet = sheet(ballot, WAVE, SAFE);
    sheet.put("mode", mode);
    return sheet;
  }

  @Test
  void a_printed_code_is_one_answer_however_often_and_however_it_is_typed(Town town) {
    var codes = prints(town, "qr", 3, "leaflet-1");
    assertThat(new HashSet<>(codes)).hasSize(3);
    assertThat(prints(town, "qr", 3, "leaflet-1")).isEqualTo(codes);
    assertThat(prints(town, "qr", 3, "leaflet-2")).doesNotContainAnyElementsOf(codes);
    var typed = codes.get(0).toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o');
    var ballot = redeems(town, typed).at("/ballot");
    assertThat(redeems(town, codes.get(0)).at("/ballot")).isEqualTo(ballot);
    assertThat(redeems(town, codes.get(1)).at("/ballot")).isNotEqualTo(ballot);
    assertThat(town.nobody().posts("/v1/responses", in("qr", ballot)).status()).isEqualTo(202);
    var other = in("qr", ballot);
    other.put("answers", Map.of("SAFE_DAY", "neither"));
    assertThat(town.nobody().posts("/v1/responses", other).problem()).isEqualTo("ballot-spent");
    assertThat(town.as("pat").gets(AT + "/plan").at("/codes/qr")).isEqualTo("6");
  }

  @Test
  void a_code_with_one_letter_wrong_is_no_code_and_neither_is_one_of_the_other_use(Town town) {
    var code = prints(town, "qr", 1, "leaflet-1").get(0);
    var form = prints(town, "paper", 1, "forms-001").get(0);
    for (var i = 0; i < code.length(); i += 5) {
      var wrong =
          code.substring(0, i) + (code.charAt(i) == '7' ? '8' : '7') + code.substring(i + 1);
      assertThat(redeems(town, wrong).places()).containsExactly("#/code");
    }
    assertThat(redeems(town, form).places()).containsExactly("#/code");
    assertThat(keys(town.as("wyn"), code).places()).containsExactly("#/code");
    var order = Town.body("use", "qr", "count", 2);
    assertThat(
            town.as("nadia").posts(AT + "/codes", order, "Idempotency-Key", "leaflet-1").problem())
        .isEqualTo("key-used-before");
    assertThat(town.as("ana").posts(AT + "/code-ballots", Town.body("code", code)).places())
        .containsExactly("header:Authorization");
  }

  @Test
  void a_paper_form_counts_once_whoever_keys_it_in_and_still_in_grace(Town town) {
    var forms = prints(town, "paper", 2, "forms-001");
    var ballot = keys(town.as("wyn"), forms.get(0)).at("/ballot");
    assertThat(keys(town.as("pat"), forms.get(0)).at("/ballot")).isEqualTo(ballot);
    assertThat(keys(town.as("ana"), forms.get(0)).status()).isEqualTo(404);
    assertThat(town.nobody().posts("/v1/responses", in("paper", ballot)).status()).isEqualTo(202);
    town.passes(Duration.ofDays(3));
    assertThat(redeems(town, prints(town, "qr", 1, "leaflet-9").get(0)).problem())
        .isEqualTo("wave-not-open");
    var late = keys(town.as("wyn"), forms.get(1)).at("/ballot");
    assertThat(town.nobody().posts("/v1/responses", in("paper", late)).status()).isEqualTo(202);
    assertThat(town.nobody().posts("/v1/responses", in("paper", ballot)).status()).isEqualTo(202);
    town.passes(Duration.ofDays(7));
    assertThat(keys(town.as("wyn"), forms.get(1)).problem()).isEqualTo("wave-not-open");
    town.as("nadia").posts(AT + "/close");
    assertThat(town.responses(WAVE)).isEqualTo(2);
    assertThat(keys(town.as("wyn"), forms.get(1)).problem()).isEqualTo("wave-not-open");
  }

  @Test
  void the_mode_is_what_the_ballot_and_the_plan_say(Town town) {
    var code = redeems(town, prints(town, "qr", 1, "leaflet-1").get(0)).at("/ballot");
    var form = keys(town.as("wyn"), prints(town, "paper", 1, "forms-001").get(0)).at("/ballot");
    var signedIn = town.as("ana").takesBallot(WAVE);
    for (var sheet : List.of(in("paper", code), in("qr", form), in("app", signedIn))) {
      assertThat(town.nobody().posts("/v1/responses", sheet).places()).containsExactly("#/mode");
    }
    assertThat(town.nobody().posts("/v1/responses", in("qr", signedIn)).status()).isEqualTo(202);
  }
}
