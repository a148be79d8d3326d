package org.localityvoice.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.localityvoice.media.PhotoWork;
import org.localityvoice.media.Pictures;
import org.localityvoice.testing.Wait;

/**
 * A photo of 12 megapixels: read, checked, shrunk, cleaned and written twice, beside a program that
 * reads and writes it with the JDK and does nothing else.
 */
final class PhotoRows {
  private static final int WARM_UP = 5;

  private final byte[] photo = Pictures.jpeg(Pictures.detailed(4000, 3000), false);
  private final Vertx vertx = Vertx.vertx();
  private final PhotoWork pool = new PhotoWork(vertx);

  List<Result> measure(int rounds) throws IOException {
    var results = new ArrayList<Result>();
    results.add(time(rounds));
    results.addAll(stalls(rounds));
    results.addAll(memory(rounds));
    Wait.forResult(vertx.close());
    return results;
  }

  /** Processor time, which other programs on the machine disturb less. */
  private Result time(int rounds) throws IOException {
    var ours = new ArrayList<Double>();
    var plain = new ArrayList<Double>();
    var clock = new ArrayList<Double>();
    for (var round = -WARM_UP; round < rounds; round++) {
      var begin = System.nanoTime();
      var our = millis(() -> PhotoWork.develop(photo));
      var elapsed = (System.nanoTime() - begin) / 1e6;
      var other = millis(() -> PhotoChild.plain(photo));
      if (round >= 0) {
        ours.add(our);
        plain.add(other);
        clock.add(elapsed);
      }
    }
    var note =
        String.format(
            Locale.ROOT,
            "%.0f ms against %.0f ms of CPU; %.0f ms by the clock, %.1f MB sent",
            Result.median(ours),
            Result.median(plain),
            Result.median(clock),
            photo.length / 1e6);
    return new Result(
        "photo of 12 megapixels over ImageIO's read and write, CPU",
        ratios(ours, plain),
        "x",
        1,
        true,
        note);
  }

  private interface Work {
    byte[] run() throws IOException;
  }

  private static double millis(Work work) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    var begin = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - begin) / 1e6;
  }

  private List<Result> stalls(int rounds) {
    var inPool = new ArrayList<Double>();
    var inline = new ArrayList<Double>();
    for (var round = 0; round < rounds; round++) {
      inPool.add(stall(pool::developInPool));
      inline.add(stall(file -> Future.succeededFuture(PhotoWork.develop(file))));
    }
    return List.of(
        new Result("… longest stall of the event loop meanwhile", inPool, "ms", 0, true, ""),
        new Result("… the same on the event loop (the control)", inline, "ms", 0, true, ""));
  }

  /** The longest time between two ticks of a timer of one millisecond. */
  private double stall(Function<byte[], Future<byte[]>> work) {
    Promise<Double> longest = Promise.promise();
    vertx
        .getOrCreateContext()
        .runOnContext(
            now -> {
              var last = new AtomicLong(System.nanoTime());
              var most = new AtomicLong();
              Runnable tick =
                  () -> {
                    var time = System.nanoTime();
                    most.accumulateAndGet(time - last.getAndSet(time), Math::max);
                  };
              var timer = vertx.setPeriodic(1, id -> tick.run());
              work.apply(photo)
                  .onComplete(
                      done -> {
                        tick.run();
                        vertx.cancelTimer(timer);
                        longest.complete(most.get() / 1e6);
                      });
            });
    return Wait.forResult(longest.future());
  }

  private List<Result> memory(int rounds) throws IOException {
    var file = Files.createTempFile("photo", ".jpg");
    try {
      Files.write(file, photo);
      var ours = new ArrayList<List<Double>>();
      var plain = new ArrayList<List<Double>>();
      for (var round = 0; round < rounds; round++) {
        ours.add(child("ours", file));
        plain.add(child("plain", file));
      }
      return List.of(
          megabytes("… peak of the heap, a process for itself", ours, plain, 0),
          megabytes("… peak of the whole process", ours, plain, 1));
    } finally {
      Files.delete(file);
    }
  }

  private static List<Double> child(String what, Path file) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            PhotoChild.class.getName(),
            what,
            file.toString());
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return said.lines().map(Double::valueOf).toList();
  }

  private static Result megabytes(
      String what, List<List<Double>> ours, List<List<Double>> plain, int which) {
    var our = ours.stream().map(values -> values.get(which)).toList();
    var other = plain.stream().map(values -> values.get(which)).toList();
    var note =
        String.format(
            Locale.ROOT, "%.0f MB against %.0f MB", Result.median(our), Result.median(other));
    return new Result(what, ratios(our, other), "x", 1, true, note);
  }

  private static List<Double> ratios(List<Double> ours, List<Double> reference) {
    return IntStream.range(0, ours.size()).mapToObj(i -> ours.get(i) / reference.get(i)).toList();
  }
}
