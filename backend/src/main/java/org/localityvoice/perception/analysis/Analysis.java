package org.localityvoice.perception.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.localityvoice.estimate.Margins;
import org.localityvoice.estimate.Merge;
import org.localityvoice.perception.analysis.ResponseFile.Question;

/**
 * How responses are to be estimated.
 *
 * @param positive the answers that the share counts; all others that are not missing are inside the
 *     base and do not count
 * @param missing answers outside the base, and categories that mean "not said"
 * @param cap the heaviest weight allowed, as a multiple of the mean; without it nothing is trimmed
 */
public record Analysis(
    Margins margins,
    List<Merge> merges,
    Set<String> positive,
    Set<String> missing,
    OptionalDouble cap) {
  /** Trimming that moves a margin by more than this many points is not to be published. */
  private static final double MOST_POINTS = 2;

  public Analysis {
    merges = List.copyOf(merges);
    positive = Set.copyOf(positive);
    missing = Set.copyOf(missing);
  }

  /**
   * Results with what their reader should know besides.
   *
   * @param notes sentences
   */
  public record Outcome(Results results, List<String> notes) {}

  /**
   * Estimates every wave of a file.
   *
   * @throws CsvFault where the file is not as described; nothing is told of any wave then
   */
  public Outcome of(Reader responses) throws IOException {
    var file = new ResponseFile(responses, margins, merges, new Question(positive, missing));
    var merged = margins.merged(merges);
    var waves = WaveResult.all(file.count(), merged, missing, cap);
    var notes = new ArrayList<String>();
    if (!file.unused().isEmpty()) {
      notes.add("not used: the columns " + String.join(", ", file.unused()) + ".");
    }
    waves.forEach(
        wave ->
            wave.weights()
                .filter(weights -> weights.cappedRespondents() > 0)
                .filter(weights -> 100 * weights.maxMarginDeviation() >= MOST_POINTS)
                .ifPresent(
                    weights ->
                        notes.add(
                            "the cap moves a margin of wave "
                                + wave.wave()
                                + " by 2 points or more; merge categories rather than publish"
                                + " this.")));
    return new Outcome(Results.of(waves, merged), notes);
  }
}
