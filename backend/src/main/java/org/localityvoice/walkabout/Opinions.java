package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.localityvoice.walkabout.grading.Grade;

/**
 * What is held of one element of one transect, from all grades of a walkabout. Pure, and the same
 * whatever the order in which the grades came.
 *
 * @param transect id within the route
 * @param element id
 * @param standing the grades that nothing has superseded, by id; those of several people or devices
 *     are second opinions
 * @param held corrections of grades that are not there yet
 * @param orphans ids of corrections that have waited too long, and stand without what they correct
 * @param settlement the lead's decision, if there is one about these opinions
 */
public record Opinions(
    String transect,
    String element,
    List<TransectGrade> standing,
    List<TransectGrade> held,
    List<String> orphans,
    Optional<Settlement> settlement) {
  public Opinions {
    standing = List.copyOf(standing);
    held = List.copyOf(held);
    orphans = List.copyOf(orphans);
  }

  /** Which element of which transect, sorted as text. */
  private record Key(String transect, String element) {}

  /**
   * All of a walkabout, by transect and element.
   *
   * @param gone ids of grades that were taken back, and are not missed
   */
  public static List<Opinions> of(
      Collection<TransectGrade> grades,
      Set<String> gone,
      List<Settlement> settlements,
      Instant now) {
    var groups =
        grades.stream()
            .collect(
                Collectors.groupingBy(
                    grade -> new Key(grade.transect(), grade.element()),
                    () ->
                        new TreeMap<>(
                            Comparator.comparing(Key::transect).thenComparing(Key::element)),
                    Collectors.toList()));
    var there = grades.stream().map(TransectGrade::id).collect(Collectors.toSet());
    there.addAll(gone);
    return groups.entrySet().stream()
        .map(entry -> one(entry.getKey(), entry.getValue(), there, settlements, now))
        .toList();
  }

  private static Opinions one(
      Key key,
      List<TransectGrade> grades,
      Set<String> there,
      List<Settlement> settlements,
      Instant now) {
    var held = new ArrayList<TransectGrade>();
    var orphans = new ArrayList<String>();
    var counting = new ArrayList<TransectGrade>();
    grades.stream()
        .sorted(Comparator.comparing(TransectGrade::id))
        .forEach(
            grade -> {
              var missing = grade.corrects() != null && !there.contains(grade.corrects());
              if (missing && grade.receivedAt().plus(Fields.HELD).isAfter(now)) {
                held.add(grade);
                return;
              }
              if (missing) {
                orphans.add(grade.id());
              }
              counting.add(grade);
            });
    var standing =
        counting.stream()
            .filter(one -> counting.stream().noneMatch(other -> other.supersedes(one)))
            .toList();
    return new Opinions(
        key.transect(),
        key.element(),
        standing,
        held,
        orphans,
        settlements.stream()
            .filter(one -> one.isFor(key.transect(), key.element()))
            .filter(one -> decided(one, standing))
            .findFirst());
  }

  /** Whether the decision is about these opinions: whatever came later says the same. */
  private static boolean decided(Settlement settlement, List<TransectGrade> standing) {
    var chosen = standing.stream().filter(one -> one.id().equals(settlement.grade())).findFirst();
    return chosen
        .filter(
            grade ->
                standing.stream()
                    .allMatch(
                        one ->
                            settlement.among().contains(one.id()) || one.grade() == grade.grade()))
        .isPresent();
  }

  /** The grade that counts: what all say, or what the lead has settled; empty where neither is. */
  public Optional<TransectGrade> counting() {
    if (standing.stream().map(TransectGrade::grade).distinct().count() == 1) {
      return Optional.of(standing.get(0));
    }
    return settlement.flatMap(
        found -> standing.stream().filter(one -> one.id().equals(found.grade())).findFirst());
  }

  /** Whether people differ and nobody has settled it. */
  public boolean unsettled() {
    return !standing.isEmpty() && counting().isEmpty();
  }

  /** The grades that count, by transect, of one element. */
  public static Map<String, Grade> ofElement(Collection<Opinions> all, String element) {
    var grades = new LinkedHashMap<String, Grade>();
    all.stream()
        .filter(one -> one.element().equals(element))
        .forEach(
            one -> one.counting().ifPresent(grade -> grades.put(one.transect(), grade.grade())));
    return grades;
  }
}
