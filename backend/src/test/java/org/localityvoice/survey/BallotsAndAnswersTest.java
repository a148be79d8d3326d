package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Person.sheet;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

@ExtendWith(TownExtension.class)
class BallotsAndAnswersTest {
  private static final String WAVE = "newport-2026-q4";
  private static final String BALLOTS = "/v1/waves/" + WAVE + "/ballots";
  private static final Map<String, Object> SAFE = Map.of("SAFE_DAY", "very-safe");

  @Test
  void everybody_gets_one_ballot_and_a_retry_gets_the_same_one(Town town) {
    var first = town.as("ana").retries(BALLOTS, "ana-key-1");
    var again = town.as("ana").retries(BALLOTS, "ana-key-1");
    var another = town.as("ana").retries(BALLOTS, "ana-key-2");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(another.status()).isEqualTo(409);
    assertThat(another.problem()).isEqualTo("ballot-already-taken");
    // Bilal's key may be the same as Ana's; his ballot is not.
    assertThat(town.as("bilal").retries(BALLOTS, "ana-key-1").text()).isNotEqualTo(first.text());
    // Another wave is another ballot.
    assertThat(town.as("ana").takesBallot("north-ormesby-2026-q4"))
        .isNotEqualTo(first.at("/ballot"));
  }

  @Test
  void six_ballots_asked_for_at_once_with_six_keys_are_one_ballot(Town town) throws Exception {
    var answers = together(6, i -> town.as("zofia").retries(BALLOTS, "zofia-key-" + i));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(5);
  }

  @Test
  void six_retries_at_once_get_the_same_ballot(Town town) throws Exception {
    var answers = together(6, i -> town.as("zofia").retries(BALLOTS, "zofia-key-0"));
    assertThat(answers.stream().map(Answer::text).collect(Collectors.toSet())).hasSize(1);
    assertThat(answers).allMatch(answer -> answer.status() == 201);
  }

  @Test
  void the_same_answers_again_get_the_same_reply_and_count_once(Town town) {
    var sheet = sheet(town.as("ana").takesBallot(WAVE), WAVE, SAFE);
    var first = town.nobody().posts("/v1/responses", sheet);
    var again = town.nobody().posts("/v1/responses", sheet);
    assertThat(first.status()).isEqualTo(202);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(counted(town)).isEqualTo(1);
  }

