package org.localityvoice.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.localityvoice.testing.Wait;

/** The packaged program in a process of its own, and what it has said so far. */
final class Packaged implements AutoCloseable {
  /** Signs the tokens of sample people, so that tests need no sign-in. */
  static final String KEY = "a key for the packaged program";

  private static final Path JAR = Path.of(System.getProperty("packaged.jar"));
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final long SECONDS = 60;
  private static final String THREADS_END = "JNI global refs";
  private static final String SERVES = "Stop with Ctrl-C.";
  private static final Pattern ADDRESS = Pattern.compile("serves on (http://\\S+)");
  private static final Pattern MANAGEMENT = Pattern.compile("(http://\\S+)/health/ready");

  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers;

  private Packaged(Process process) {
    this.process = process;
    this.readers =
        List.of(
            reader(process.inputReader(StandardCharsets.UTF_8), out),
            reader(process.errorReader(StandardCharsets.UTF_8), err));
  }

  /** How a run ended: its exit code and everything it said. */
  record Ended(int code, List<String> out, List<String> err) {}

  /** Starts the program with a data folder and settings; nothing else configures it. */
  static Packaged start(Path folder, Map<String, String> settings, String... arguments) {
    return start(List.of(), folder, settings, arguments);
  }

  /** The same with options for the Java virtual machine. */
  static Packaged start(
      List<String> options, Path folder, Map<String, String> settings, String... arguments) {
    var command = new ArrayList<String>();
    // Quick to start rather than quick in the long run, and small beside the tests.
    command.addAll(List.of(JAVA.toString(), "-Xmx384m", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    SettingsReader.NAMES.forEach(name -> environment.remove(variable(name)));
    environment.put("DATA_FOLDER", folder.toString());
    environment.put("HTTP_PORT", "0");
    environment.put("MANAGEMENT_PORT", "0");
    environment.put("IDENTITY_LOCAL_KEY", KEY);
    environment.putAll(settings);
    try {
      return new Packaged(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  static Ended run(Path folder, Map<String, String> settings, String... arguments) {
    try (var program = start(folder, settings, arguments)) {
      return program.ended();
    }
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Thread reader(BufferedReader from, List<String> to) {
    var thread =
        new Thread(
            () -> {
              try (from) {
                from.lines().forEach(to::add);
              } catch (IOException | UncheckedIOException e) {
                // It was killed; what it said before is there.
              }
            },
            "packaged-output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Waits until requests are served; answers with the address of the public port. */
  String address() {
    return said(ADDRESS);
  }

  /** The address of the management port. */
  String management() {
    return said(MANAGEMENT);
  }

  private String said(Pattern wanted) {
    Wait.until("the program serves", SECONDS, () -> out.contains(SERVES) || !process.isAlive());
    return out.stream()
        .map(wanted::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("it does not serve: " + out + err));
  }

  List<String> out() {
    return out;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGTERM, as Ctrl-C, a service manager or a container engine would stop it. */
  void terminate() {
    // Not Process.destroy(), which would also close the pipes that it says its last words into.
    process.toHandle().destroy();
  }

  /** SIGKILL. */
  void kill() {
    process.toHandle().destroyForcibly();
    ended();
  }

  /** Waits for the end. */
  Ended ended() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        saysWhereItStands();
        throw new AssertionError("it does not end; it said " + out + err);
      }
      for (var reader : readers) {
        reader.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Ended(process.exitValue(), List.copyOf(out), List.copyOf(err));
  }

  /** SIGQUIT: the virtual machine prints what each of its threads is doing. */
  private void saysWhereItStands() throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
      Wait.until(
          "the threads are told",
          SECONDS,
          () -> out.stream().anyMatch(line -> line.startsWith(THREADS_END)));
    } catch (IOException | AssertionError e) {
      err.add("what its threads do cannot be had: " + e.getMessage());
    }
  }

  /** A line of a stack trace. */
  static final Predicate<String> IS_TRACE = line -> line.startsWith("\tat ");

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
