package org.localityvoice.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
