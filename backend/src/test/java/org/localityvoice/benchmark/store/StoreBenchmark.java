package org.localityvoice.benchmark.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.localityvoice.mongo.embedded.StoreUnavailableException;

/**
 * The embedded store against the backend it is made from. Both run in this process and are asked by
 * the same driver; rounds alternate between them, and what counts is the ratio of their medians.
 * Ours answers when a write is in the file, stock before.
 */
public final class StoreBenchmark {
  private StoreBenchmark() {}

  /** Arguments: the number of rounds (5), and the numbers of documents (1000 10000 100000). */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    List<Integer> sizes =
        arguments.length > 1
            ? Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList()
            : List.of(1_000, 10_000, 100_000);
    rows(rounds, sizes).forEach(System.out::println);
  }

  /** One line for each number of documents and kind of work, below a heading. */
  public static List<String> rows(int rounds, List<Integer> sizes)
      throws IOException, StoreUnavailableException {
    warmUp();
    List<String> rows = new ArrayList<>();
    rows.add(
        String.format(
            Locale.ROOT,
            "%-38s %9s %12s %12s %10s   %s",
            "embedded store (1/s, medians)",
            "documents",
            "ours",
            "stock",
            "ratio",
            "lowest to highest"));
    for (int size : sizes) {
      try (Contestant ours = Contestant.ours(size);
          Contestant stock = Contestant.stock(size)) {
        for (Work work : Work.ALL) {
          rows.add(row(work, size, rounds, ours, stock));
        }
      }
    }
    return rows;
  }

  private static void warmUp() throws IOException, StoreUnavailableException {
    try (Contestant ours = Contestant.ours(1_000);
        Contestant stock = Contestant.stock(1_000)) {
      for (Work work : Work.ALL) {
        work.run(ours);
        work.run(stock);
      }
    }
  }

  private static String row(Work work, int size, int rounds, Contestant ours, Contestant stock) {
    work.run(ours);
    work.run(stock);
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      first.add(work.run(ours));
      second.add(work.run(stock));
      ratios.add(first.get(round) / second.get(round));
    }
    return String.format(
        Locale.ROOT,
        "%-38s %9d %12.0f %12.1f %9.2fx   %.2f to %.2f",
        work.description(),
        size,
        median(first),
        median(second),
        median(first) / median(second),
        ratios.stream().mapToDouble(r -> r).min().orElseThrow(),
        ratios.stream().mapToDouble(r -> r).max().orElseThrow());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
