package org.localityvoice.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Answer sheets for the sample's questionnaire. */
final class Sheet {
  static final String WAVE = "newport-2026-q4";

  private static final List<String> SAFETY =
      List.of("very-safe", "fairly-safe", "neither", "fairly-unsafe", "very-unsafe");
  private static final List<String> AGREEMENT =
      List.of("strongly-agree", "tend-to-agree", "neither", "tend-to-disagree");
  private static final List<String> BELONGING =
      List.of("very-strongly", "fairly-strongly", "not-very-strongly");
  private static final List<String> EXTENT = List.of("great-deal", "fair-amount", "not-at-all");
  private static final List<String> SATISFACTION =
      List.of("very-satisfied", "fairly-satisfied", "neither", "very-dissatisfied");
  private static final List<String> TEN =
      List.of(
          "SAFE_DAY",
          "SAFE_DARK",
          "BELONG",
          "CONFIDENCE_POLICE",
          "CONFIDENCE_PARTNERS",
          "ACTS",
          "STAY",
          "COHESION",
          "INFLUENCE",
          "SATISFIED");

  private Sheet() {}

  /** A sheet with the first so many of ten answers: about 330 bytes with six of them. */
  static String body(String ballot, int answers, Random random) {
    var given =
        answers(random).entrySet().stream()
            .limit(answers)
            .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
            .collect(Collectors.joining(","));
    return "{\"ballot\":"
        + quoted(ballot)
        + ",\"wave\":"
        + quoted(WAVE)
        + ",\"language\":\"en\",\"mode\":\"app\","
        + "\"strata\":{\"ageBand\":\"35-49\",\"sex\":\"female\"},\"answers\":{"
        + given
        + "}}";
  }

  /** Ten answers, as they are stored. */
  static Map<String, String> answers(Random random) {
    var answers = new LinkedHashMap<String, String>();
    for (var question : TEN) {
      var options =
          switch (question) {
            case "SAFE_DAY", "SAFE_DARK" -> SAFETY;
            case "BELONG" -> BELONGING;
            case "ACTS" -> EXTENT;
            case "COHESION", "INFLUENCE" -> List.of("definitely-agree", "tend-to-agree");
            case "SATISFIED" -> SATISFACTION;
            default -> AGREEMENT;
          };
      answers.put(question, options.get(random.nextInt(options.size())));
    }
    return answers;
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
