package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.List;
import org.localityvoice.perception.disclosure.Told;
import org.localityvoice.survey.Waves.Results;

/** The figures of a wave by group, without what is not told. Pure. */
final class GroupFigures {
  private GroupFigures() {}

  static List<GroupFigure> of(Told told, Results results, Breakdowns breakdowns, Weighed weighed) {
    var figures = new ArrayList<GroupFigure>();
    for (var item : results.questionnaire().items()) {
      for (var question : told.questions()) {
        if (item.measure().isPresent() && question.question().equals(item.key())) {
          told.groups().stream()
              .filter(group -> !group.id().equals(Breakdowns.ALL))
              .forEach(
                  group ->
                      figures.add(
                          GroupFigure.of(
                              group.id(),
                              item.measure().get(),
                              question.of(group),
                              breakdowns.share(group, item, weighed),
                              question.weighing(group),
                              told.pattern().of(question.question(), group.id()))));
        }
      }
    }
    return figures;
  }

  /** The same from the counts of today; what was withheld then is withheld. */
  static List<GroupFigure> again(Ledger.Entry entry, Results results, Weighed weighed) {
    var breakdowns = Breakdowns.of(results);
    var groups = breakdowns.groups();
    var counted = breakdowns.counted(weighed, groups);
    var pattern = Entries.told(entry).pattern();
    var told = new Told(entry.release(), entry.boundarySet(), groups, counted, pattern);
    return of(told, results, breakdowns, weighed);
  }
}
