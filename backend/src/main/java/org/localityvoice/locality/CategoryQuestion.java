package org.localityvoice.locality;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question that is asked with a report.
 *
 * @param required whether it must be answered when it is asked
 * @param restricted whether the answer is for staff only
 * @param options to choose from; empty unless the type is a choice
 * @param askIf when it is asked; absent where always
 * @param min the least number; absent where there is none
 * @param max the greatest number
 * @param maxLength the most characters of a text
 */
public record CategoryQuestion(
    String id,
    QuestionType type,
    Text label,
    boolean required,
    boolean restricted,
    List<Option> options,
    @Nullable AskIf askIf,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable Integer maxLength) {

  /** The most characters of a text where the question says nothing. */
  public static final int USUAL_LENGTH = 500;

  public CategoryQuestion {
    options = List.copyOf(options);
  }

  /** An answer to choose. */
  public record Option(String id, Text label) {}

  /** Asked only if an earlier question was answered with at least one of these options. */
  public record AskIf(String question, List<String> answers) {
    public AskIf {
      answers = List.copyOf(answers);
    }
  }

  /** The most characters of a text. */
  int longest() {
    return maxLength == null ? USUAL_LENGTH : maxLength;
  }

  /** Whether one can choose this. */
  boolean offers(String option) {
    return options.stream().anyMatch(offered -> offered.id().equals(option));
  }

  Stream<Text> texts() {
    return Stream.concat(Stream.of(label), options.stream().map(Option::label));
  }
}
