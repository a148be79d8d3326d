package org.localityvoice.perception.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.perception.analysis.Results.Movement;
import org.localityvoice.perception.analysis.Results.Wave;

/** Results as CSV: a row for each wave and one for the change. Weights are in the JSON only. */
public final class ResultTable {
  private static final String HEADINGS =
      "row,wave,status,offending,n,nValid,estimate,se,effectiveBase,designEffect,ciLow,ciHigh,"
          + "maxMarginDeviation,cappedRespondents,difference,verdict";

  private ResultTable() {}

  /** The lines, without their ends. */
  public static List<String> lines(Results results) {
    var lines = new ArrayList<String>();
    lines.add(HEADINGS);
    results.waves().forEach(wave -> lines.add(line(wave)));
    results.change().ifPresent(change -> lines.add(line(change)));
    return lines;
  }

  private static String line(Wave wave) {
    return join(
        "wave",
        wave.wave(),
        wave.status(),
        wave.offending().orElse(""),
        String.valueOf(wave.n()),
        String.valueOf(wave.nValid()),
        text(wave.estimate()),
        text(wave.se()),
        text(wave.effectiveBase()),
        text(wave.designEffect()),
        text(wave.ciLow()),
        text(wave.ciHigh()),
        text(wave.maxMarginDeviation()),
        text(wave.cappedRespondents()),
        "",
        "");
  }

  private static String line(Movement change) {
    return join(
        "change",
        change.from() + ".." + change.to(),
        change.status(),
        "",
        "",
        "",
        "",
        text(change.se()),
        "",
        "",
        text(change.ciLow()),
        text(change.ciHigh()),
        "",
        "",
        text(change.difference()),
        change.verdict().orElse(""));
  }

  private static String text(Optional<? extends Number> value) {
    return value.map(String::valueOf).orElse("");
  }

  private static String join(String... fields) {
    return String.join(",", List.of(fields).stream().map(ResultTable::field).toList());
  }

  private static String field(String value) {
    return value.matches("[^,\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
