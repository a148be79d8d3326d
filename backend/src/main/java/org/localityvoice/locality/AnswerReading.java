package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.localityvoice.locality.CategoryQuestion.Option;
import org.localityvoice.problem.Violation;

/**
 * What one answer comes to.
 *
 * @param values as they are stored
 * @param faults why it cannot be stored
 */
record AnswerReading(List<String> values, List<Violation> faults) {
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;
  private static final int MOST_DIGITS = 12;
  static final int LONGEST_NUMBER = 40;

  static AnswerReading of(CategoryQuestion question, JsonNode answer, String place) {
    return switch (question.type()) {
      case TEXT -> text(question, answer, place);
      case NUMBER -> number(question, answer, place);
      case DATE_TIME -> dateTime(answer, place);
      case SINGLE -> single(question, answer, place);
      case MULTIPLE -> multiple(question, answer, place);
      case NOTICE -> faulty(Violation.at(place, "nothing-to-answer"));
    };
  }

  /** Whether an answer says nothing. */
  static boolean empty(JsonNode answer) {
    return answer.isNull()
        || answer.isMissingNode()
        || (answer.isContainerNode() && answer.isEmpty())
        || (answer.isTextual() && PlainText.of(answer.asText()).isEmpty());
  }

  private static AnswerReading text(CategoryQuestion question, JsonNode answer, String place) {
    if (!answer.isTextual()) {
      return faulty(Violation.at(place, "type", "string"));
    }
    var text = PlainText.of(answer.asText());
    return text.codePointCount(0, text.length()) > question.longest()
        ? faulty(Violation.at(place, "maxLength", question.longest()))
        : good(text);
  }

  private static AnswerReading number(CategoryQuestion question, JsonNode answer, String place) {
    if (!answer.isNumber() || answer.asText().length() > LONGEST_NUMBER) {
      return faulty(Violation.at(place, "type", "number"));
    }
    BigDecimal number;
    try {
      number = new BigDecimal(answer.asText()).stripTrailingZeros();
    } catch (NumberFormatException e) {
      return faulty(Violation.at(place, "type", "number"));
    }
    // So that writing it out cannot fill the memory.
    if ((long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
      return faulty(Violation.at(place, "format", "number"));
    }
    var min = question.min();
    if (min != null && number.compareTo(BigDecimal.valueOf(min)) < 0) {
      return faulty(Violation.at(place, "minimum", min));
    }
    var max = question.max();
    if (max != null && number.compareTo(BigDecimal.valueOf(max)) > 0) {
      return faulty(Violation.at(place, "maximum", max));
    }
    return good(number.toPlainString());
  }

  private static AnswerReading dateTime(JsonNode answer, String place) {
    try {
      var time =
          OffsetDateTime.parse(answer.asText().strip()).withOffsetSameInstant(ZoneOffset.UTC);
      if (time.getYear() >= EARLIEST_YEAR && time.getYear() <= LATEST_YEAR) {
        return good(time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
      }
    } catch (DateTimeException e) {
      // Said below, as for years that cannot be meant.
    }
    return faulty(Violation.at(place, "format", "date-time"));
  }

  private static AnswerReading single(CategoryQuestion question, JsonNode answer, String place) {
    if (!answer.isTextual()) {
      return faulty(Violation.at(place, "option-wanted"));
    }
    var option = answer.asText().strip();
    return question.offers(option) ? good(option) : faulty(Violation.at(place, "unknown-option"));
  }

  private static AnswerReading multiple(CategoryQuestion question, JsonNode answer, String place) {
    if (!answer.isArray()) {
      return faulty(Violation.at(place, "options-wanted"));
    }
    var chosen = new LinkedHashSet<String>();
    var faults = new ArrayList<Violation>();
    for (var i = 0; i < answer.size(); i++) {
      var option = answer.path(i).isTextual() ? answer.path(i).asText().strip() : "";
      if (question.offers(option)) {
        chosen.add(option);
      } else {
        faults.add(Violation.at(place + "/" + i, "unknown-option"));
      }
    }
    var ordered = question.options().stream().map(Option::id).filter(chosen::contains).toList();
    return new AnswerReading(ordered, List.copyOf(faults));
  }

  private static AnswerReading good(String value) {
    return new AnswerReading(List.of(value), List.of());
  }

  private static AnswerReading faulty(Violation fault) {
    return new AnswerReading(List.of(), List.of(fault));
  }
}
