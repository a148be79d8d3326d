package org.localityvoice.perception.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.localityvoice.perception.disclosure.Narrow.What;

/**
 * Tries to work out what is not told. Every hidden base, and every cell of fewer than ten whether
 * or not a figure was planned for it, is bounded with all sums that are published; so are the
 * answers of groups that are hidden or told as a band. What can be narrowed down too far is a
 * fault.
 */
public final class Audit {
  private final List<Group> groups;
  private final Rules rules;

  Audit(List<Group> groups, Rules rules) {
    this.groups = groups;
    this.rules = rules;
  }

  /** Both kinds of faults of one question. */
  List<Narrow> faults(Counted question, Function<Group, Treatment> treatment, Reader reader) {
    var found = new ArrayList<>(bases(question, treatment, reader));
    found.addAll(answers(question, treatment, reader));
    return found;
  }

  Reader reader(Counted question, Function<Group, Treatment> treatment) {
    return new Reader(new Bounds(), groups, question, treatment, rules);
  }

  /** Bases that can be narrowed down too far. */
  List<Narrow> bases(Counted question, Function<Group, Treatment> treatment, Reader reader) {
    return bounded(question, treatment, reader).stream()
        .filter(known -> known.width() < rules.range())
        .toList();
  }

  /** Between which bounds a reader knows each base that they are not told. */
  List<Narrow> bounded(Counted question, Function<Group, Treatment> treatment, Reader reader) {
    var targets = new LinkedHashMap<String, Set<String>>();
    for (var group : groups) {
      if (treatment.apply(group) == Treatment.HIDDEN) {
        targets.put(group.id(), group.cells());
      }
    }
    for (var group : groups) {
      for (var cell : new TreeSet<>(group.cells())) {
        var base = question.cells().getOrDefault(cell, Count.NONE).base();
        if (base > 0 && base < rules.fewest()) {
          targets.put(cell, Set.of(cell));
        }
      }
    }
    var found = new ArrayList<Narrow>();
    targets.forEach(
        (target, cells) -> {
          var range = reader.base(cells);
          found.add(new Narrow(question.question(), target, What.BASE, range.low(), range.high()));
        });
    return found;
  }

  /** Answers of one side that can be narrowed down too far. */
  List<Narrow> answers(Counted question, Function<Group, Treatment> treatment, Reader reader) {
    var found = new ArrayList<Narrow>();
    for (var group : groups) {
      var told = treatment.apply(group);
      if (told == Treatment.SHOWN || told == Treatment.COVER || given(group, question, treatment)) {
        continue;
      }
      var band = told == Treatment.BAND;
      var least = band ? Math.min(rules.spread(), rules.side() - 1) : rules.spread();
      var over = question.of(group).others() < question.of(group).positives();
      for (var what : List.of(What.POSITIVES, What.OTHERS)) {
        if (!band || over == (what == What.OTHERS)) {
          var range = what == What.POSITIVES ? reader.positives(group) : reader.others(group);
          if (range.width() < least) {
            found.add(new Narrow(question.question(), group.id(), what, range.low(), range.high()));
          }
        }
      }
    }
    return found;
  }

  /** Whether it follows from what the rules let be told of a larger group. */
  private boolean given(Group group, Counted question, Function<Group, Treatment> treatment) {
    return groups.stream()
        .filter(group::within)
        .filter(
            other ->
                treatment.apply(other) == Treatment.SHOWN
                    || treatment.apply(other) == Treatment.BAND)
        .anyMatch(other -> question.of(other).lesser() < rules.side());
  }
}
