package org.localityvoice.benchmark;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import org.localityvoice.perception.WaveOfSize;
import org.localityvoice.survey.Waves.Results;

/** The figures of a wave come from its cells, so their cost must not grow with its responses. */
final class Figures {
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final int TIMES = 500;
  // "Flat within noise".
  private static final double BUDGET = 1.2;

  private Figures() {}

  static Result measure(int rounds, Results template) {
    var few = new WaveOfSize(template, FEW, new Random(7));
    var many = new WaveOfSize(template, MANY, new Random(7));
    few.nanos(4 * TIMES);
    many.nanos(4 * TIMES);
    var ratios = new ArrayList<Double>();
    var micros = new ArrayList<Double>();
    for (var round = 0; round < rounds; round++) {
      var nanos = many.nanos(TIMES);
      micros.add(nanos / 1e3);
      ratios.add(nanos / few.nanos(TIMES));
    }
    return new Result(
        "figures of a wave: 100,000 responses over 1,000",
        ratios,
        "x",
        BUDGET,
        true,
        String.format(Locale.ROOT, "%.0f µs", Result.median(micros)));
  }
}
