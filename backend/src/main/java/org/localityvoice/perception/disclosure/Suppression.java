package org.localityvoice.perception.disclosure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides what is told: what by itself is too small is hidden, and with it as many others, the
 * smallest base first, as it takes until {@link Audit} finds nothing. Where a group's base is
 * hidden for one question, it is hidden for every question whose base in that group is less than
 * ten away: most people answer most questions, and one table would fill the gap of another. What
 * was hidden once stays hidden.
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

  /** What becomes of each group's figure for each question, where all can be told apart. */
  public static Pattern of(
      List<Group> groups, List<Counted> questions, Pattern before, Rules rules) {
    return of(groups, questions, Set.of(), before, rules);
  }

  /**
   * What becomes of each group's figure for each question.
   *
   * @param alike groups that are hidden whatever their size, with others that weights do not tell
   *     them from
   * @param before what was told of the same wave last; {@link Pattern#NONE} if nothing was
   */
  public static Pattern of(
      List<Group> groups, List<Counted> questions, Set<String> alike, Pattern before, Rules rules) {
    var suppression = new Suppression(groups, rules);
    var hidden = new LinkedHashMap<Counted, Set<String>>();
    questions.forEach(
        question -> hidden.put(question, new HashSet<>(before.hidden(question.question()))));
    groups.stream()
        .map(Group::id)
        .filter(alike::contains)
        .forEach(group -> hidden.values().forEach(some -> some.add(group)));
    suppression.hideBases(hidden);
    var treatments = new HashMap<String, Map<String, Treatment>>();
    hidden.forEach(
        (question, some) ->
            treatments.put(question.question(), suppression.treatments(question, some, before)));
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
    Set<String> hidden = new HashSet<>();
    new Suppression(groups, rules).hideBases(Map.of(new Counted("", counts, Map.of()), hidden));
    return Set.copyOf(hidden);
  }

  private void hideBases(Map<Counted, Set<String>> hidden) {
    hidden.forEach(
        (question, some) ->
            groups.stream()
                .filter(group -> primary(question, group) == Treatment.HIDDEN)
                .forEach(group -> some.add(group.id())));
    var again = true;
    while (again) {
      again = hideAlike(hidden);
      for (var one : hidden.entrySet()) {
        again |= hideParts(one.getKey(), one.getValue()) || hideMore(one.getKey(), one.getValue());
      }
    }
  }

  /** Where a base is hidden, it is hidden for every question that has nearly the same. */
  private boolean hideAlike(Map<Counted, Set<String>> hidden) {
    var more = false;
    for (var one : hidden.entrySet()) {
      for (var other : hidden.entrySet()) {
        for (var group : groups) {
          if (one.getValue().contains(group.id())
              && Math.abs(one.getKey().of(group).base() - other.getKey().of(group).base())
                  < rules.difference()) {
            more |= other.getValue().add(group.id());
          }
        }
      }
    }
    return more;
  }

  private boolean hideMore(Counted question, Set<String> hidden) {
    var narrow = bases(question, hidden);
    if (narrow.isEmpty() || hidden.size() == groups.size()) {
      return false;
    }
    return hidden.add(
        another(
            question,
            group -> !hidden.contains(group.id()),
            group -> bases(question, with(hidden, group)),
            narrow.get(0)));
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
              question,
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
      Counted question, Predicate<Group> open, Function<Group, List<Narrow>> tried, Narrow fault) {
    var bySize =
        groups.stream()
            .filter(open)
            .sorted(
                Comparator.comparingInt((Group group) -> question.of(group).base())
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

  private Treatment primary(Counted question, Group group) {
    return Primary.of(question.of(group), question.weighing(group), rules);
  }

  private static Set<String> with(Set<String> hidden, Group group) {
    var more = new HashSet<>(hidden);
    more.add(group.id());
    return more;
  }
}
