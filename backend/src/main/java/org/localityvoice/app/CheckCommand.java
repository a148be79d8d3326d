package org.localityvoice.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.localityvoice.http.Contract;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks whether all is well, and changes no data. */
@Command(
    name = "check",
    description =
        "Checks the configuration and the store: every cell is rebuilt from the answers, every"
            + " counter from the reports, and compared. Changes no data.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private SettingsOption settings = new SettingsOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var read = settings.read();
    out.println("Configuration: good, " + (read.production() ? "production" : "evaluation"));
    Contract.load(read.signIn().mode());
    out.println("Contract: good");
    if (read.mongodbUri().isEmpty() && !EmbeddedStore.isIn(read.dataFolder())) {
      out.println("Store: none yet, " + StoreConnection.place(read));
      return 0;
    }
    var differences = new ArrayList<>(Instance.use(read, CheckCommand::differences));
    if (differences.isEmpty()) {
      out.println("Store: good, " + StoreConnection.place(read));
      return 0;
    }
    differences.forEach(spec.commandLine().getErr()::println);
    return 1;
  }

  private static List<String> differences(Parts parts) {
    var differences = new ArrayList<>(Waiting.on(parts.surveys.differences()));
    differences.addAll(Waiting.on(parts.reportLists.differences()));
    return differences;
  }
}
