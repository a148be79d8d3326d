package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.localityvoice.locality.CategoryQuestion.AskIf;
import org.localityvoice.locality.CategoryQuestion.Option;

/** Random answers to random questions. */
class AnswerCheckPropertiesTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<QuestionType> TYPES = List.of(QuestionType.values());
  private static final Text LABEL = new Text(Map.of("en", "?"));
  private static final Category SAMPLE = SampleArea.area().reporting().categories().get(0);
  private static final List<String> ODD_WORDS =
      List.of(
          "",
          " ",
          "a",
          "b",
          "c",
          "q0",
          "12",
          "-3.5",
          "1e999999999",
          "1e-400",
          "NaN",
          "+5",
          "0x1F",
          "9".repeat(3000),
          "2026-11-23T10:00:00Z",
          "2026-11-23T10:00:00.123456789+01:00",
          "-999999999-01-01T00:00:00+18:00",
          "2026-11-23",
          "\u0000\u000b",
          "\uD800",
          "x".repeat(700),
          "a\r\nb",
          "\uFEFFa",
          "\u2003a\u2003");

  private static Category category(List<CategoryQuestion> questions) {
    return new Category(
        "any",
        LABEL,
        LABEL,
        SAMPLE.group(),
        List.of(),
        false,
        Anonymity.ALLOWED,
        Moderation.BEFORE_PUBLICATION,
        Moderation.BEFORE_PUBLICATION,
        0,
        Priority.NORMAL,
        Similar.USUAL,
        List.of(),
        questions,
        SAMPLE.routing(),
        SAMPLE.promises(),
        Escalation.USUAL);
  }

  private static Category category(Random random) {
    var questions = new ArrayList<CategoryQuestion>();
    var count = random.nextInt(6);
    for (var i = 0; i < count; i++) {
      var type = TYPES.get(random.nextInt(TYPES.size()));
      var options =
          type.choice()
              ? List.of(new Option("a", LABEL), new Option("b", LABEL), new Option("c", LABEL))
              : List.<Option>of();
      questions.add(
          new CategoryQuestion(
              "q" + i,
              type,
              LABEL,
              type != QuestionType.NOTICE && random.nextBoolean(),
              random.nextBoolean(),
              options,
              i > 0 && random.nextBoolean()
                  ? new AskIf("q" + random.nextInt(i), List.of("a", "b"))
                  : null,
              random.nextBoolean() ? -5.0 : null,
              random.nextBoolean() ? 20.0 : null,
              random.nextBoolean() ? 1 + random.nextInt(50) : null));
    }
    return category(questions);
  }

  /** Often what the question wants, so that there is something to accept. */
  private static JsonNode answer(Random random, CategoryQuestion question) {
    if (random.nextInt(4) == 0) {
      return anything(random, 2);
    }
    return switch (question.type()) {
      case TEXT -> NODES.textNode(word(random));
      case NUMBER -> NODES.numberNode(random.nextInt(40) - 10);
      case DATE_TIME ->
          NODES.textNode("2026-0%d-01T10:00:00+01:00".formatted(1 + random.nextInt(9)));
      case SINGLE -> NODES.textNode("abcd".charAt(random.nextInt(4)) + "");
      case MULTIPLE -> NODES.arrayNode().add("abcd".charAt(random.nextInt(4)) + "").add("a");
      case NOTICE -> NODES.nullNode();
    };
  }

  private static JsonNode anything(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 8)) {
      case 0 -> NODES.nullNode();
      case 1 -> MissingNode.getInstance();
      case 2 -> NODES.booleanNode(random.nextBoolean());
      case 3 -> NODES.numberNode(random.nextGaussian() * 10);
      case 4 -> NODES.numberNode(List.of(Double.NaN, -0.0, 1e308).get(random.nextInt(3)));
      case 5 -> NODES.numberNode(new BigDecimal("1e" + random.nextInt()));
      case 6, 7 -> NODES.textNode(word(random));
      case 8 -> NODES.arrayNode().add(anything(random, depth - 1));
      default -> NODES.objectNode().set("a", anything(random, depth - 1));
    };
  }

  private static String word(Random random) {
    return ODD_WORDS.get(random.nextInt(ODD_WORDS.size()));
  }

  private static Map<String, JsonNode> answers(Random random, Category category) {
    var answers = new LinkedHashMap<String, JsonNode>();
    for (var question : category.questions()) {
      if (random.nextInt(5) > 0) {
        answers.put(question.id(), answer(random, question));
      }
    }
    if (random.nextInt(10) == 0) {
      answers.put(word(random), anything(random, 2));
    }
    return answers;
  }

  @Property(tries = 4000, shrinking = ShrinkingMode.OFF)
  void nothing_that_can_be_sent_throws_and_every_fault_names_an_answer_or_a_question(
      @ForAll long seed) {
    var random = new Random(seed);
    var category = category(random);
    var answers = answers(random, category);
    var faults = AnswerCheck.faults(category, answers, "/answers");
    assertThat(AnswerCheck.normalised(category, answers)).isNotNull();
    assertThat(faults).allSatisfy(fault -> assertThat(fault.place()).startsWith("/answers/"));
  }

  @Property(tries = 4000, shrinking = ShrinkingMode.OFF)
  void no_text_that_can_be_sent_throws(@ForAll long seed) {
    var random = new Random(seed);
    var category = category(random);
    var answers = new LinkedHashMap<String, List<String>>();
    category
        .questions()
        .forEach(question -> answers.put(question.id(), List.of(word(random), word(random))));
    answers.put(word(random), List.of());
    var typed = AnswerCheck.fromText(category, answers);
    assertThat(AnswerCheck.faults(category, typed, "")).isNotNull();
  }

  @Property(tries = 4000, shrinking = ShrinkingMode.OFF)
  void accepted_answers_stay_accepted_and_the_same_once_they_are_normalised(@ForAll long seed) {
    var random = new Random(seed);
    var category = category(random);
    var answers = answers(random, category);
    Assume.that(AnswerCheck.faults(category, answers, "").isEmpty());
    var stored = AnswerCheck.normalised(category, answers);
    var again = AnswerCheck.fromText(category, stored);
    assertThat(AnswerCheck.faults(category, again, "")).isEmpty();
    assertThat(AnswerCheck.normalised(category, again)).isEqualTo(stored);
  }

  @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
  void an_answer_is_stored_only_when_its_question_was_asked(@ForAll long seed) {
    var random = new Random(seed);
    var category = category(random);
    var stored = AnswerCheck.normalised(category, answers(random, category));
    for (var id : stored.keySet()) {
      var condition = category.question(id).orElseThrow().askIf();
      if (condition != null) {
        assertThat(stored.getOrDefault(condition.question(), List.of()))
            .containsAnyElementsOf(condition.answers());
      }
    }
  }
}
