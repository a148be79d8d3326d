package org.localityvoice.mongo.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link ChildWriter} in a process of its own, and what it has said so far. */
final class Child implements AutoCloseable {
  private static final String END = "\u0000end";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private Child(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "child-output");
    reader.setDaemon(true);
    reader.start();
  }

  static Child start(Path folder, String answers) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Child(
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildWriter.class.getName(),
                folder.toString(),
                answers)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      // killed
    }
    lines.add(END);
  }

  void awaitLine(String wanted) throws InterruptedException {
    String line;
    do {
      line = lines.poll(60, TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        throw new IllegalStateException("the child never said " + wanted);
      }
    } while (!line.equals(wanted));
  }

  /** Waits until so many lines have come. */
  List<String> await(int howMany) throws InterruptedException {
    List<String> result = new ArrayList<>();
    while (result.size() < howMany) {
      String line = lines.poll(60, TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        throw new IllegalStateException("the child stopped after " + result.size() + " writes");
      }
      result.add(line);
    }
    return result;
  }

  /** SIGKILL, and the complete lines that got out before. */
  List<String> kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    List<String> result = new ArrayList<>();
    for (String line = lines.take(); !line.equals(END); line = lines.take()) {
      result.add(line);
    }
    return result;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
