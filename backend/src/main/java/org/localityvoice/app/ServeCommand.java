package org.localityvoice.app;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves until it is told to stop. */
@Command(name = "serve", description = "Serves the API (what happens without a command).")
final class ServeCommand implements Callable<Integer> {
  @Mixin private SettingsOption settings = new SettingsOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    var read = settings.read();
    var vertx = Vertx.vertx();
    Backend backend;
    try {
      backend = Backend.start(vertx, read, InstantSource.system());
    } catch (StartFailure failure) {
      Waiting.quietly(vertx.close());
      throw failure;
    }
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  backend.stop();
                  Waiting.quietly(vertx.close());
                  out.println("Stopped.");
                  stopped.countDown();
                },
                "stop"));
    Welcome.lines(read, backend).forEach(out::println);
    stopped.await();
    return 0;
  }
}
