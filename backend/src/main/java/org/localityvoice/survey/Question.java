package org.localityvoice.survey;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.localityvoice.survey.Questionnaire.Option;

/**
 * A question, as it is written down and stored. What may be done with one is in {@link Choices},
 * {@link Conditions} and {@link AnswerReading}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Question.Single.class, name = "single"),
  @JsonSubTypes.Type(value = Question.Multiple.class, name = "multiple"),
  @JsonSubTypes.Type(value = Question.Scale.class, name = "scale"),
  @JsonSubTypes.Type(value = Question.Grid.class, name = "grid"),
  @JsonSubTypes.Type(value = Question.Quantity.class, name = "number"),
  @JsonSubTypes.Type(value = Question.Day.class, name = "date"),
  @JsonSubTypes.Type(value = Question.ShortText.class, name = "text")
})
public sealed interface Question {
  String id();

  /** The wording by language. */
  Map<String, String> text();

  @Nullable Wording wording();

  /** When it is asked, as an expression; null where always. */
  @Nullable String showIf();

  /** When it must be answered if it is asked, as an expression; null where never. */
  @Nullable String requiredIf();

  /** When it is asked, in the form that came before {@code showIf}; both must hold. */
  default @Nullable AskIf askIf() {
    return null;
  }

  /** Asked only if that earlier single question was answered with one of these options. */
  record AskIf(String question, List<String> answers) {
    public AskIf {
      answers = List.copyOf(answers);
    }
  }

  /** Where a wording comes from. */
  record Wording(String kind, @Nullable String credit) {}

  /** One choice out of several. */
  record Single(
      String id,
      Map<String, String> text,
      @Nullable Wording wording,
      List<Option> options,
      @Nullable AskIf askIf,
      @Nullable Measure measure,
      @Nullable String showIf,
      @Nullable String requiredIf)
      implements Question {
    public Single {
      text = Map.copyOf(text);
      options = List.copyOf(options);
    }
  }

  /**
   * Any number of choices. Each option is counted by itself, as chosen or not; one that is outside
   * the base can only be chosen alone.
   *
   * @param fewest null where one will do
   * @param most null where all may be chosen
   * @param measures the figures of single options; their positive answer is {@code yes}
   */
  record Multiple(
      String id,
      Map<String, String> text,
      @Nullable Wording wording,
      List<Option> options,
      @Nullable Integer fewest,
      @Nullable Integer most,
      List<OptionMeasure> measures,
      @Nullable String showIf,
      @Nullable String requiredIf)
      implements Question {
    public Multiple {
      text = Map.copyOf(text);
      options = List.copyOf(options);
      measures = List.copyOf(Objects.requireNonNullElse(measures, List.of()));
    }
  }

  /** The figure of an option of a question that takes several. */
  record OptionMeasure(String option, Measure measure) {}

  /**
   * A point between two ends, in whole steps.
   *
   * @param lowest what the lowest point means
   * @param highest what the highest point means
   * @param others answers beside the scale, such as "don't know"; all outside the base
   */
  record Scale(
      String id,
      Map<String, String> text,
      @Nullable Wording wording,
      int from,
      int to,
      Map<String, String> lowest,
      Map<String, String> highest,
      List<Option> others,
      @Nullable Measure measure,
      @Nullable String showIf,
      @Nullable String requiredIf)
      implements Question {
    public Scale {
      text = Map.copyOf(text);
      lowest = Map.copyOf(lowest);
      highest = Map.copyOf(highest);
      others = List.copyOf(Objects.requireNonNullElse(others, List.of()));
    }
  }

  /** A row of a grid. */
  record Row(
      String id, Map<String, String> label, @Nullable Wording wording, @Nullable Measure measure) {
    public Row {
      label = Map.copyOf(label);
    }
  }

  /** The same choices for several rows. */
  record Grid(
      String id,
      Map<String, String> text,
      @Nullable Wording wording,
      List<Option> options,
      @Nullable AskIf askIf,
      List<Row> rows,
      @Nullable String showIf,
      @Nullable String requiredIf)
      implements Question {
    public Grid {
      text = Map.copyOf(text);
      options = List.copyOf(options);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A band that numbers or dates are counted in. It reaches to where the next one begins, the last
   * to the greatest answer.
   *
   * @param from its first number, or its first date as ISO 8601 text
   */
  record Band(String id, Map<String, String> label, String from) {
    public Band {
      label = Map.copyOf(label);
    }
  }

  /**
   * A number. With bands only the band is kept and counted; without, the number is kept apart and
   * not counted.
   *
   * @param decimals digits behind the point, 0 to 3
   * @param bands in ascending order, the first from {@code least}; empty where there are none
   */
  record Quantity(
      String id,
      Map<String, String> text,
      @Nullable Wording wording,
      double least,
      double most,
      int decimals,
      List<Band> bands,
      @Nullable Measure measure,
      @Nullable String showIf,
      @Nullable String requiredIf)
      implements Question {
    public Quantity {
      text = Map.copyOf(text);
      bands = List.copyOf(Objects.requireNonNullElse(bands, List.of()));
    }
  }

  /**
   * A date, kept and counted like a number.
   *
   * @param earliest ISO 8601
   * @param latest ISO 8601
   */
  record Day(
      String id,
      Map<String, String> text,
      @Nullable Wording wording,
      String earliest,
      String latest,
      List<Band> bands,
      @Nullable Measure measure,
      @Nullable String showIf,
      @Nullable String requiredIf)
      implements Question {
    public Day {
      text = Map.copyOf(text);
      bands = List.copyOf(Objects.requireNonNullElse(bands, List.of()));
    }
  }

  /**
   * A few words of one's own. Never counted, never published; see {@link WrittenAnswers}.
   *
   * @param longest in characters
   */
  record ShortText(
      String id,
      Map<String, String> text,
      @Nullable Wording wording,
      int longest,
      @Nullable String showIf,
      @Nullable String requiredIf)
      implements Question {
    public ShortText {
      text = Map.copyOf(text);
    }
  }
}
