package org.localityvoice.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.localityvoice.benchmark.store.StoreBenchmark;

/**
 * Prints what the product costs and gives beside its budgets. It never fails because a budget is
 * missed: what a machine that others use does in a minute is no test.
 *
 * <p>Arguments: which parts, any of {@code contract survey estimate report reports-lists
 * event-lists directory sign-ups walkabouts photo start-up store}; all by default. System
 * properties: {@code packaged.jar} for the start-up, {@code benchmark.jdks} with further JDKs to
 * start it on, {@code benchmark.rounds} (5).
 */
public final class Benchmark {
  private static final List<Integer> STORE_SIZES = List.of(1_000, 10_000, 100_000);
  private static final List<Integer> CROWDS = List.of(200, 2_000);
  private static final List<Integer> SERVICES = List.of(500, 2_000);
  private static final List<Integer> SESSIONS = List.of(5_000, 20_000);
  private static final Set<String> ALL =
      Set.of(
          "contract",
          "survey",
          "estimate",
          "report",
          "reports-lists",
          "event-lists",
          "directory",
          "sign-ups",
          "walkabouts",
          "photo",
          "start-up",
          "store");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final int rounds = Math.max(5, Integer.getInteger("benchmark.rounds", 5));

  private Benchmark() {}

  public static void main(String[] arguments) throws Exception {
    // Drivers of the reference leave threads behind, which would keep the process for ever.
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, failure) -> {
              failure.printStackTrace(System.err);
              System.exit(1);
            });
    new Benchmark().run(arguments.length == 0 ? ALL : Set.of(arguments));
    System.exit(0);
  }

  private void run(Set<String> parts) throws Exception {
    out.println(machine());
    out.println(Result.HEADING);
    if (parts.contains("contract")) {
      show(List.of(ContractCost.measure(3 * rounds)));
    }
    if (parts.contains("survey") || parts.contains("estimate")) {
      try (var survey = new SurveyRows()) {
        if (parts.contains("estimate")) {
          show(Figures.measure(rounds, survey.results()));
          show(List.of(ImportMemory.measure(rounds)));
        }
        if (parts.contains("survey")) {
          show(survey.measure(rounds));
        }
      }
    }
    if (parts.contains("report")) {
      try (var reports = new ReportRows()) {
        show(reports.measure(rounds));
      }
    }
    if (parts.contains("reports-lists")) {
      try (var lists = new ReportListRows()) {
        show(lists.measure(rounds, STORE_SIZES));
      }
    }
    if (parts.contains("event-lists")) {
      try (var lists = new EventListRows()) {
        show(lists.measure(rounds, SESSIONS));
      }
    }
    if (parts.contains("directory")) {
      try (var directory = new DirectoryRows()) {
        show(directory.measure(rounds, SERVICES));
      }
    }
    if (parts.contains("sign-ups")) {
      try (var signUps = new SignUpRows()) {
        show(signUps.measure(rounds, CROWDS));
      }
    }
    if (parts.contains("walkabouts")) {
      try (var walks = new WalkaboutRows()) {
        show(walks.measure(rounds));
      }
    }
    if (parts.contains("photo")) {
      show(new PhotoRows().measure(rounds));
    }
    if (parts.contains("start-up")) {
      startUp();
    }
    if (parts.contains("store")) {
      StoreBenchmark.rows(rounds, STORE_SIZES).forEach(out::println);
    }
  }

  private void startUp() throws Exception {
    var jar = Path.of(System.getProperty("packaged.jar", "target/locality-voice.jar"));
    if (Files.exists(jar)) {
      var homes = StartUp.homes(System.getProperty("benchmark.jdks", ""));
      show(new StartUp(jar.toAbsolutePath()).measure(rounds, homes));
    } else {
      out.println("start-up is not measured: there is no " + jar);
    }
  }

  private void show(List<Result> results) {
    results.forEach(result -> out.println(result.line()));
  }

  private String machine() {
    return String.format(
        Locale.ROOT,
        "%d cores, %s %s, %s; medians of %d or more interleaved rounds",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        rounds);
  }
}
