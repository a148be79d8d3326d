package org.localityvoice.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.localityvoice.survey.Question.Band;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.Questionnaire.Option;

/** What may be chosen in a question, and what is counted of it. */
final class Choices {
  /** How an option of a question that takes several is counted. */
  static final String YES = "yes";

  static final String NO = "no";

  private Choices() {}

  /** The options a person chooses from; empty for numbers, dates and text. */
  static List<Option> shown(Question question) {
    if (question instanceof Question.Single single) {
      return single.options();
    } else if (question instanceof Question.Multiple multiple) {
      return multiple.options();
    } else if (question instanceof Question.Grid grid) {
      return grid.options();
    } else if (question instanceof Question.Scale scale) {
      return Stream.concat(points(scale).stream(), scale.others().stream()).toList();
    }
    return List.of();
  }

  /** The options that answers are counted under, in one item or in each. */
  static List<Option> counted(Question question) {
    if (question instanceof Question.Quantity quantity) {
      return bands(quantity.bands());
    } else if (question instanceof Question.Day day) {
      return bands(day.bands());
    } else if (question instanceof Question.Multiple multiple) {
      var yesAndNo = new ArrayList<>(List.of(plain(YES), plain(NO)));
      multiple.options().stream().filter(Option::outsideBase).forEach(yesAndNo::add);
      return yesAndNo;
    }
    return shown(question);
  }

  /** Everything that is counted of a question. */
  static List<Item> items(Question question) {
    if (question instanceof Question.Grid grid) {
      return grid.rows().stream()
          .map(row -> item(grid.id() + "/" + row.id(), grid, row.measure()))
          .toList();
    } else if (question instanceof Question.Multiple multiple) {
      return multiple.options().stream()
          .filter(option -> !option.outsideBase())
          .map(
              option ->
                  new Item(
                      multiple.id() + "/" + option.id(),
                      counted(multiple),
                      measure(multiple, option.id()),
                      followUp(multiple)))
          .toList();
    }
    return counted(question).isEmpty()
        ? List.of()
        : List.of(item(question.id(), question, measure(question)));
  }

  private static Item item(String key, Question question, @Nullable Measure measure) {
    return new Item(key, counted(question), Optional.ofNullable(measure), followUp(question));
  }

  private static boolean followUp(Question question) {
    return question.showIf() != null || question.askIf() != null;
  }

  private static @Nullable Measure measure(Question question) {
    if (question instanceof Question.Single single) {
      return single.measure();
    } else if (question instanceof Question.Scale scale) {
      return scale.measure();
    } else if (question instanceof Question.Quantity quantity) {
      return quantity.measure();
    } else if (question instanceof Question.Day day) {
      return day.measure();
    }
    return null;
  }

  private static Optional<Measure> measure(Question.Multiple multiple, String option) {
    return multiple.measures().stream()
        .filter(one -> one.option().equals(option))
        .map(Question.OptionMeasure::measure)
        .findFirst();
  }

  private static List<Option> points(Question.Scale scale) {
    return IntStream.rangeClosed(scale.from(), scale.to())
        .mapToObj(point -> new Option(String.valueOf(point), label(scale, point), false))
        .toList();
  }

  /** A point is its number in every language, the ends with what they mean. */
  private static Map<String, String> label(Question.Scale scale, int point) {
    var label = new TreeMap<String, String>();
    scale.text().keySet().forEach(language -> label.put(language, String.valueOf(point)));
    var end =
        point == scale.from()
            ? scale.lowest()
            : point == scale.to() ? scale.highest() : Map.<String, String>of();
    end.forEach((language, meaning) -> label.put(language, point + " – " + meaning));
    return label;
  }

  private static List<Option> bands(List<Band> bands) {
    return bands.stream().map(band -> new Option(band.id(), band.label(), false)).toList();
  }

  private static Option plain(String id) {
    return new Option(id, Map.of(), false);
  }
}
