package org.localityvoice.survey;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.localityvoice.locality.PlainText;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Questionnaire.Option;
import org.localityvoice.survey.expression.Value;

/**
 * Reads the answers to single questions: what is wrong with them, what conditions see of them, and
 * how they are stored.
 *
 * @param faults with their places
 * @param values what conditions see, by name
 * @param counted option by item, to be counted in cells
 * @param written what is no option, by question; kept and never counted
 */
record AnswerReading(
    List<Violation> faults,
    Map<String, Value> values,
    Map<String, String> counted,
    Map<String, String> written) {

  static AnswerReading none() {
    return new AnswerReading(new ArrayList<>(), new HashMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** Adds an answer to a question, as it was sent; {@code place} is where it stood. */
  void add(Question question, Object answer, String place) {
    if (question instanceof Question.Grid grid) {
      rows(grid, answer, place);
    } else if (question instanceof Question.Multiple multiple) {
      several(multiple, answer, place);
    } else if (question instanceof Question.Quantity quantity) {
      quantity(quantity, answer, place);
    } else if (question instanceof Question.Day day) {
      day(day, answer, place);
    } else if (question instanceof Question.ShortText text) {
      text(text, answer, place);
    } else {
      choice(question, question.id(), answer, place);
    }
  }

  private void fault(String place, String code, Object... arguments) {
    faults.add(Violation.at(place, code, arguments));
  }

  private void choice(Question question, String item, Object answer, String place) {
    if (!(answer instanceof String option)) {
      fault(place, "option-wanted");
    } else if (Choices.shown(question).stream().noneMatch(one -> one.id().equals(option))) {
      fault(place, "unknown-option");
    } else {
      counted.put(item, option);
      var isPoint =
          question instanceof Question.Scale scale
              && scale.others().stream().noneMatch(one -> one.id().equals(option));
      values.put(item, isPoint ? new Value.Amount(new BigDecimal(option)) : new Value.Text(option));
    }
  }

  private void rows(Question.Grid grid, Object answer, String place) {
    if (!(answer instanceof Map<?, ?> rows)) {
      fault(place, "grid-wanted");
      return;
    }
    if (rows.isEmpty()) {
      fault(place, "minProperties", 1);
    }
    rows.forEach(
        (name, option) -> {
          var row = String.valueOf(name);
          var at = place + Violation.step(row);
          if (grid.rows().stream().noneMatch(known -> known.id().equals(row))) {
            fault(at, "unknown-row");
          } else {
            choice(grid, grid.id() + "/" + row, String.valueOf(option), at);
            values.put(grid.id(), new Value.Something());
          }
        });
  }

  private void several(Question.Multiple question, Object answer, String place) {
    if (!(answer instanceof List<?> ticked)) {
      fault(place, "options-wanted");
      return;
    }
    var before = faults.size();
    var known = Conditions.ids(question.options());
    var seen = new HashSet<String>();
    for (var i = 0; i < ticked.size(); i++) {
      var option = String.valueOf(ticked.get(i));
      if (!known.contains(option)) {
        fault(place + "/" + i, "unknown-option");
      } else if (!seen.add(option)) {
        fault(place + "/" + i, "option-twice");
      }
    }
    var alone =
        question.options().stream()
            .filter(option -> option.outsideBase() && seen.contains(option.id()))
            .map(Option::id)
            .findFirst();
    var fewest = question.fewest() == null || alone.isPresent() ? 1 : question.fewest();
    if (ticked.size() < fewest) {
      fault(place, "minItems", fewest);
    } else if (question.most() != null && ticked.size() > question.most()) {
      fault(place, "maxItems", question.most());
    } else if (alone.isPresent() && ticked.size() > 1) {
      fault(place, "only-by-itself", alone.get());
    }
    if (faults.size() == before) {
      values.put(question.id(), new Value.Chosen(seen));
      question.options().stream()
          .filter(option -> !option.outsideBase())
          .forEach(
              option ->
                  counted.put(
                      question.id() + "/" + option.id(),
                      alone.orElse(seen.contains(option.id()) ? Choices.YES : Choices.NO)));
    }
  }

  private void quantity(Question.Quantity question, Object answer, String place) {
    if (!(answer instanceof Number sent)) {
      fault(place, "number-wanted");
      return;
    }
    var number = new BigDecimal(sent.toString());
    var least = BigDecimal.valueOf(question.least());
    var most = BigDecimal.valueOf(question.most());
    if (number.compareTo(least) < 0) {
      fault(place, "minimum", plain(least));
    } else if (number.compareTo(most) > 0) {
      fault(place, "maximum", plain(most));
    } else if (number.stripTrailingZeros().scale() > question.decimals()) {
      fault(place, "too-many-decimals", question.decimals());
    } else {
      values.put(question.id(), new Value.Amount(number));
      keep(
          question.id(),
          question.bands(),
          plain(number),
          from -> new BigDecimal(from).compareTo(number) <= 0);
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private void day(Question.Day question, Object answer, String place) {
    if (!(answer instanceof String day) || !isDate(day)) {
      fault(place, "date-wanted");
    } else if (day.compareTo(question.earliest()) < 0) {
      fault(place, "minimum", question.earliest());
    } else if (day.compareTo(question.latest()) > 0) {
      fault(place, "maximum", question.latest());
    } else {
      values.put(question.id(), new Value.Text(day));
      keep(question.id(), question.bands(), day, from -> from.compareTo(day) <= 0);
    }
  }

  /** Whether a text is a date from 0001-01-01 to 9999-12-31, of which text and date sort alike. */
  static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Under its band, where there are bands; otherwise as it is. */
  private void keep(String id, List<Question.Band> bands, String exact, Predicate<String> begun) {
    var band = bands.stream().filter(one -> begun.test(one.from())).reduce((one, later) -> later);
    if (band.isPresent()) {
      counted.put(id, band.get().id());
    } else {
      written.put(id, exact);
    }
  }

  private void text(Question.ShortText question, Object answer, String place) {
    if (!(answer instanceof String sent)) {
      fault(place, "text-wanted");
      return;
    }
    var text = PlainText.of(sent);
    if (text.isEmpty()) {
      fault(place, "blank");
    } else if (text.codePointCount(0, text.length()) > question.longest()) {
      fault(place, "maxLength", question.longest());
    } else {
      values.put(question.id(), new Value.Something());
      written.put(question.id(), text);
    }
  }
}
