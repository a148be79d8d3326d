package org.localityvoice.perception.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether a release may follow what was told of the same wave before: within the same boundaries,
 * by the same plan, and so that nobody learns of a few people by subtracting one release from
 * another.
 */
public final class Sequence {
  private final Told next;
  private final List<Told> earlier;
  private final Rules rules;
  private int narrowest = Integer.MAX_VALUE;

  private Sequence(Told next, List<Told> earlier, Rules rules) {
    this.next = next;
    this.earlier = List.copyOf(earlier);
    this.rules = rules;
  }

  /** Why a release is held. */
  public enum Reason {
    /** Figures of an area before and after its boundary changed overlap. */
    OTHER_BOUNDARIES,
    /** Groups were planned before the wave opened. */
    OTHER_PLAN,
    /** A group differs from the earlier release by a few responses. */
    TOO_CLOSE,
    /** With the earlier releases, something that is hidden can be worked out. */
    NARROWED
  }

  /**
   * A release is held.
   *
   * @param earlier the release it cannot follow; the release itself where it is its own fault
   * @param group group or cell; empty where it is the whole wave
   */
  public record Refusal(Reason reason, String earlier, String question, String group) {}

  /**
   * What the audit says.
   *
   * @param refusal empty where the release may go out
   * @param hidden figures that are not told
   * @param narrowest how far apart the bounds of the hidden base that is known best are, at most
   *     1,000
   */
  public record Outcome(Optional<Refusal> refusal, int hidden, int narrowest) {}

  /** Judges a release by all that went out before it, oldest first. */
  public static Outcome judge(Told next, List<Told> earlier, Rules rules) {
    var sequence = new Sequence(next, earlier, rules);
    var refusal = sequence.differences().or(sequence::audit);
    var hidden =
        next.questions().stream()
            .flatMap(
                one ->
                    next.groups().stream()
                        .map(group -> next.pattern().of(one.question(), group.id())))
            .filter(treatment -> treatment != Treatment.SHOWN)
            .count();
    return new Outcome(refusal, (int) hidden, Math.min(sequence.narrowest, 1_000));
  }

  private Optional<Refusal> differences() {
    for (var before : earlier) {
      if (!before.boundarySet().equals(next.boundarySet())) {
        return Optional.of(new Refusal(Reason.OTHER_BOUNDARIES, before.id(), "", ""));
      }
      if (!before.groups().equals(next.groups())) {
        return Optional.of(new Refusal(Reason.OTHER_PLAN, before.id(), "", ""));
      }
      for (var question : next.questions()) {
        var close =
            question(before, question.question()).flatMap(was -> close(before, was, question));
        if (close.isPresent()) {
          return close;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> close(Told before, Counted was, Counted now) {
    return next.groups().stream()
        .filter(group -> next.tells(now.question(), group))
        .filter(group -> before.tells(now.question(), group))
        .filter(group -> moved(group, was, now) > 0)
        .filter(group -> Math.abs(now.of(group).base() - was.of(group).base()) < rules.difference())
        .findFirst()
        .map(group -> new Refusal(Reason.TOO_CLOSE, before.id(), now.question(), group.id()));
  }

  /** Answers that were added, taken away or changed; the base alone would not show an exchange. */
  private static int moved(Group group, Counted was, Counted now) {
    return group.cells().stream()
        .mapToInt(
            cell -> {
              var before = was.cells().getOrDefault(cell, Count.NONE);
              var after = now.cells().getOrDefault(cell, Count.NONE);
              return Math.abs(after.positives() - before.positives())
                  + Math.abs(after.others() - before.others());
            })
        .sum();
  }

  private static Optional<Counted> question(Told told, String question) {
    return told.questions().stream().filter(one -> one.question().equals(question)).findFirst();
  }

  /** Everything that was told of a question in one release after the other, seen by one reader. */
  private Optional<Refusal> audit() {
    return next.questions().stream()
        .flatMap(question -> audit(question.question()).stream())
        .findFirst();
  }

  private Optional<Refusal> audit(String question) {
    var audit = new Audit(next.groups(), rules);
    var bounds = new Bounds();
    var tellings = new ArrayList<Told>();
    var readers = new ArrayList<Reader>();
    for (var told : Stream.concat(earlier.stream(), Stream.of(next)).toList()) {
      question(told, question)
          .ifPresent(
              counted -> {
                var reader =
                    new Reader(bounds, told.groups(), counted, treatment(told, question), rules);
                if (!readers.isEmpty()) {
                  reader.sawBefore(readers.get(readers.size() - 1));
                }
                tellings.add(told);
                readers.add(reader);
              });
    }
    for (var i = 0; i < tellings.size(); i++) {
      var told = tellings.get(i);
      var counted = question(told, question).orElseThrow();
      var reader = readers.get(i);
      var treatment = treatment(told, question);
      for (var known : audit.bounded(counted, treatment, reader)) {
        narrowest = Math.min(narrowest, known.width());
      }
      var fault = audit.faults(counted, treatment, reader).stream().findFirst();
      if (fault.isPresent()) {
        return Optional.of(new Refusal(Reason.NARROWED, told.id(), question, fault.get().target()));
      }
    }
    return Optional.empty();
  }

  private static Function<Group, Treatment> treatment(Told told, String question) {
    return group -> told.pattern().of(question, group.id());
  }
}
