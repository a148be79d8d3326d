package org.localityvoice.walkabout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the fields of a thing are, from all edits of it. Pure, and the same whatever the order in
 * which the edits of one person came.
 *
 * <p>An edit has <em>seen</em> every edit up to its base, and those it builds upon with all that
 * they have seen. For a field, those count that no other edit of the field has seen. Where they say
 * the same, or there is one, that is the field. Where they differ, what came first from anybody
 * stays, and what others say is <em>proposed</em>, for somebody to decide. Of one person's own
 * edits that differ and do not build upon each other, the smallest id goes before, so that it makes
 * no difference in which order their device sends them.
 *
 * <p>An edit that builds upon one that is not there is <em>held</em>: it counts once that one
 * comes, or five days later, flagged.
 *
 * @param values canonical JSON text by field
 * @param proposals where somebody else has said otherwise
 * @param held ids of edits that wait
 * @param orphans ids of edits that have waited too long, and count without what they build upon
 */
public record Fields(
    Map<String, String> values, List<Proposal> proposals, Set<String> held, Set<String> orphans) {
  /** How long an edit waits for what it builds upon. */
  public static final Duration HELD = Duration.ofDays(5);

  public Fields {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    proposals = List.copyOf(proposals);
    held = Set.copyOf(held);
    orphans = Set.copyOf(orphans);
  }

  /**
   * What somebody else says about a field.
   *
   * @param edit id of the edit that says it
   * @param value canonical JSON text
   */
  public record Proposal(String field, String edit, String value) {}

  /**
   * Works the fields out.
   *
   * @param edits all of them, in any order
   * @param gone ids of edits that were removed, and are not missed
   */
  public static Fields of(Collection<Edit> edits, Set<String> gone, Instant now) {
    return new Folding(edits, gone, now).fold();
  }

  /** Whether an edit says otherwise than what stays. */
  public boolean proposes(String edit) {
    return proposals.stream().anyMatch(one -> one.edit().equals(edit));
  }

  /** One working-out. */
  private static final class Folding {
    private final Map<String, Edit> byId = new HashMap<>();
    private final Map<String, Set<String>> seen = new HashMap<>();
    private final Set<String> gone;
    private final Instant now;
    private final Set<String> held = new TreeSet<>();
    private final Set<String> orphans = new TreeSet<>();

    Folding(Collection<Edit> edits, Set<String> gone, Instant now) {
      edits.forEach(edit -> byId.put(edit.id(), edit));
      this.gone = gone;
      this.now = now;
    }

    Fields fold() {
      byId.values().forEach(edit -> waits(edit, new HashSet<>()));
      var counting = byId.values().stream().filter(one -> !held.contains(one.id())).toList();
      var fields = new TreeSet<String>();
      counting.forEach(edit -> fields.addAll(edit.values().keySet()));
      var values = new TreeMap<String, String>();
      var proposals = new ArrayList<Proposal>();
      for (var field : fields) {
        var heads = heads(field, counting);
        var first = first(heads);
        var value = value(first, field);
        values.put(field, value);
        heads.stream()
            .filter(edit -> !value(edit, field).equals(value))
            .sorted(Comparator.comparing(Edit::id))
            .forEach(edit -> proposals.add(new Proposal(field, edit.id(), value(edit, field))));
      }
      return new Fields(values, proposals, held, orphans);
    }

    private static String value(Edit edit, String field) {
      return Optional.ofNullable(edit.values().get(field)).orElse("");
    }

    /** Whether an edit waits; notes it. */
    private boolean waits(Edit edit, Set<String> path) {
      var after = edit.after();
      // A ring of edits that build upon each other never ends; none of them waits for it.
      if (after == null || gone.contains(after) || !path.add(edit.id())) {
        return false;
      }
      var parent = byId.get(after);
      if (parent != null && !waits(parent, path)) {
        return false;
      }
      if (edit.receivedAt().plus(HELD).isAfter(now)) {
        held.add(edit.id());
        return true;
      }
      if (parent == null) {
        orphans.add(edit.id());
      }
      return false;
    }

    /** Those that no other edit of the field has seen. */
    private List<Edit> heads(String field, List<Edit> counting) {
      var those = counting.stream().filter(one -> one.values().containsKey(field)).toList();
      var heads =
          those.stream()
              .filter(one -> those.stream().noneMatch(other -> isNewer(other, one)))
              .toList();
      return heads.isEmpty() ? those : heads;
    }

    /** Of two that claim to have seen each other, neither is. */
    private boolean isNewer(Edit edit, Edit other) {
      return hasSeen(edit, other) && !hasSeen(other, edit);
    }

    private boolean hasSeen(Edit edit, Edit other) {
      return seen(edit).contains(other.id());
    }

    private Set<String> seen(Edit edit) {
      return seen.computeIfAbsent(edit.id(), any -> look(edit));
    }

    /** Along what it builds upon, until that ends or comes round again. */
    private Set<String> look(Edit edit) {
      var all = new HashSet<String>();
      var passed = new HashSet<String>();
      Edit at = edit;
      while (at != null && passed.add(at.id())) {
        var base = at.base();
        byId.values().stream()
            .filter(other -> other.number() <= base)
            .map(Edit::id)
            .forEach(all::add);
        at = at.after() == null ? null : byId.get(at.after());
      }
      all.addAll(passed);
      all.remove(edit.id());
      return all;
    }

    /** Whose word stays: whoever came first, and of their own edits the smallest id. */
    private static Edit first(List<Edit> heads) {
      var came = new HashMap<String, Long>();
      heads.forEach(edit -> came.merge(edit.by(), edit.number(), Math::min));
      return heads.stream()
          .min(
              Comparator.comparing((Edit edit) -> came.getOrDefault(edit.by(), 0L))
                  .thenComparing(Edit::id))
          .orElseThrow();
    }
  }
}
