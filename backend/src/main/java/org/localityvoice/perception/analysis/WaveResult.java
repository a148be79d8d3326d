package org.localityvoice.perception.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.localityvoice.estimate.Counts;
import org.localityvoice.estimate.Margins;
import org.localityvoice.estimate.Proportion;
import org.localityvoice.estimate.Status;
import org.localityvoice.estimate.Trimming;
import org.localityvoice.estimate.Weighting;
import org.localityvoice.estimate.Weighting.Refused;
import org.localityvoice.estimate.Weighting.Weights;
import org.localityvoice.perception.analysis.Tally.WaveCounts;

/**
 * What was found in one wave.
 *
 * @param place the {@code dimension=category} that a status is about
 * @param weights there where the margins could be met
 * @param share there where the status is OK
 */
record WaveResult(
    String wave,
    Status status,
    Optional<String> place,
    long n,
    long nValid,
    Optional<Weights> weights,
    Optional<Proportion> share) {

  static WaveResult of(WaveCounts wave, Margins margins, Set<String> missing, OptionalDouble cap) {
    var nValid = wave.counts().stream().mapToLong(Counts::valid).sum();
    var weighting = Weighting.of(wave.groups(), margins, missing);
    if (weighting instanceof Refused refused) {
      return new WaveResult(
          wave.wave(),
          refused.status(),
          refused.place(),
          refused.n(),
          nValid,
          Optional.empty(),
          Optional.empty());
    }
    var raked = (Weights) weighting;
    var weights = cap.isPresent() ? Trimming.of(raked, margins, cap.getAsDouble()) : raked;
    var share = Proportion.of(weights, wave.counts());
    return new WaveResult(
        wave.wave(),
        share.isPresent() ? Status.OK : Status.NO_BASE,
        Optional.empty(),
        weights.n(),
        nValid,
        Optional.of(weights),
        share);
  }

  /** All waves, the earliest first. */
  static List<WaveResult> all(
      Tally tally, Margins margins, Set<String> missing, OptionalDouble cap) {
    return tally.waves().stream().map(wave -> of(wave, margins, missing, cap)).toList();
  }
}
