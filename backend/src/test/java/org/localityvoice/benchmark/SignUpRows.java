package org.localityvoice.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.localityvoice.app.Subject;
import org.localityvoice.event.registration.SignUps;
import org.localityvoice.event.registration.SignUps.SignUp;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;

/**
 * Many families want the 30 places of one session at the same moment, over HTTP against the whole
 * server, beside as many who want places in 30 sessions. Everything durable when it is answered;
 * server, store and crowd share the machine.
 */
final class SignUpRows implements AutoCloseable {
  private static final int SESSIONS = 30;
  private static final int MOST_TRIES = 50;

  private final EmbeddedStore store;
  private final Subject server;
  private final SignUps signUps;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  SignUpRows() throws Exception {
    store = EmbeddedStore.open(Files.createTempDirectory("benchmark"), EmbeddedOptions.defaults());
    var uri = store.connectionString();
    server = new Subject(uri, Files.createTempDirectory("benchmark"));
    signUps = new SignUps(uri);
  }

  /**
   * What a crowd came to.
   *
   * @param millis until the last had an answer
   * @param in how many have a place or wait
   * @param retries how often somebody was told to come again
   */
  private record Outcome(double millis, int in, int retries) {}

  List<Result> measure(int rounds, List<Integer> sizes) throws IOException {
    everybody(signUps.crowd(200, SESSIONS));
    everybody(signUps.crowd(200, 1));
    var rows = new ArrayList<Result>();
    for (var size : sizes) {
      var ratios = new ArrayList<Double>();
      var one = new ArrayList<Outcome>();
      var many = new ArrayList<Outcome>();
      for (var round = 0; round < rounds; round++) {
        one.add(everybody(signUps.crowd(size, 1)));
        many.add(everybody(signUps.crowd(size, SESSIONS)));
        ratios.add(one.get(round).millis() / many.get(round).millis());
      }
      rows.add(
          new Result(
              size + " sign-ups at once for one session against 30: time to all",
              ratios,
              "x",
              2,
              true,
              told(one) + " against " + told(many)));
    }
    return rows;
  }

  private static String told(List<Outcome> outcomes) {
    return String.format(
        Locale.ROOT,
        "%.0f ms, %d in, %d retries",
        Result.median(outcomes.stream().map(Outcome::millis).toList()),
        outcomes.get(0).in(),
        outcomes.stream().mapToInt(Outcome::retries).sum());
  }

  private Outcome everybody(List<SignUp> crowd) {
    var retries = new AtomicInteger();
    var in = new AtomicInteger();
    var requests = crowd.stream().map(this::request).toList();
    var begin = System.nanoTime();
    CompletableFuture.allOf(
            requests.stream()
                .map(request -> asks(request, in, retries, 1))
                .toArray(CompletableFuture[]::new))
        .join();
    return new Outcome((System.nanoTime() - begin) / 1e6, in.get(), retries.get());
  }

  private HttpRequest request(SignUp wish) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + wish.path()))
        .header("Authorization", "Bearer " + Subject.token(wish.uid()))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(wish.body()))
        .build();
  }

  private CompletableFuture<Void> asks(
      HttpRequest request, AtomicInteger in, AtomicInteger retries, int attempt) {
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenCompose(
            answer -> {
              if (answer.statusCode() == 503 && attempt < MOST_TRIES) {
                retries.incrementAndGet();
                return asks(request, in, retries, attempt + 1);
              }
              if (answer.statusCode() == 201) {
                in.incrementAndGet();
              } else if (answer.statusCode() != 409) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
              }
              return CompletableFuture.completedFuture(null);
            });
  }

  @Override
  public void close() {
    signUps.close();
    server.close();
    store.close();
  }
}
