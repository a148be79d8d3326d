package org.localityvoice.locality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.localityvoice.locality.CategoryQuestion.Option;

/** What the schema cannot say of a category's questions. Pure. */
final class QuestionChecks {
  private QuestionChecks() {}

  static List<Fault> check(Category category, String at) {
    var list = at + "/questions";
    var questions = category.questions();
    var faults =
        new ArrayList<>(ReportingSection.twice(list, "/id", questions, CategoryQuestion::id));
    var earlier = new HashMap<String, CategoryQuestion>();
    for (var i = 0; i < questions.size(); i++) {
      var question = questions.get(i);
      var place = list + "/" + i;
      faults.addAll(
          ReportingSection.twice(place + "/options", "/id", question.options(), Option::id));
      askIf(question, earlier, place + "/askIf", faults);
      bounds(question, place, faults);
      earlier.put(question.id(), question);
    }
    return faults;
  }

  private static void askIf(
      CategoryQuestion question,
      Map<String, CategoryQuestion> earlier,
      String place,
      List<Fault> faults) {
    var condition = question.askIf();
    if (condition == null) {
      return;
    }
    var asked = earlier.get(condition.question());
    if (asked == null || !asked.type().choice()) {
      faults.add(
          Fault.at(
              place + "/question", "must name an earlier question of type single or multiple"));
      return;
    }
    for (var i = 0; i < condition.answers().size(); i++) {
      var answer = condition.answers().get(i);
      if (!asked.offers(answer)) {
        faults.add(
            Fault.at(
                place + "/answers/" + i, "is no option of " + asked.id() + ": “" + answer + "”"));
      }
    }
  }

  private static void bounds(CategoryQuestion question, String place, List<Fault> faults) {
    var min = question.min();
    var max = question.max();
    if (min != null && max != null && min > max) {
      faults.add(Fault.at(place + "/max", "must not be less than min"));
    }
  }
}
