package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was noted during one walkabout: a set of items, of which everything else follows. Sorted by
 * id, so that what came in another order is stored alike.
 *
 * @param notes of the walk itself: when it began and ended, who took part
 * @param removed what was taken back
 * @param settlements of graders' differences
 * @param walked on how many transects something was graded; also where the grades themselves were
 *     not read, for a list
 */
public record WalkRecord(
    List<TransectGrade> grades,
    List<Edit> notes,
    List<Tombstone> removed,
    List<Settlement> settlements,
    int walked) {
  static final WalkRecord EMPTY = new WalkRecord(List.of(), List.of(), List.of(), List.of());

  public WalkRecord {
    grades = sorted(some(grades), TransectGrade::id);
    notes = sorted(some(notes), Edit::id);
    removed = sorted(some(removed), Tombstone::id);
    settlements = List.copyOf(some(settlements));
    walked =
        grades.isEmpty()
            ? walked
            : (int) grades.stream().map(TransectGrade::transect).distinct().count();
  }

  /** With everything in it. */
  WalkRecord(
      List<TransectGrade> grades,
      List<Edit> notes,
      List<Tombstone> removed,
      List<Settlement> settlements) {
    this(grades, notes, removed, settlements, 0);
  }

  /** What was not read for a list is taken for nothing. */
  private static <T> List<T> some(@Nullable List<T> all) {
    return all == null ? List.of() : all;
  }

  private static <T> List<T> sorted(List<T> all, Function<T, String> id) {
    return all.stream().sorted(Comparator.comparing(id)).toList();
  }

  /** The digest of what that id stands for, if it stands for anything. */
  Optional<String> digest(String id) {
    return Stream.of(
            grades.stream().filter(one -> one.id().equals(id)).map(TransectGrade::digest),
            notes.stream().filter(one -> one.id().equals(id)).map(Edit::digest),
            removed.stream().filter(one -> one.id().equals(id)).map(Tombstone::digest))
        .flatMap(all -> all)
        .findFirst();
  }

  /** The grade of that id. */
  Optional<TransectGrade> grade(String id) {
    return grades.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Ids of items that were taken back. */
  Set<String> gone() {
    return removed.stream().map(Tombstone::item).collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether what somebody notes under an id was taken back before. */
  boolean tookBack(String id, String maker) {
    return removed.stream().anyMatch(one -> one.item().equals(id) && one.covers(maker));
  }

  /** What is held of each element of each transect. */
  public List<Opinions> opinions(Instant now) {
    return Opinions.of(grades, gone(), settlements, now);
  }

  /** When it began and ended, and who took part. */
  public Fields fields(Instant now) {
    return Fields.of(notes, Set.of(), now);
  }

  /** The version that devices are told. */
  public long noted() {
    return notes.stream().mapToLong(Edit::number).max().orElse(0);
  }

  /** With a grade; a tombstone for it that is not its grader's goes. */
  WalkRecord with(TransectGrade grade) {
    var all = new ArrayList<>(grades);
    all.add(grade);
    var left = removed.stream().filter(one -> !one.item().equals(grade.id())).toList();
    return new WalkRecord(all, notes, left, settlements);
  }

  WalkRecord with(Edit note) {
    var all = new ArrayList<>(notes);
    all.add(note);
    return new WalkRecord(grades, all, removed, settlements);
  }

  /** With a tombstone, and without what it is for. */
  WalkRecord with(Tombstone stone) {
    var all = new ArrayList<>(removed);
    all.add(stone);
    var left = grades.stream().filter(one -> !one.id().equals(stone.item())).toList();
    return new WalkRecord(left, notes, all, settlements);
  }

  /** With a decision, instead of an earlier one. */
  WalkRecord with(Settlement settlement) {
    var all = new ArrayList<Settlement>();
    settlements.stream()
        .filter(one -> !one.isFor(settlement.transect(), settlement.element()))
        .forEach(all::add);
    all.add(settlement);
    all.sort(Comparator.comparing(Settlement::transect).thenComparing(Settlement::element));
    return new WalkRecord(grades, notes, removed, all);
  }

  /** With a pseudonym for each person. */
  WalkRecord nameless(Pseudonyms pseudonyms) {
    return new WalkRecord(
        grades.stream().map(one -> one.nameless(pseudonyms)).toList(),
        notes.stream().map(one -> one.nameless(pseudonyms)).toList(),
        removed.stream().map(one -> one.nameless(pseudonyms)).toList(),
        settlements.stream().map(one -> one.nameless(pseudonyms)).toList());
  }

  /** Without tombstones that no device can need any more. */
  WalkRecord pruned(Instant now) {
    return new WalkRecord(
        grades,
        notes,
        removed.stream().filter(one -> one.until().isAfter(now)).toList(),
        settlements);
  }

  /** When the first tombstone may go. */
  Optional<Instant> pruneAt() {
    return removed.stream().map(Tombstone::until).min(Comparator.naturalOrder());
  }
}
