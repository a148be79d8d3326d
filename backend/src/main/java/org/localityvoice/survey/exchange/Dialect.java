package org.localityvoice.survey.exchange;

import java.util.List;
import java.util.stream.Collectors;
import org.localityvoice.survey.expression.Expression;
import org.localityvoice.survey.expression.Literal;

/** Writes our conditions as another tool reads them. */
enum Dialect {
  /** XLSForm: XPath with {@code ${name}}. */
  XPATH,
  /** SurveyJS. */
  SURVEY_JS;

  String write(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return this == XPATH ? constant.value() + "()" : String.valueOf(constant.value());
    } else if (expression instanceof Expression.And and) {
      return joined(and.parts(), " and ");
    } else if (expression instanceof Expression.Or or) {
      return joined(or.parts(), " or ");
    } else if (expression instanceof Expression.Not not) {
      return (this == XPATH ? "not(" : "!(") + write(not.part()) + ")";
    } else if (expression instanceof Expression.Comparison comparison) {
      return name(comparison.name())
          + " "
          + comparison.operator().sign()
          + " "
          + literal(comparison.literal());
    } else if (expression instanceof Expression.OneOf oneOf) {
      return oneOf(oneOf);
    } else if (expression instanceof Expression.Answered answered) {
      return name(answered.name()) + (this == XPATH ? " != ''" : " notempty");
    } else if (expression instanceof Expression.Chosen chosen) {
      return this == XPATH
          ? "selected(" + name(chosen.name()) + ", " + chosen.option().source() + ")"
          : name(chosen.name()) + " contains " + chosen.option().source();
    } else if (expression instanceof Expression.Count count) {
      var counted =
          this == XPATH
              ? "count-selected(" + name(count.name()) + ")"
              : "{" + dotted(count.name()) + ".length}";
      return counted + " " + count.operator().sign() + " " + count.number().toPlainString();
    }
    throw new IllegalStateException("an expression of an unknown shape");
  }

  private String oneOf(Expression.OneOf oneOf) {
    if (this == SURVEY_JS) {
      return oneOf.literals().stream()
          .map(this::literal)
          .collect(Collectors.joining(", ", name(oneOf.name()) + " anyof [", "]"));
    }
    return oneOf.literals().stream()
        .map(literal -> name(oneOf.name()) + " = " + literal(literal))
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  private String joined(List<Expression> parts, String word) {
    return parts.stream()
        .map(
            part ->
                part instanceof Expression.And || part instanceof Expression.Or
                    ? "(" + write(part) + ")"
                    : write(part))
        .collect(Collectors.joining(word));
  }

  private String name(String name) {
    return (this == XPATH ? "${" : "{") + dotted(name) + "}";
  }

  private static String dotted(String name) {
    return name.replace('/', '.');
  }

  private String literal(Literal literal) {
    return this == XPATH
            && literal instanceof Literal.Text text
            && text.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
        ? "date(" + text.source() + ")"
        : literal.source();
  }
}
