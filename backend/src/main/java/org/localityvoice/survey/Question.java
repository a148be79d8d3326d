package org.localityvoice.survey;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question: one choice, or a grid of rows that share their choices. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Question.Single.class, name = "single"),
  @JsonSubTypes.Type(value = Question.Grid.class, name = "grid")
})
public sealed interface Question {
  String id();

  /** The wording by language. */
  Map<String, String> text();

  List<Questionnaire.Option> options();

  /** When it is asked; null where always. */
  @Nullable AskIf askIf();

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
      List<Questionnaire.Option> options,
      @Nullable AskIf askIf,
      @Nullable Measure measure)
      implements Question {
    public Single {
      text = Map.copyOf(text);
      options = List.copyOf(options);
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
      List<Questionnaire.Option> options,
      @Nullable AskIf askIf,
      List<Row> rows)
      implements Question {
    public Grid {
      text = Map.copyOf(text);
      options = List.copyOf(options);
      rows = List.copyOf(rows);
    }
  }
}
