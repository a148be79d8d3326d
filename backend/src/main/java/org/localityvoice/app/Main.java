package org.localityvoice.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program. Without a command it serves. */
@Command(
    name = "locality-voice",
    description = "The backend a council area runs to listen to its residents.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Versions.class,
    scope = ScopeType.INHERIT,
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      ApiKeyCommand.class,
      CheckCommand.class,
      EstimateCommand.class,
      RecomputeCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  private Main() {}

  /** Runs a command; exits with 0 only when it did what it was asked for. */
  public static void main(String[] args) {
    // Photos are worked on without a screen; a desktop system would show an icon otherwise.
    System.setProperty("java.awt.headless", "true");
    var code = commandLine().execute(args.length == 0 ? new String[] {"serve"} : args);
    System.exit(code);
  }

  static CommandLine commandLine() {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof StartFailure known) {
                command.getErr().println(known.getMessage());
                return 1;
              }
              throw failure;
            });
  }

  /** Only options that belong to a command were given. */
  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /** Tells which build this is. */
  static final class Versions implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"locality-voice " + Version.current()};
    }
  }
}
