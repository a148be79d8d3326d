package org.localityvoice.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.localityvoice.directory.Bringing.Mode;
import org.localityvoice.directory.exchange.DirectoryImport.Line;
import org.localityvoice.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings data into the store. */
@Command(name = "import", description = "Brings data into the store.")
final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "area",
      description =
          "Imports an area file: localities, themes, partners, questionnaires, waves. All of it or"
              + " nothing; importing it again changes nothing.")
  int area(
      @Mixin SettingsOption settings,
      @Parameters(paramLabel = "FILE", description = "The area file, YAML or JSON.") Path file) {
    var bytes = read(file);
    var outcome =
        Instance.use(
            settings.read(),
            parts -> Waiting.on(new AreaImport(parts).run(bytes, name -> beside(file, name))));
    outcome.warnings().forEach(line -> spec.commandLine().getErr().println("Note: " + line));
    if (!outcome.faults().isEmpty()) {
      outcome.faults().forEach(spec.commandLine().getErr()::println);
      spec.commandLine().getErr().println("Nothing was imported.");
      return 1;
    }
    spec.commandLine()
        .getOut()
        .println(outcome.changed() ? "Imported " + file + "." : "Nothing has changed.");
    return 0;
  }

  @Command(
      name = "directory",
      description =
          "Imports services into the directory, from a CSV file or Open Referral UK JSON. Each"
              + " service by itself; importing it again changes nothing.")
  int directory(
      @Mixin SettingsOption settings,
      @Option(
              names = "--keeper",
              required = true,
              paramLabel = "PARTNER",
              description = "Id of the partner who is to keep them.")
          String keeper,
      @Option(
              names = "--localities",
              required = true,
              split = ",",
              paramLabel = "ID",
              description = "Those they are for, where the file does not say it.")
          List<String> localities,
      @Option(names = "--dry-run", description = "Only tells what would become of each.")
          boolean dryRun,
      @Option(names = "--overwrite", description = "Changes what is there and says otherwise.")
          boolean overwrite,
      @Option(names = "--publish", description = "Publishes what is complete.") boolean publish,
      @Parameters(paramLabel = "FILE", description = "A file named .csv or .json.") Path file) {
    var mode = new Mode(dryRun, overwrite, publish);
    var bytes = read(file);
    List<Line> lines;
    try {
      lines =
          Instance.use(
              settings.read(),
              parts ->
                  Waiting.on(
                      new DirectoryFile(parts)
                          .run(file.toString(), bytes, keeper, localities, mode)));
    } catch (Problem refusal) {
      throw new StartFailure(DirectoryFile.sentence(refusal));
    }
    lines.forEach(line -> DirectoryFile.tell(line, spec.commandLine().getOut()));
    return lines.stream().anyMatch(line -> line.verdict().equals("invalid")) ? 1 : 0;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StartFailure("The file " + file + " cannot be read.");
    }
  }

  private static Optional<String> beside(Path file, String name) {
    var path = file.toAbsolutePath().resolveSibling(name);
    // Beside means beside: a name with a path in it leads nowhere.
    if (!name.equals(path.getFileName().toString()) || !Files.isRegularFile(path)) {
      return Optional.empty();
    }
    return Optional.of(new String(read(path), StandardCharsets.UTF_8));
  }
}
