package org.localityvoice.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.localityvoice.perception.WaveOfSize;
import org.localityvoice.survey.Waves.Results;

/** The figures of a wave come from its cells, so their cost must not grow with its responses. */
final class Figures {
  private static final int FEW = 1_000;
  private static final List<Integer> MANY = List.of(10_000, 100_000, 1_000_000);
  private static final int TIMES = 500;
  // "Flat within noise".
  private static final double BUDGET = 1.2;

  private Figures() {}

  static List<Result> measure(int rounds, Results template) {
    var few = new WaveOfSize(template, FEW, new Random(7));
    few.nanos(4 * TIMES);
    return MANY.stream()
        .map(size -> row(rounds, few, new WaveOfSize(template, size, new Random(7)), size))
        .toList();
  }

  private static Result row(int rounds, WaveOfSize few, WaveOfSize many, int size) {
    many.nanos(4 * TIMES);
    var ratios = new ArrayList<Double>();
    var micros = new ArrayList<Double>();
    for (var round = 0; round < rounds; round++) {
      var nanos = many.nanos(TIMES);
      micros.add(nanos / 1e3);
      ratios.add(nanos / few.nanos(TIMES));
    }
    return new Result(
        String.format(Locale.ROOT, "estimates of a wave: %,d responses over 1,000", size),
        ratios,
        "x",
        BUDGET,
        true,
        String.format(Locale.ROOT, "%.0f µs", Result.median(micros)));
  }
}
