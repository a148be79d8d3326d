package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.localityvoice.survey.expression.Expression;
import org.localityvoice.survey.expression.Expressions;
import org.localityvoice.survey.expression.Literal;

/**
 * Conditions on their way through another tool. They travel twice: as that tool reads them, and in
 * our own words in a field that it passes over. On the way back our own words hold as long as they
 * still mean what the tool's say; if somebody has edited those, the edited ones are translated.
 */
final class Carried {
  static final String SHOW_IF = "showIf";
  static final String REQUIRED_IF = "requiredIf";
  static final String ASK_IF = "askIf";
  static final String ALWAYS = "true";

  private Carried() {}

  /** When a question is asked, as the other tool reads it; empty where always. */
  static Optional<String> shown(JsonNode question, Dialect dialect) {
    var parts = new ArrayList<Expression>();
    var askIf = question.path(ASK_IF);
    if (askIf.isObject()) {
      List<Literal> answers =
          StreamSupport.stream(askIf.path("answers").spliterator(), false)
              .<Literal>map(answer -> new Literal.Text(answer.asText()))
              .toList();
      if (!answers.isEmpty()) {
        parts.add(new Expression.OneOf(askIf.path("question").asText(), answers));
      }
    }
    read(question.path(SHOW_IF)).ifPresent(parts::add);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(dialect.write(parts.size() == 1 ? parts.get(0) : new Expression.And(parts)));
  }

  /** When a question must be answered, as the other tool reads it; empty where never. */
  static Optional<String> required(JsonNode question, Dialect dialect) {
    return read(question.path(REQUIRED_IF)).map(dialect::write);
  }

  /** A draft's condition may make no sense yet; then only our own words travel. */
  private static Optional<Expression> read(JsonNode source) {
    return source.isTextual() ? Expressions.parsed(source.asText()) : Optional.empty();
  }

  /** Our own words of a question, to travel beside the tool's. */
  static ObjectNode ours(JsonNode question, String... fields) {
    var ours = JsonNodeFactory.instance.objectNode();
    for (var field : fields) {
      if (question.has(field)) {
        ours.set(field, question.get(field));
      }
    }
    return ours;
  }

  /**
   * Puts conditions into a question.
   *
   * @param theirs the tool's text by our field: {@code showIf}, {@code requiredIf}
   * @param places where each stood
   */
  static void into(
      ObjectNode question,
      JsonNode ours,
      Map<String, String> theirs,
      Map<String, String> places,
      Dialect dialect,
      Imported imported) {
    var shown = shown(ours, dialect);
    if (same(theirs.get(SHOW_IF), shown)) {
      copy(ours, question, ASK_IF, SHOW_IF);
    } else {
      translate(question, SHOW_IF, theirs, places, imported);
    }
    if (same(theirs.get(REQUIRED_IF), required(ours, dialect))) {
      copy(ours, question, REQUIRED_IF);
    } else {
      translate(question, REQUIRED_IF, theirs, places, imported);
    }
  }

  private static boolean same(@Nullable String theirs, Optional<String> ours) {
    return Optional.ofNullable(theirs).equals(ours);
  }

  /** Copies fields that are there. */
  static void copy(JsonNode from, ObjectNode to, String... fields) {
    for (var field : fields) {
      if (from.has(field)) {
        to.set(field, from.get(field));
      }
    }
  }

  private static void translate(
      ObjectNode question,
      String field,
      Map<String, String> theirs,
      Map<String, String> places,
      Imported imported) {
    var text = theirs.get(field);
    if (text == null) {
      return;
    }
    ForeignConditions.read(text, imported::ours)
        .ifPresentOrElse(
            expression -> question.put(field, expression.source()),
            () -> imported.fault(places.getOrDefault(field, ""), "exchange-condition"));
  }
}
