package org.localityvoice.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.localityvoice.perception.analysis.Analysis;
import org.localityvoice.perception.analysis.MarginFile;

/** What is alive on the heap while rows of responses are read: counts, however many rows. */
final class ImportMemory {
  private static final int FEW = 10_000;
  private static final int MANY = 1_000_000;
  private static final int LOOKS = 10;
  private static final String HEADINGS = "wave,age_band,sex,answer\n";
  private static final String MARGINS =
      """
      dimension,category,population
      age_band,16-34,900000
      age_band,35+,1500000
      sex,female,1300000
      sex,male,1100000
      """;

  private ImportMemory() {}

  static Result measure(int rounds) throws IOException {
    peak(FEW);
    peak(MANY);
    var ratios = new ArrayList<Double>();
    var few = new ArrayList<Double>();
    var many = new ArrayList<Double>();
    var seconds = new ArrayList<Double>();
    for (var round = 0; round < rounds; round++) {
      few.add(peak(FEW));
      var begin = System.nanoTime();
      many.add(peak(MANY));
      seconds.add((System.nanoTime() - begin) / 1e9);
      ratios.add(many.get(round) / few.get(round));
    }
    var note =
        String.format(
            Locale.ROOT,
            "%.1f MB over %.1f MB alive; %.1f s with ten full collections",
            Result.median(many) / 1e6,
            Result.median(few) / 1e6,
            Result.median(seconds));
    return new Result(
        "estimate: live heap while reading 1,000,000 rows over 10,000",
        ratios,
        "x",
        1.1,
        true,
        note);
  }

  /** The most that was alive at ten moments of the reading, in bytes. */
  private static double peak(int rows) throws IOException {
    var margins = MarginFile.read(new StringReader(MARGINS));
    var made = new Rows(rows);
    var results =
        new Analysis(margins, List.of(), Set.of("1", "2"), Set.of("DK"), OptionalDouble.empty())
            .of(new BufferedReader(made));
    if (results.waves().get(0).n() != rows) {
      throw new IllegalStateException("not all rows were counted");
    }
    return made.most;
  }

  /** As many rows as wanted, made while they are read. */
  private static final class Rows extends Reader {
    private final int rows;
    private int made;
    private String line = HEADINGS;
    private int at;
    private double most;

    private Rows(int rows) {
      this.rows = rows;
    }

    @Override
    public int read(char[] into, int from, int length) {
      if (at == line.length() && !next()) {
        return -1;
      }
      var count = Math.min(length, line.length() - at);
      line.getChars(at, at + count, into, from);
      at += count;
      return count;
    }

    private boolean next() {
      if (made == rows) {
        return false;
      }
      if (made % (rows / LOOKS) == 0) {
        look();
      }
      line =
          "2026-Q4,"
              + (made % 5 < 2 ? "16-34," : "35+,")
              + (made % 2 == 0 ? "female," : "male,")
              + made % 7
              + "\n";
      at = 0;
      made++;
      return true;
    }

    private void look() {
      System.gc();
      var runtime = Runtime.getRuntime();
      most = Math.max(most, (double) (runtime.totalMemory() - runtime.freeMemory()));
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
