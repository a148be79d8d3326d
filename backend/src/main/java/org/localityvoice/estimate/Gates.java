package org.localityvoice.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.estimate.Weighting.Refused;

/** What must hold before a wave can be raked. The first thing that does not is named. */
final class Gates {
  private final List<Group> groups;
  private final Margins margins;
  private final Set<String> missing;
  private final long n;

  Gates(List<Group> groups, Margins margins, Set<String> missing) {
    this.groups = groups;
    this.margins = margins;
    this.missing = missing;
    n = groups.stream().mapToLong(Group::n).reduce(0, Math::addExact);
  }

  Optional<Refused> refusal() {
    if (n == 0) {
      return Optional.of(refused(Status.NO_BASE));
    }
    var unknown = first(Gate.UNKNOWN);
    var zero = unknown.isPresent() ? unknown : first(Gate.ZERO);
    if (zero.isPresent()) {
      return zero;
    }
    return n > margins.adults()
        ? Optional.of(refused(Status.MORE_ANSWERS_THAN_ADULTS))
        : first(Gate.EMPTY);
  }

  private enum Gate {
    UNKNOWN,
    ZERO,
    EMPTY
  }

  private Optional<Refused> first(Gate gate) {
    var dimensions = margins.dimensions();
    for (var d = 0; d < dimensions.size(); d++) {
      var refused = first(gate, dimensions.get(d), responses(d));
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  private Optional<Refused> first(Gate gate, String dimension, Map<String, Long> responses) {
    var known = margins.of(dimension);
    if (gate == Gate.UNKNOWN) {
      return responses.keySet().stream()
          .filter(category -> !known.containsKey(category) && !missing.contains(category))
          .sorted()
          .findFirst()
          .map(category -> refused(Status.UNKNOWN_CATEGORY, dimension, category));
    }
    for (var entry : known.entrySet()) {
      var answered = responses.containsKey(entry.getKey());
      if (gate == Gate.ZERO && answered && entry.getValue() == 0) {
        return Optional.of(refused(Status.ZERO_MARGIN, dimension, entry.getKey()));
      }
      if (gate == Gate.EMPTY && !answered && entry.getValue() > 0) {
        return Optional.of(refused(Status.UNREPRESENTED, dimension, entry.getKey()));
      }
    }
    return Optional.empty();
  }

  private Map<String, Long> responses(int dimension) {
    var sums = new HashMap<String, Long>();
    for (var group : groups) {
      if (group.n() > 0) {
        sums.merge(group.categories().get(dimension), group.n(), Long::sum);
      }
    }
    return sums;
  }

  private Refused refused(Status status) {
    return new Refused(status, Optional.empty(), n);
  }

  private Refused refused(Status status, String dimension, String category) {
    return new Refused(status, Optional.of(dimension + "=" + category), n);
  }
}
