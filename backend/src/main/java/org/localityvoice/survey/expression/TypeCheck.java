package org.localityvoice.survey.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether every name is known and used as its type allows. */
final class TypeCheck {
  private final String source;
  private final Map<String, Kind> known;
  private final List<ExpressionFault> faults = new ArrayList<>();

  private TypeCheck(String source, Map<String, Kind> known) {
    this.source = source;
    this.known = known;
  }

  static List<ExpressionFault> faults(
      String source, Expression expression, Map<String, Kind> known) {
    var check = new TypeCheck(source, known);
    check.check(expression);
    return List.copyOf(check.faults);
  }

  private void check(Expression expression) {
    if (expression instanceof Expression.And and) {
      and.parts().forEach(this::check);
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(this::check);
    } else if (expression instanceof Expression.Not not) {
      check(not.part());
    } else if (expression instanceof Expression.Comparison comparison) {
      literal(comparison.name(), comparison.literal(), comparison.operator().ordering());
    } else if (expression instanceof Expression.OneOf oneOf) {
      oneOf.literals().forEach(literal -> literal(oneOf.name(), literal, false));
    } else if (expression instanceof Expression.Answered answered) {
      known(answered.name());
    } else if (expression instanceof Expression.Chosen chosen) {
      if (choices(chosen.name()) instanceof Kind.Choices choices) {
        option(chosen.name(), choices.options(), chosen.option().text());
      }
    } else if (expression instanceof Expression.Count count) {
      choices(count.name());
      if (count.number().remainder(BigDecimal.ONE).signum() != 0) {
        fault(count.name(), "wrong-type");
      }
    }
  }

  private void literal(String name, Literal literal, boolean ordering) {
    if (!known(name)) {
      return;
    }
    var kind = known.get(name);
    if (literal instanceof Literal.Text text) {
      if (kind instanceof Kind.Choice choice && !ordering) {
        option(name, choice.options(), text.text());
      } else if (kind instanceof Kind.Scale scale && !ordering) {
        option(name, scale.others(), text.text());
      } else if (kind instanceof Kind.Day) {
        date(name, text.text());
      } else {
        fault(name, "wrong-type");
      }
    } else if (!(kind instanceof Kind.Amount || kind instanceof Kind.Scale)) {
      fault(name, "wrong-type");
    }
  }

  private Kind choices(String name) {
    if (known(name)) {
      var kind = known.getOrDefault(name, new Kind.Closed());
      if (kind instanceof Kind.Choices) {
        return kind;
      }
      fault(name, "wrong-type");
    }
    return new Kind.Closed();
  }

  private boolean known(String name) {
    if (!known.containsKey(name)) {
      fault(name, "unknown-name");
      return false;
    }
    return true;
  }

  private void option(String name, Set<String> options, String option) {
    if (!options.contains(option)) {
      var at = Math.max(0, source.indexOf("'" + option + "'")) + 1;
      faults.add(ExpressionFault.of(at, "unknown-option", at, name, option));
    }
  }

  private void date(String name, String text) {
    try {
      if (text.length() == 10 && LocalDate.parse(text).getYear() > 0) {
        return;
      }
    } catch (DateTimeException e) {
      // Told below, like a date of the wrong length.
    }
    var at = Math.max(0, source.indexOf("'" + text + "'")) + 1;
    faults.add(ExpressionFault.of(at, "not-a-date", at, name, text));
  }

  private void fault(String name, String code) {
    var at = Math.max(0, source.indexOf("{" + name + "}")) + 1;
    faults.add(ExpressionFault.of(at, code, at, name));
  }
}
