package org.localityvoice.perception.disclosure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides what is told: what by itself is too small is hidden, and with it as many others, the
 * smallest base first, as it takes until {@link Audit} finds nothing. Bases that are nearly the
 * same are hidden together: a group is hidden for all questions that are asked of everybody or for
 * none of them, and what is hidden there is hidden as well where only some were asked. So one
 * question's table never fills the gap of another's. What was hidden once stays hidden.
 */
public final class Suppression {
  private final List<Group> groups;
  private final Rules rules;
  private final Audit audit;

  private Suppression(List<Group> groups, Rules rules) {
    this.groups = groups;
    this.rules = rules;
    audit = new Audit(groups, rules);
  }

  /**
   * What becomes of each group's figure for each question.
   *
   * @param before what was told of the same wave last; {@link Pattern#NONE} if nothing was
   */
  public static Pattern of(
      List<Group> groups, List<Counted> questions, Pattern before, Rules rules) {
    var suppression = new Suppression(groups, rules);
    var hidden = new HashSet<String>();
    var treatments = new HashMap<String, Map<String, Treatment>>();
    for (var everybody : List.of(true, false)) {
      var alike = questions.stream().filter(one -> one.everybody() == everybody).toList();
      alike.forEach(question -> hidden.addAll(before.hidden(question.question())));
      suppression.hideBases(alike, hidden);
      for (var question : alike) {
        treatments.put(question.question(), suppression.treatments(question, hidden, before));
      }
    }
    return new Pattern(treatments);
  }

  /**
   * The groups to hide where it is the counts themselves that are told, as of people who took part.
   *
   * @param cells how many, by cell
   */
  public static Set<String> ofCounts(List<Group> groups, Map<String, Integer> cells, Rules rules) {
    var counts =
        cells.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> new Count(one.getValue(), 0)));
    var hidden = new HashSet<String>();
    new Suppression(groups, rules)
        .hideBases(List.of(new Counted("", true, counts, Map.of())), hidden);
    return Set.copyOf(hidden);
  }

  private void hideBases(List<Counted> alike, Set<String> hidden) {
    for (var question : alike) {
      for (var group : groups) {
        if (primary(question, group) == Treatment.HIDDEN) {
          hidden.add(group.id());
        }
      }
    }
    var again = true;
    while (again) {
      again = false;
      for (var question : alike) {
        again |= hideParts(question, hidden);
        var narrow = bases(question, hidden);
        if (!narrow.isEmpty() && hidden.size() < groups.size()) {
          hidden.add(
              another(
                  alike,
                  group -> !hidden.contains(group.id()),
                  group -> bases(question, with(hidden, group)),
                  narrow.get(0)));
          again = true;
        }
      }
    }
  }

  private boolean hideParts(Counted question, Set<String> hidden) {
    var close = Nesting.tooClose(groups, question, group -> !hidden.contains(group.id()), rules);
    close.forEach(pair -> hidden.add(pair.part()));
    return !close.isEmpty();
  }

  private List<Narrow> bases(Counted question, Set<String> hidden) {
    // As if no figure were told but every base: what is hidden must not depend on the answers.
    Function<Group, Treatment> told =
        group -> hidden.contains(group.id()) ? Treatment.HIDDEN : Treatment.COVER;
    return audit.bases(question, told, audit.reader(question, told));
  }

  private Map<String, Treatment> treatments(Counted question, Set<String> hidden, Pattern before) {
    var told = new HashMap<String, Treatment>();
    for (var group : groups) {
      var own = hidden.contains(group.id()) ? Treatment.HIDDEN : primary(question, group);
      told.put(group.id(), own == Treatment.HIDDEN ? own : kept(question, group, own, before));
    }
    var narrow = faults(question, told);
    while (!narrow.isEmpty() && told.values().stream().anyMatch(Suppression::open)) {
      var next =
          another(
              List.of(question),
              group -> open(told.getOrDefault(group.id(), Treatment.HIDDEN)),
              group -> {
                var more = new HashMap<>(told);
                more.put(group.id(), Treatment.COVER);
                return faults(question, more);
              },
              narrow.get(0));
      told.put(next, Treatment.COVER);
      narrow = faults(question, told);
    }
    return told;
  }

  private static boolean open(Treatment treatment) {
    return treatment == Treatment.SHOWN || treatment == Treatment.BAND;
  }

  /** What was a band or a cover before is not shown now. */
  private Treatment kept(Counted question, Group group, Treatment own, Pattern before) {
    var known = before.treatments().containsKey(question.question());
    var last = known ? before.of(question.question(), group.id()) : Treatment.SHOWN;
    if (last == Treatment.SHOWN) {
      return own;
    }
    return last == Treatment.BAND && own == Treatment.BAND ? own : Treatment.COVER;
  }

  private List<Narrow> faults(Counted question, Map<String, Treatment> told) {
    Function<Group, Treatment> treatment = group -> told.getOrDefault(group.id(), Treatment.HIDDEN);
    return audit.faults(question, treatment, audit.reader(question, treatment));
  }

  /** The group of the smallest base that helps: at once if there is one, else a little. */
  private String another(
      List<Counted> alike,
      Predicate<Group> open,
      Function<Group, List<Narrow>> tried,
      Narrow fault) {
    var bySize =
        groups.stream()
            .filter(open)
            .sorted(
                Comparator.comparingInt((Group group) -> smallest(alike, group))
                    .thenComparing(Group::id))
            .toList();
    var best = bySize.get(0);
    var widest = fault.width();
    for (var group : bySize) {
      var left =
          tried.apply(group).stream()
              .filter(one -> one.target().equals(fault.target()) && one.what() == fault.what())
              .mapToInt(Narrow::width)
              .findFirst();
      if (left.isEmpty()) {
        return group.id();
      }
      if (left.getAsInt() > widest) {
        widest = left.getAsInt();
        best = group;
      }
    }
    return best.id();
  }

  private int smallest(List<Counted> alike, Group group) {
    return alike.stream().mapToInt(question -> question.of(group).base()).min().orElse(0);
  }

  private Treatment primary(Counted question, Group group) {
    return Primary.of(question.of(group), question.weighing(group), rules);
  }

  private static Set<String> with(Set<String> hidden, Group group) {
    var more = new HashSet<>(hidden);
    more.add(group.id());
    return more;
  }
}
