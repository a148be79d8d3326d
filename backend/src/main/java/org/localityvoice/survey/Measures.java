package org.localityvoice.survey;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Goes through the measures of a question. */
public final class Measures {
  private Measures() {}

  /**
   * The question with other measures.
   *
   * @param change from a measure and the row or option it is of (empty for the whole question)
   */
  public static Question map(Question question, BiFunction<Measure, String, Measure> change) {
    if (question instanceof Question.Single q) {
      return new Question.Single(
          q.id(),
          q.text(),
          q.wording(),
          q.options(),
          q.askIf(),
          whole(q.measure(), change),
          q.showIf(),
          q.requiredIf());
    } else if (question instanceof Question.Scale q) {
      return new Question.Scale(
          q.id(),
          q.text(),
          q.wording(),
          q.from(),
          q.to(),
          q.lowest(),
          q.highest(),
          q.others(),
          whole(q.measure(), change),
          q.showIf(),
          q.requiredIf());
    } else if (question instanceof Question.Grid q) {
      var rows =
          q.rows().stream()
              .map(
                  row ->
                      new Question.Row(
                          row.id(),
                          row.label(),
                          row.wording(),
                          row.measure() == null ? null : change.apply(row.measure(), row.id())))
              .toList();
      return new Question.Grid(
          q.id(), q.text(), q.wording(), q.options(), q.askIf(), rows, q.showIf(), q.requiredIf());
    } else if (question instanceof Question.Multiple q) {
      var measures =
          q.measures().stream()
              .map(
                  one ->
                      new Question.OptionMeasure(
                          one.option(), change.apply(one.measure(), one.option())))
              .toList();
      return new Question.Multiple(
          q.id(),
          q.text(),
          q.wording(),
          q.options(),
          q.fewest(),
          q.most(),
          measures,
          q.showIf(),
          q.requiredIf());
    } else if (question instanceof Question.Quantity q) {
      return new Question.Quantity(
          q.id(),
          q.text(),
          q.wording(),
          q.least(),
          q.most(),
          q.decimals(),
          q.bands(),
          whole(q.measure(), change),
          q.showIf(),
          q.requiredIf());
    } else if (question instanceof Question.Day q) {
      return new Question.Day(
          q.id(),
          q.text(),
          q.wording(),
          q.earliest(),
          q.latest(),
          q.bands(),
          whole(q.measure(), change),
          q.showIf(),
          q.requiredIf());
    }
    return question;
  }

  private static @Nullable Measure whole(
      @Nullable Measure measure, BiFunction<Measure, String, Measure> change) {
    return measure == null ? null : change.apply(measure, "");
  }
}
