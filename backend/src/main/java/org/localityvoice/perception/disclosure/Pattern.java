package org.localityvoice.perception.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of every figure.
 *
 * @param treatments by question, then by group
 */
public record Pattern(Map<String, Map<String, Treatment>> treatments) {
  /** Nothing has been told, and nothing been hidden. */
  public static final Pattern NONE = new Pattern(Map.of());

  public Pattern {
    var copy = new HashMap<String, Map<String, Treatment>>();
    treatments.forEach((question, groups) -> copy.put(question, Map.copyOf(groups)));
    treatments = Map.copyOf(copy);
  }

  /** Of one figure; what is not in the plan is hidden. */
  public Treatment of(String question, String group) {
    return treatments.getOrDefault(question, Map.of()).getOrDefault(group, Treatment.HIDDEN);
  }

  /** Groups that are hidden for that question. */
  Set<String> hidden(String question) {
    var hidden = new TreeSet<String>();
    treatments
        .getOrDefault(question, Map.of())
        .forEach(
            (group, treatment) -> {
              if (treatment == Treatment.HIDDEN) {
                hidden.add(group);
              }
            });
    return hidden;
  }
}
