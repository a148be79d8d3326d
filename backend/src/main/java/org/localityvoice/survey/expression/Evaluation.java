package org.localityvoice.survey.expression;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;

/** Works expressions out. Total: every case has an answer, and the expression's size bounds it. */
final class Evaluation {
  private Evaluation() {}

  static boolean holds(Expression expression, Map<String, Value> values) {
    if (expression instanceof Expression.Constant constant) {
      return constant.value();
    } else if (expression instanceof Expression.And and) {
      return and.parts().stream().allMatch(part -> holds(part, values));
    } else if (expression instanceof Expression.Or or) {
      return or.parts().stream().anyMatch(part -> holds(part, values));
    } else if (expression instanceof Expression.Not not) {
      return !holds(not.part(), values);
    } else if (expression instanceof Expression.Comparison comparison) {
      return compare(values, comparison.name(), comparison.operator(), comparison.literal());
    } else if (expression instanceof Expression.OneOf oneOf) {
      return oneOf.literals().stream()
          .anyMatch(literal -> compare(values, oneOf.name(), Operator.EQUAL, literal));
    } else if (expression instanceof Expression.Answered answered) {
      return values.containsKey(answered.name());
    } else if (expression instanceof Expression.Chosen chosen) {
      return values.get(chosen.name()) instanceof Value.Chosen ticked
          && ticked.options().contains(chosen.option().text());
    } else if (expression instanceof Expression.Count count) {
      var ticked =
          values.get(count.name()) instanceof Value.Chosen chosen ? chosen.options().size() : 0;
      return count.operator().holds(BigDecimal.valueOf(ticked).compareTo(count.number()));
    }
    throw new IllegalStateException("an expression of an unknown shape");
  }

  private static boolean compare(
      Map<String, Value> values, String name, Operator operator, Literal literal) {
    var value = values.get(name);
    var order = value == null ? OptionalInt.empty() : order(value, literal);
    return order.isPresent() ? operator.holds(order.getAsInt()) : operator == Operator.NOT_EQUAL;
  }

  /** Empty for what cannot be compared, such as a point of a scale with "don't know". */
  private static OptionalInt order(Value value, Literal literal) {
    if (value instanceof Value.Text text && literal instanceof Literal.Text other) {
      return OptionalInt.of(text.text().compareTo(other.text()));
    } else if (value instanceof Value.Amount amount && literal instanceof Literal.Amount other) {
      return OptionalInt.of(amount.number().compareTo(other.number()));
    }
    return OptionalInt.empty();
  }
}
