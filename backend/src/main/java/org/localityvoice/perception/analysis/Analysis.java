package org.localityvoice.perception.analysis;

import java.io.IOException;
import java.io.Reader;
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
  public Analysis {
    merges = List.copyOf(merges);
    positive = Set.copyOf(positive);
    missing = Set.copyOf(missing);
    positive.stream()
        .filter(missing::contains)
        .sorted()
        .findFirst()
        .ifPresent(
            both -> {
              throw new IllegalArgumentException(
                  "--positive and --missing both name "
                      + CsvFault.quoted(both)
                      + "; an answer either counts or is outside the base.");
            });
  }

  /**
   * Estimates every wave of a file.
   *
   * @throws CsvFault where the file is not as described; nothing is told of any wave then
   */
  public Results of(Reader responses) throws IOException {
    var file = new ResponseFile(responses, margins, merges, new Question(positive, missing));
    var merged = margins.merged(merges);
    var waves = WaveResult.all(file.count(), merged, missing, cap);
    return Results.of(waves, merged, Warnings.of(file, margins, this, waves));
  }
}
