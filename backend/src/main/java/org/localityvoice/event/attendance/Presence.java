package org.localityvoice.event.attendance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the entries about a guest come to, in whichever order they came: the first check-in and the
 * first check-out that nobody has corrected.
 */
public record Presence(Optional<Entry> in, Optional<Entry> out) {
  /** Of these entries. */
  public static Presence of(List<Entry> entries) {
    return new Presence(first(entries, Act.CheckIn.class), first(entries, Act.CheckOut.class));
  }

  private static Optional<Entry> first(List<Entry> entries, Class<? extends Act> kind) {
    var corrected =
        entries.stream()
            .map(entry -> entry.item().act())
            .filter(Act.Correction.class::isInstance)
            .map(act -> ((Act.Correction) act).corrects())
            .collect(Collectors.toSet());
    return entries.stream()
        .filter(entry -> kind.isInstance(entry.item().act()))
        .filter(entry -> !corrected.contains(entry.id()))
        .min(Entry.BY_TIME);
  }

  /** Whether they came. Whoever left has been there, even if nobody noted that they came. */
  public boolean came() {
    return in.isPresent() || out.isPresent();
  }
}
