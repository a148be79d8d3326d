package org.localityvoice.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Rates a second, ours and the reference's, round by round, and the processor time that went into
 * them. The load runs on the calling thread, whose own time does not count.
 */
final class Rates {
  /** Does something so many times; answers with how often a second. */
  interface Work {
    double rate() throws IOException;
  }

  /** What one round of work came to. */
  record Round(double rate, double cpuMicros) {}

  private final String what;
  private final double budget;
  private final List<Round> ours = new ArrayList<>();
  private final List<Round> reference = new ArrayList<>();

  Rates(String what, double budget) {
    this.what = what;
    this.budget = budget;
  }

  static Round round(int times, Work work) throws IOException {
    var before = cpuNanos();
    var rate = work.rate();
    return new Round(rate, (cpuNanos() - before) / 1e3 / times);
  }

  private static long cpuNanos() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime()
        - ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  void add(Round our, Round other) {
    ours.add(our);
    reference.add(other);
  }

  double peak() {
    return rate(ours);
  }

  private static double rate(List<Round> rounds) {
    return Result.median(rounds.stream().map(Round::rate).toList());
  }

  private static double cpu(List<Round> rounds) {
    return Result.median(rounds.stream().map(Round::cpuMicros).toList());
  }

  Result result() {
    var ratios =
        IntStream.range(0, ours.size())
            .mapToObj(i -> ours.get(i).rate() / reference.get(i).rate())
            .toList();
    var note =
        String.format(
            Locale.ROOT,
            "%.0f/s against %.0f/s; %.0f µs against %.0f µs of CPU",
            rate(ours),
            rate(reference),
            cpu(ours),
            cpu(reference));
    return new Result(what, ratios, "x", budget, false, note);
  }
}