  @Test
  void a_spent_ballot_takes_no_other_answers(Town town) {
    var ballot = town.as("ana").takesBallot(WAVE);
    town.nobody().posts("/v1/responses", sheet(ballot, WAVE, SAFE));
    var other =
        town.nobody().posts("/v1/responses", sheet(ballot, WAVE, Map.of("SAFE_DAY", "neither")));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem()).isEqualTo("ballot-spent");
    assertThat(counted(town)).isEqualTo(1);
  }

  @Test
  void six_different_sheets_at_once_under_one_ballot_count_as_one(Town town) throws Exception {
    var ballot = town.as("ana").takesBallot(WAVE);
    var options = List.of("very-safe", "fairly-safe", "neither", "fairly-unsafe", "very-unsafe");
    var answers =
        together(
            5,
            i ->
                town.nobody()
                    .posts(
                        "/v1/responses", sheet(ballot, WAVE, Map.of("SAFE_DAY", options.get(i)))));
    assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(4);
    assertThat(counted(town)).isEqualTo(1);
  }

  @Test
  void a_made_up_ballot_and_the_ballot_of_another_wave_are_refused(Town town) {
    var made = "A".repeat(43);
    var elsewhere = town.as("ana").takesBallot("north-ormesby-2026-q4");
    for (var ballot : List.of(made, elsewhere)) {
      var answer = town.nobody().posts("/v1/responses", sheet(ballot, WAVE, SAFE));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.places()).containsExactly("#/ballot");
    }
  }

  @Test
  void answers_sent_with_a_sign_in_are_refused_so_that_they_stay_anonymous(Town town) {
    var ballot = town.as("ana").takesBallot(WAVE);
    var answer = town.as("ana").posts("/v1/responses", sheet(ballot, WAVE, SAFE));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).containsExactly("header:Authorization");
  }

  @Test
  void what_the_questionnaire_does_not_have_is_named_by_its_place(Town town) {
    var ballot = town.as("ana").takesBallot(WAVE);
    var answers =
        Town.body(
            "SAFE_DAY", "a-bit-safe",
            "NO_SUCH", "yes",
            "ASB_PROBLEM", Town.body("LITTER", "huge", "NO_ROW", "very-big"),
            "SAFE_DARK", Town.body("a", "b"),
            "SAFE_WHERE", "very-safe",
            "DEALT_REPORTED", "no",
            "DEALT", "fully");
    var sheet = sheet(ballot, WAVE, answers);
    sheet.put("strata", Town.body("ageBand", "5-10", "shoeSize", "44"));
    sheet.put("language", "xx");
    var answer = town.nobody().posts("/v1/responses", sheet);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places())
        .containsExactlyInAnyOrder(
            "#/strata/ageBand",
            "#/strata/sex",
            "#/strata/shoeSize",
            "#/answers/SAFE_DAY",
            "#/answers/NO_SUCH",
            "#/answers/ASB_PROBLEM/LITTER",
            "#/answers/ASB_PROBLEM/NO_ROW",
            "#/answers/SAFE_DARK",
            "#/answers/SAFE_WHERE",
            "#/answers/DEALT",
            "#/language");
    // Nothing was spent: the same ballot still works.
    assertThat(town.nobody().posts("/v1/responses", sheet(ballot, WAVE, SAFE)).status())
        .isEqualTo(202);
  }

  @Test
  void an_answer_to_a_question_that_was_asked_is_taken(Town town) {
    var answers = Map.<String, Object>of("DEALT_REPORTED", "yes", "DEALT", "no");
    assertThat(town.as("ana").answers(WAVE, answers).status()).isEqualTo(202);
  }

  @Test
  void a_closed_wave_gives_no_ballot_and_takes_no_answer_but_still_knows_a_retry(Town town) {
    var sheet = sheet(town.as("ana").takesBallot(WAVE), WAVE, SAFE);
    town.nobody().posts("/v1/responses", sheet);
    var unused = town.as("bilal").takesBallot(WAVE);
    town.as("nadia").posts("/v1/waves/" + WAVE + "/close");
    assertThat(town.as("zofia").posts(BALLOTS).problem()).isEqualTo("wave-not-open");
    assertThat(town.nobody().posts("/v1/responses", sheet(unused, WAVE, SAFE)).problem())
        .isEqualTo("wave-not-open");
    assertThat(town.nobody().posts("/v1/responses", sheet).status()).isEqualTo(202);
    assertThat(counted(town)).isEqualTo(1);
    assertThat(town.differences()).isEmpty();
  }

  @Test
  void whatever_is_acknowledged_while_a_wave_closes_is_counted(Town town) throws Exception {
    var ballots = IntStream.range(0, 60).mapToObj(i -> town.as("r" + i).takesBallot(WAVE)).toList();
    var answers =
        together(
            61,
            i ->
                i == 30
                    ? town.as("nadia").posts("/v1/waves/" + WAVE + "/close")
                    : town.nobody()
                        .posts(
                            "/v1/responses", sheet(ballots.get(i > 30 ? i - 1 : i), WAVE, SAFE)));
    var acknowledged = answers.stream().filter(answer -> answer.status() == 202).count();
    assertThat(answers)
        .allMatch(
            a -> a.status() == 202 || a.status() == 200 || a.status() == 409 || a.status() == 503);
    assertThat(counted(town)).isEqualTo(acknowledged);
    assertThat(town.differences()).isEmpty();
  }

  @Test
  void the_form_comes_in_the_readers_language_with_a_tag_that_saves_the_next_download(Town town) {
    var polish = town.nobody().gets("/v1/waves/" + WAVE, "Accept-Language", "pl-PL,en;q=0.5");
    var english = town.nobody().gets("/v1/waves/" + WAVE, "Accept-Language", "fr");
    assertThat(polish.at("/questionnaire/language")).isEqualTo("pl");
    assertThat(english.at("/questionnaire/language")).isEqualTo("en");
    assertThat(polish.json().at("/questionnaire/questions").size()).isGreaterThanOrEqualTo(13);
    var kept = town.nobody().gets("/v1/waves/" + WAVE, "If-None-Match", english.header("ETag"));
    assertThat(kept.status()).isEqualTo(304);
    var asked =
        town.nobody()
            .sends(
                "HEAD",
                "/v1/waves/" + WAVE,
                BodyPublishers.noBody(),
                "If-None-Match",
                english.header("ETag"));
    assertThat(asked.status()).isEqualTo(304);
  }

  /** Responses in the released figures' cells, seen as a performance officer would. */
  private static long counted(Town town) {
    // So few are counted only at the end.
    town.as("nadia").posts("/v1/waves/" + WAVE + "/close");
    town.works();
    return town.responses(WAVE);
  }

  private static List<Answer> together(int n, java.util.function.IntFunction<Answer> call)
      throws Exception {
    var pool = Executors.newFixedThreadPool(n);
    try {
      var tasks =
          IntStream.range(0, n).<Callable<Answer>>mapToObj(i -> () -> call.apply(i)).toList();
      return pool.invokeAll(tasks).stream().map(BallotsAndAnswersTest::result).toList();
    } finally {
      pool.shutdown();
    }
  }

  private static Answer result(Future<Answer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
