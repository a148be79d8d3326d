package org.localityvoice.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Question.Band;

/** Whether the bounds of a question leave something to answer, and its bands divide it. Pure. */
final class Bounds {
  private static final int MOST_STEPS = 20;

  private Bounds() {}

  static List<Violation> of(String place, Question.Multiple question) {
    var options = question.options().stream().filter(option -> !option.outsideBase()).count();
    var fewest = question.fewest() == null ? 1 : question.fewest();
    var faults = new ArrayList<Violation>();
    if (fewest > options) {
      faults.add(Violation.at(place + "/fewest", "form-too-many"));
    }
    if (question.most() != null && (question.most() < fewest || question.most() > options)) {
      faults.add(Violation.at(place + "/most", "form-order"));
    }
    return faults;
  }

  static List<Violation> of(String place, Question.Scale question) {
    var faults = new ArrayList<Violation>();
    var steps = question.to() - question.from();
    if (steps < 1 || steps > MOST_STEPS) {
      faults.add(Violation.at(place + "/to", "form-scale", MOST_STEPS));
    }
    for (var i = 0; i < question.others().size(); i++) {
      var other = question.others().get(i);
      if (!other.outsideBase()) {
        faults.add(Violation.at(place + "/others/" + i + "/outsideBase", "form-outside"));
      }
      if (other.id().matches("[0-9]+")) {
        faults.add(Violation.at(place + "/others/" + i + "/id", "form-like-a-point"));
      }
    }
    return faults;
  }

  static List<Violation> of(String place, Question.Quantity question) {
    var least = BigDecimal.valueOf(question.least());
    var most = BigDecimal.valueOf(question.most());
    if (least.compareTo(most) > 0) {
      return List.of(Violation.at(place + "/most", "form-order"));
    }
    return bands(place, question.bands(), Bounds::number, least, most);
  }

  static List<Violation> of(String place, Question.Day question) {
    var faults = new ArrayList<Violation>();
    if (!AnswerReading.isDate(question.earliest())) {
      faults.add(Violation.at(place + "/earliest", "form-date"));
    }
    if (!AnswerReading.isDate(question.latest())) {
      faults.add(Violation.at(place + "/latest", "form-date"));
    } else if (question.latest().compareTo(question.earliest()) < 0) {
      faults.add(Violation.at(place + "/latest", "form-order"));
    }
    return faults.isEmpty()
        ? bands(place, question.bands(), Bounds::date, question.earliest(), question.latest())
        : faults;
  }

  private static BigDecimal number(String text) {
    if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,3})?")) {
      throw new IllegalArgumentException("form-number");
    }
    return new BigDecimal(text);
  }

  private static String date(String text) {
    if (!AnswerReading.isDate(text)) {
      throw new IllegalArgumentException("form-date");
    }
    return text;
  }

  private static <T extends Comparable<T>> List<Violation> bands(
      String place, List<Band> bands, Function<String, T> read, T least, T most) {
    var faults = new ArrayList<Violation>();
    T before = least;
    for (var i = 0; i < bands.size(); i++) {
      var at = place + "/bands/" + i + "/from";
      T from;
      try {
        from = read.apply(bands.get(i).from());
      } catch (IllegalArgumentException e) {
        faults.add(Violation.at(at, String.valueOf(e.getMessage())));
        continue;
      }
      if (i == 0 && from.compareTo(least) != 0) {
        faults.add(Violation.at(at, "form-first-band"));
      } else if (i > 0 && from.compareTo(before) <= 0) {
        faults.add(Violation.at(at, "form-order"));
      } else if (from.compareTo(most) > 0) {
        faults.add(Violation.at(at, "form-within"));
      }
      before = from;
    }
    return faults;
  }
}
