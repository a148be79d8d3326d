package org.localityvoice.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;
import org.localityvoice.perception.analysis.Analysis;
import org.localityvoice.perception.analysis.CsvFault;
import org.localityvoice.perception.analysis.MarginFile;
import org.localityvoice.perception.analysis.MergeText;
import org.localityvoice.perception.analysis.ResultTable;
import org.localityvoice.perception.analysis.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Estimates from files, with no store: for analysts, and for auditors of our figures. */
@Command(
    name = "estimate",
    description = {
      "Estimates a share of the adult population from survey responses: weighted to population"
          + " margins by raking, with the Wilson interval on Kish's effective base, and the change"
          + " from the first wave to the last (Newcombe). Prints JSON or CSV in full precision;"
          + " shares are 0 to 1.",
      "A wave that cannot be estimated has a status that says why: UNREPRESENTED, ZERO_MARGIN,"
          + " UNKNOWN_CATEGORY, NOT_CONVERGED, NO_BASE or MORE_ANSWERS_THAN_ADULTS, with the"
          + " category at fault as `offending`. A weight is what each respondent of a cell counts,"
          + " with mean 1 over the wave. Waves are in the order of their names.",
      "What looks like a slip and changes no figure, such as margins that differ by more than 1 %%,"
          + " is in `warnings` and on standard error."
    })
final class EstimateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--responses",
      required = true,
      paramLabel = "FILE.csv",
      description =
          "Columns wave, one for each dimension of the margins, answer, and optionally n, the"
              + " number of identical responses that a row stands for.")
  private Path responses = Path.of("");

  @Option(
      names = "--margins",
      required = true,
      paramLabel = "FILE.csv",
      description = "Columns dimension, category, population (numbers of adults).")
  private Path margins = Path.of("");

  @Option(
      names = "--positive",
      split = ",",
      defaultValue = "1,2",
      paramLabel = "ANSWER",
      description =
          "The answers that the share counts, default 1,2. All others that are not missing are"
              + " inside the base. None may be missing too.")
  private List<String> positive = List.of();

  @Option(
      names = "--missing",
      split = ",",
      defaultValue = "DK,PNS",
      paramLabel = "VALUE",
      description =
          "Answers outside the base, default DK,PNS; an empty answer is too. In a dimension: not"
              + " said, a category with its observed share as target.")
  private List<String> missing = List.of();

  @Option(
      names = "--merge",
      paramLabel = "DIMENSION:A+B",
      description = "Takes categories as one in every wave. May be given several times.")
  private List<String> merges = List.of();

  @Option(
      names = "--cap",
      paramLabel = "TIMES",
      description =
          "Holds weights at so many times their mean. Margins are then missed, by as much as"
              + " maxMarginDeviation says. Without it nothing is trimmed.")
  private @Nullable Double cap;

  @Option(names = "--format", defaultValue = "json", description = "json (the default) or csv.")
  private String format = "json";

  @Override
  public Integer call() {
    if (!Set.of("json", "csv").contains(format)) {
      throw new StartFailure("The format is json or csv, not " + format + ".");
    }
    if (cap != null && !(cap > 1 && Double.isFinite(cap))) {
      throw new StartFailure("The cap must be a number above 1.");
    }
    Results results;
    try {
      results = results();
    } catch (CsvFault | IllegalArgumentException fault) {
      throw new StartFailure(String.valueOf(fault.getMessage()));
    }
    results.warnings().forEach(one -> spec.commandLine().getErr().println("Note: " + one));
    var out = spec.commandLine().getOut();
    if (format.equals("csv")) {
      ResultTable.lines(results).forEach(out::println);
    } else {
      out.println(Json.text(results));
    }
    return 0;
  }

  private Results results() {
    if (values(positive).isEmpty()) {
      throw new StartFailure("--positive names no answer.");
    }
    var read = read(margins, MarginFile::read);
    var analysis =
        new Analysis(
            read,
            MergeText.read(merges, read),
            values(positive),
            values(missing),
            cap == null ? OptionalDouble.empty() : OptionalDouble.of(cap));
    return read(responses, analysis::of);
  }

  /** The values of an option, without blanks around them: {@code 1, 2}. */
  private static Set<String> values(List<String> typed) {
    return typed.stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private interface Reading<T> {
    T from(Reader in) throws IOException;
  }

  private static <T> T read(Path file, Reading<T> reading) {
    try (var in =
        new java.io.BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 1 << 16)) {
      return reading.from(in);
    } catch (IOException e) {
      throw new StartFailure("The file " + file + " cannot be read.");
    }
  }
}
