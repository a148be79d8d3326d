package org.localityvoice.app;

import java.util.concurrent.Callable;
import org.localityvoice.perception.Recomputation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets an auditor check published figures without seeing an answer. */
@Command(
    name = "recompute",
    description =
        "Works the figures of a release out again from the stored counts, and compares. Changes"
            + " nothing. Ends with 1 where anything differs.")
final class RecomputeCommand implements Callable<Integer> {
  @Mixin private SettingsOption settings = new SettingsOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RELEASE", description = "The release's id.")
  private String release = "";

  @Override
  public Integer call() {
    var found =
        Instance.use(settings.read(), parts -> Waiting.on(parts.perception.recompute(release)))
            .orElseThrow(() -> new StartFailure("There is no release " + release + "."));
    if (found.same()) {
      spec.commandLine()
          .getOut()
          .println(
              "Release "
                  + found.release()
                  + " of wave "
                  + found.wave()
                  + ": "
                  + found.figures()
                  + " figures as released ("
                  + found.method()
                  + ", "
                  + found.cellDigest()
                  + ")."
                  + (found.notCompared().isEmpty()
                      ? ""
                      : " It does not hold the counts of options, so those were not compared."));
      return 0;
    }
    found.differences().stream()
        .map(Recomputation.Difference::sentence)
        .forEach(spec.commandLine().getErr()::println);
    return 1;
  }
}
