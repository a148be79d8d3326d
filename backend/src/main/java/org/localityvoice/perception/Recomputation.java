package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.localityvoice.perception.Release.Figures;

/**
 * The figures of a release, worked out once more from the cells as they are now.
 *
 * @param same whether everything is as it was released
 * @param cellDigest of the cells now
 * @param figures how many figures were compared
 * @param differences empty where all is the same
 * @param notCompared what the release does not hold, so that nothing can be said of it
 */
public record Recomputation(
    String release,
    String wave,
    boolean same,
    String method,
    String cellDigest,
    int figures,
    List<Difference> differences,
    List<String> notCompared) {
  private static final String DIGEST = "cellDigest";
  private static final String COUNTS = "counts";

  /**
   * Something that is not as it was released.
   *
   * @param place {@code cellDigest}, {@code PMF-SAFE-DARK/estimate}, {@code
   *     PMF-SAFE-DARK/counts/very-safe}, or of a group {@code PMF-SAFE-DARK/ageBand:16-24/estimate}
   * @param released as text; {@code null} where there was none
   * @param recomputed likewise; {@link #ELSE} where it rests on other counts than were released
   */
  public record Difference(String place, String released, String recomputed) {
    /** The whole sentence. */
    public String sentence() {
      return place + " was released as " + released + " and is " + recomputed + " now";
    }
  }

  /**
   * In the place of what is found where counts have changed: told, it could be subtracted from what
   * was released, which the gate of releases is there to prevent. In the place of counts it stands
   * in any case: they may be counts that the release does not tell.
   */
  static final String ELSE = "something else";

  private static final Set<String> NO_COUNTS = Set.of("method", DIGEST);

  public Recomputation {
    differences = List.copyOf(differences);
    notCompared = List.copyOf(notCompared);
  }

  static Recomputation of(
      Release release, List<GroupFigure> groups, Figures now, List<GroupFigure> groupsNow) {
    var then = facts(release.figures(), groups);
    var found = facts(now, groupsNow);
    var counts = Optional.ofNullable(release.figures().counts());
    counts.ifPresent(kept -> then.putAll(counts(kept)));
    counts.ifPresent(kept -> found.putAll(counts(now.counts())));
    var places = new TreeSet<>(then.keySet());
    places.addAll(found.keySet());
    var changed = !now.cellDigest().equals(release.figures().cellDigest());
    var differences = new ArrayList<Difference>();
    for (var place : places) {
      var released = then.getOrDefault(place, "null");
      var recomputed = found.getOrDefault(place, "null");
      if (!released.equals(recomputed)) {
        var told = tells(place, changed) ? recomputed : ELSE;
        differences.add(new Difference(place, released, told));
      }
    }
    return new Recomputation(
        release.id(),
        release.wave(),
        differences.isEmpty(),
        now.method() + " " + now.methodVersion(),
        now.cellDigest(),
        now.observations().size() + groupsNow.size(),
        differences,
        counts.isPresent() ? List.of() : List.of(COUNTS));
  }

  private static boolean tells(String place, boolean changed) {
    return NO_COUNTS.contains(place) || (!changed && !place.contains("/" + COUNTS + "/"));
  }

  /** {@code PMF-SAFE-DARK/counts/very-safe} and so on. */
  private static Map<String, String> counts(@Nullable List<OptionCounts> all) {
    var facts = new TreeMap<String, String>();
    for (var one : Objects.requireNonNullElse(all, List.<OptionCounts>of())) {
      var place = one.measureId() + "/" + COUNTS + "/";
      one.counts().forEach((option, count) -> facts.put(place + option, count.toString()));
    }
    return facts;
  }

  private static Map<String, String> facts(Figures figures, List<GroupFigure> groups) {
    var facts = new TreeMap<String, String>();
    facts.put("method", figures.method() + " " + figures.methodVersion());
    facts.put(DIGEST, figures.cellDigest());
    facts.put("modes", new TreeMap<>(figures.modes()).toString());
    if (figures.basis() != null) {
      parts(figures.basis()).forEach((field, text) -> facts.put("basis/" + field, text));
    }
    for (var seen : figures.observations()) {
      parts(seen).forEach((field, text) -> facts.put(seen.measureId() + "/" + field, text));
    }
    for (var seen : groups) {
      var place = seen.measureId() + "/" + seen.breakdown() + "/";
      parts(seen).forEach((field, text) -> facts.put(place + field, text));
    }
    return facts;
  }

  /** Every component of a record by name, so that none is forgotten that is added later. */
  private static Map<String, String> parts(Record whole) {
    var parts = new TreeMap<String, String>();
    for (var component : whole.getClass().getRecordComponents()) {
      try {
        parts.put(component.getName(), Objects.toString(component.getAccessor().invoke(whole)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return parts;
  }
}
