package org.localityvoice.perception.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Two groups of which one is a part of the other must differ by nobody or by at least ten, or the
 * rest would be a group that is too small to be told of.
 */
public final class Nesting {
  private Nesting() {}

  /** A group, one that it is part of, and how many more are in that one. */
  public record Pair(String part, String whole, int rest) {}

  /** The pairs of one question that are too close, among the groups that are told of. */
  public static List<Pair> tooClose(
      List<Group> groups, Counted question, Predicate<Group> told, Rules rules) {
    var found = new ArrayList<Pair>();
    for (var part : groups) {
      for (var whole : groups) {
        if (told.test(part) && told.test(whole) && part.within(whole)) {
          var rest = question.of(whole).base() - question.of(part).base();
          if (rest > 0 && rest < rules.difference()) {
            found.add(new Pair(part.id(), whole.id(), rest));
          }
        }
      }
    }
    return found;
  }
}
