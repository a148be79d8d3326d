package org.localityvoice.report.open311;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.CategoryQuestion;
import org.localityvoice.locality.QuestionType;

/**
 * What is asked with a request of a service: the category's stop notices to read, its questions,
 * and what the client's system fills in by itself.
 */
final class Definitions {
  static final String FIXMYSTREET_ID = "fixmystreet_id";

  /** In the order published; a client sends its own number only if it is told to. */
  static final List<String> AUTOMATED =
      List.of(FIXMYSTREET_ID, "easting", "northing", "closest_address");

  private static final String SERVER_SET = "server_set";
  private static final String STRING = "string";

  private final List<Rows.Attribute> attributes = new ArrayList<>();
  private final String language;

  private Definitions(String language) {
    this.language = language;
  }

  static Rows.Definition of(Category category, String language) {
    var definition = new Definitions(language);
    category
        .stops()
        .forEach(
            stop ->
                definition.notice(
                    "stop-" + stop.id(),
                    stop.question().in(language) + " " + stop.notice().in(language)));
    category.questions().forEach(definition::question);
    AUTOMATED.forEach(definition::automated);
    return new Rows.Definition(category.id(), List.copyOf(definition.attributes));
  }

  private void notice(String code, String text) {
    attributes.add(attribute(false, code, STRING, false, text, Optional.empty(), List.of()));
  }

  private void question(CategoryQuestion question) {
    var label = question.label().in(language);
    if (question.type() == QuestionType.NOTICE) {
      notice(question.id(), label);
      return;
    }
    var values =
        question.options().stream()
            .map(option -> new Rows.Value(option.id(), option.label().in(language)))
            .toList();
    // There is no way to say that something is asked only after another answer.
    var required = question.required() && question.askIf() == null;
    attributes.add(
        attribute(
            true,
            question.id(),
            datatype(question.type()),
            required,
            label,
            Optional.empty(),
            values));
  }

  private void automated(String code) {
    attributes.add(attribute(true, code, STRING, false, code, Optional.of(SERVER_SET), List.of()));
  }

  private Rows.Attribute attribute(
      boolean variable,
      String code,
      String datatype,
      boolean required,
      String description,
      Optional<String> automated,
      List<Rows.Value> values) {
    return new Rows.Attribute(
        variable,
        code,
        datatype,
        required,
        Optional.empty(),
        attributes.size() + 1,
        description,
        automated,
        Optional.of(values).filter(some -> !some.isEmpty()));
  }

  private static String datatype(QuestionType type) {
    return switch (type) {
      case TEXT -> "text";
      case NUMBER -> "number";
      case DATE_TIME -> "datetime";
      case SINGLE -> "singlevaluelist";
      case MULTIPLE -> "multivaluelist";
      case NOTICE -> STRING;
    };
  }
}
