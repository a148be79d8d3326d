package org.localityvoice.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From {@code java -jar} to the first 200, on a data folder with the sample area in it. With and
 * without a class-data archive, each in its turn.
 */
final class StartUp {
  private static final double BUDGET = 1.5;
  private static final long LONGEST_SECONDS = 120;

  private record Variant(String name, Path java, List<String> options, List<Start> starts) {}

  /** Wall-clock and processor time, which other programs on the machine disturb less. */
  private record Start(double seconds, double cpuSeconds) {}

  private final Path jar;
  private final Path folder;

  StartUp(Path jar) throws IOException {
    this.jar = jar;
    this.folder = Files.createTempDirectory("start-up");
  }

  /**
   * Measures.
   *
   * @param homes of the JDKs to use
   */
  List<Result> measure(int rounds, List<Path> homes) throws IOException {
    var variants = new ArrayList<Variant>();
    for (var home : homes) {
      var java = home.resolve("bin").resolve("java");
      var archive = folder.resolve("classes-" + variants.size() + ".jsa");
      run(java, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"));
      var name = home.getFileName() == null ? home.toString() : home.getFileName().toString();
      variants.add(new Variant(name, java, List.of(), new ArrayList<>()));
      variants.add(
          new Variant(
              name + ", class-data archive",
              java,
              List.of("-XX:SharedArchiveFile=" + archive),
              new ArrayList<>()));
    }
    for (var round = 0; round < rounds; round++) {
      for (var variant : variants) {
        variant.starts().add(run(variant.java(), variant.options()));
      }
    }
    return variants.stream()
        .map(
            variant ->
                new Result(
                    "start to first 200: " + variant.name(),
                    variant.starts().stream().map(Start::seconds).toList(),
                    "s",
                    BUDGET,
                    true,
                    cpu(variant)))
        .toList();
  }

  private static String cpu(Variant variant) {
    var seconds = variant.starts().stream().map(Start::cpuSeconds).toList();
    return String.format(Locale.ROOT, "%.1f s of CPU", Result.median(seconds));
  }

  private Start run(Path java, List<String> options) throws IOException {
    var port = freePort();
    var command = new ArrayList<String>();
    command.add(java.toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("HTTP_PORT", String.valueOf(port));
    builder.environment().put("MANAGEMENT_PORT", "0");
    builder.environment().put("DATA_FOLDER", folder.resolve("data").toString());
    var begin = System.nanoTime();
    var process = builder.start();
    try {
      while (!answers(port)) {
        var waited = System.nanoTime() - begin;
        if (!process.isAlive() || waited > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
          throw new IOException("no start: " + Files.readString(folder.resolve("log")));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
      var seconds = (System.nanoTime() - begin) / 1e9;
      var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
      return new Start(seconds, cpu.toMillis() / 1e3);
    } finally {
      stop(process);
    }
  }

  private static boolean answers(int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port));
      var request = "GET /v1/localities HTTP/1.0\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(start, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (ConnectException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** As Ctrl-C would; the archive is written on the way out. */
  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The JDK that runs this and those named, separated like a class path. */
  static List<Path> homes(String more) {
    var homes = new ArrayList<Path>();
    homes.add(Path.of(System.getProperty("java.home")));
    Arrays.stream(more.split(java.io.File.pathSeparator, -1))
        .filter(home -> !home.isBlank())
        .map(home -> Path.of(home))
        .map(StartUp::real)
        .forEach(homes::add);
    return homes;
  }

  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
