package org.localityvoice.survey.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random expressions over random answers. */
class ExpressionPropertiesTest {
  private static final List<String> NAMES = List.of("A", "B", "GRID/ROW", "ageBand");

  @Property(tries = 300)
  void what_is_written_is_read_as_the_same_unless_it_is_too_long(
      @ForAll("expressions") Expression expression) throws Malformed {
    var source = expression.source();
    if (source.length() > ExpressionParser.LONGEST) {
      assertThatThrownBy(() -> ExpressionParser.parse(source)).isInstanceOf(Malformed.class);
    } else {
      assertThat(ExpressionParser.parse(source)).isEqualTo(expression);
    }
  }

  @Property(tries = 300)
  void every_expression_is_true_or_false_for_any_answers_and_not_turns_it_round(
      @ForAll("expressions") Expression expression, @ForAll("answers") Map<String, Value> answers) {
    assertThat(new Expression.Not(expression).holds(answers))
        .isNotEqualTo(expression.holds(answers));
  }

  @Property(tries = 300)
  void unequal_is_the_opposite_of_equal_even_without_an_answer(
      @ForAll("names") String name,
      @ForAll("literals") Literal literal,
      @ForAll("answers") Map<String, Value> answers) {
    assertThat(new Expression.Comparison(name, Operator.NOT_EQUAL, literal).holds(answers))
        .isNotEqualTo(new Expression.Comparison(name, Operator.EQUAL, literal).holds(answers));
  }

  @Property(tries = 300)
  void any_text_whatever_is_read_or_refused_with_a_place_in_it(@ForAll("texts") String text) {
    var reading = Expressions.read(text, Map.of("A", new Kind.Amount()));
    assertThat(reading.expression().isPresent()).isEqualTo(reading.faults().isEmpty());
    assertThat(reading.faults()).allMatch(f -> f.position() >= 1);
    assertThat(reading.faults()).allMatch(f -> f.position() <= text.length() + 1);
  }

  @Provide
  Arbitrary<String> texts() {
    var pieces =
        Arbitraries.of(
            "{A}", "{", "'x'", "'", "1", "-", "and", "or", "not", "(", ")", "=", "!", " ");
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(1100),
        pieces.list().ofMaxSize(60).map(list -> String.join("", list)));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<Literal> literals() {
    return Arbitraries.oneOf(
        Arbitraries.of("a", "b", "2026-11-24", "ł ó").map(Literal.Text::new),
        numbers().map(Literal.Amount::new));
  }

  private static Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-999"), new BigDecimal("999"))
        .ofScale(2);
  }

  @Provide
  Arbitrary<Map<String, Value>> answers() {
    Arbitrary<Value> values =
        Arbitraries.oneOf(
            Arbitraries.of("a", "b", "2026-11-24").map(Value.Text::new),
            numbers().map(Value.Amount::new),
            Arbitraries.of("a", "b").set().map(Value.Chosen::new),
            Arbitraries.just(new Value.Something()));
    return Arbitraries.maps(names(), values);
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return Arbitraries.recursive(this::tests, ExpressionPropertiesTest::combined, 0, 4);
  }

  private Arbitrary<Expression> tests() {
    var operators = Arbitraries.of(Operator.values());
    return Arbitraries.oneOf(
        Arbitraries.of(true, false).map(Expression.Constant::new),
        names().map(Expression.Answered::new),
        Combinators.combine(names(), operators, literals()).as(Expression.Comparison::new),
        Combinators.combine(names(), literals().list().ofMinSize(1).ofMaxSize(3))
            .as(Expression.OneOf::new),
        names().map(name -> new Expression.Chosen(name, new Literal.Text("a"))),
        Combinators.combine(names(), operators, numbers()).as(Expression.Count::new));
  }

  private static Arbitrary<Expression> combined(Arbitrary<Expression> parts) {
    return Arbitraries.oneOf(
        parts.map(Expression.Not::new),
        parts.list().ofMinSize(2).ofMaxSize(3).map(Expression.And::new),
        parts.list().ofMinSize(2).ofMaxSize(3).map(Expression.Or::new));
  }
}
