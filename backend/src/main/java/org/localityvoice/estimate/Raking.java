package org.localityvoice.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.estimate.Weighting.Refused;
import org.localityvoice.estimate.Weighting.Weights;

/**
 * Raking, or iterative proportional fitting: the cells' shares are fitted to one margin after the
 * other until all are met (W. E. Deming, F. F. Stephan, "On a least squares adjustment of a sampled
 * frequency table when the expected marginal totals are known", Annals of Mathematical Statistics
 * 11, 1940). Empty cells stay empty.
 */
final class Raking {
  /** Margins are met when none is further off than this after a full sweep. */
  static final double TOLERANCE = 1e-10;

  /** Margins that contradict each other make it run in circles; ten or twenty sweeps suffice. */
  static final int MOST_SWEEPS = 1_000;

  private final List<Group> groups;
  private final List<Margin> fitted = new ArrayList<>();
  private final double[] shares;
  private final long n;

  Raking(List<Group> groups, Margins margins) {
    this.groups = groups;
    n = groups.stream().mapToLong(Group::n).sum();
    shares = groups.stream().mapToDouble(group -> group.n() / (double) n).toArray();
    var dimensions = margins.dimensions();
    for (var d = 0; d < dimensions.size(); d++) {
      fitted.add(new Margin(dimensions.get(d), d, groups, margins));
    }
  }

  Weighting weights() {
    for (var sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      for (var margin : fitted) {
        margin.fit(shares);
      }
      var deviation = deviation();
      if (deviation < TOLERANCE) {
        return met(deviation);
      }
    }
    var worst = fitted.get(0);
    for (var margin : fitted) {
      worst = margin.deviation(shares) > worst.deviation(shares) ? margin : worst;
    }
    return new Refused(Status.NOT_CONVERGED, Optional.of(worst.furthest(shares)), n);
  }

  private double deviation() {
    return fitted.stream().mapToDouble(margin -> margin.deviation(shares)).max().orElse(0);
  }

  private Weights met(double deviation) {
    var weights = new ArrayList<Double>();
    for (var h = 0; h < groups.size(); h++) {
      weights.add(groups.get(h).n() == 0 ? 0 : shares[h] / groups.get(h).n() * n);
    }
    return new Weights(groups, weights, n, deviation, 0);
  }
}
