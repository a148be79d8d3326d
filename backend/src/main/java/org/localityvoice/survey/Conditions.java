package org.localityvoice.survey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.survey.Questionnaire.Option;
import org.localityvoice.survey.expression.Expression;
import org.localityvoice.survey.expression.Expressions;
import org.localityvoice.survey.expression.Kind;
import org.localityvoice.survey.expression.Literal;
import org.localityvoice.survey.expression.Value;

/** When a question is asked and when it must be answered; read once for each question. */
record Conditions(Expression shown, Expression required) {

  /** The conditions of a question that was checked. */
  static Conditions of(Question question) {
    var askIf = question.askIf();
    var shown = expression(question.showIf(), true);
    return new Conditions(
        askIf == null ? shown : new Expression.And(List.of(old(askIf), shown)),
        expression(question.requiredIf(), false));
  }

  private static Expression expression(@Nullable String source, boolean otherwise) {
    return source == null ? new Expression.Constant(otherwise) : Expressions.checked(source);
  }

  private static Expression old(Question.AskIf askIf) {
    return new Expression.OneOf(
        askIf.question(), askIf.answers().stream().<Literal>map(Literal.Text::new).toList());
  }

  boolean asked(Map<String, Value> values) {
    return shown.holds(values);
  }

  boolean demanded(Map<String, Value> values) {
    return required.holds(values);
  }

  /** The names that a question adds for the conditions of later ones, each with its type. */
  static Map<String, Kind> names(Question question) {
    var names = new TreeMap<String, Kind>();
    if (question instanceof Question.Single single) {
      names.put(single.id(), new Kind.Choice(ids(single.options())));
    } else if (question instanceof Question.Multiple multiple) {
      names.put(multiple.id(), new Kind.Choices(ids(multiple.options())));
    } else if (question instanceof Question.Scale scale) {
      names.put(scale.id(), new Kind.Scale(ids(scale.others())));
    } else if (question instanceof Question.Quantity) {
      names.put(question.id(), new Kind.Amount());
    } else if (question instanceof Question.Day) {
      names.put(question.id(), new Kind.Day());
    } else {
      names.put(question.id(), new Kind.Closed());
    }
    if (question instanceof Question.Grid grid) {
      grid.rows()
          .forEach(
              row -> names.put(grid.id() + "/" + row.id(), new Kind.Choice(ids(grid.options()))));
    }
    return names;
  }

  static Kind kind(Questionnaire.Stratum stratum) {
    return new Kind.Choice(ids(stratum.options()));
  }

  static Set<String> ids(List<Option> options) {
    return options.stream().map(Option::id).collect(Collectors.toUnmodifiableSet());
  }
}
