package org.localityvoice.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.localityvoice.http.Json;
import org.localityvoice.identity.local.LocalTokens;

/** What people hold in their hands who use a server that may die at any moment. */
final class Phones {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A minute and a half: what was cut off while it was being taken back is free again 75 seconds
   * later at the latest, as the contract says.
   */
  private static final int MOST_TRIES = 100;

  /** So many follow each other more quickly than was asked for, which no limit minds. */
  private static final int QUICK_TRIES = 10;

  private static final long PAUSE_MILLIS = 100;

  private final LocalTokens tokens =
      new LocalTokens(Packaged.KEY.getBytes(StandardCharsets.UTF_8), InstantSource.system());
  private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

  /** An answer. */
  record Heard(int status, JsonNode body) {
    /** What stands there, as text; blank for nothing. */
    String at(String pointer) {
      return body.at(pointer).asText();
    }
  }

  /** Whatever was said that should not have been. */
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  void surprised(String by) {
    surprises.add(by);
  }

  /** Asks with a body, or without. */
  Optional<Heard> asks(
      HttpClient client,
      String method,
      String address,
      String uid,
      Object body,
      Set<Integer> expected,
      String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + tokens.issue(uid).text());
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (body.equals("")) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofByteArray(Json.bytes(body)));
    }
    return sends(client, request.build(), uid, expected);
  }

  /** What a device at the door sends, which is nobody. */
  Optional<Heard> sends(HttpClient client, String address, String device, Object body) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .headers("Content-Type", "application/json", "Device-Token", device)
            .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    return sends(client, request, "a device", Set.of(200));
  }

  /** Empty when the server did not answer; asks again when it is to come again. */
  private Optional<Heard> sends(
      HttpClient client, HttpRequest request, String who, Set<Integer> expected) {
    try {
      for (var tries = 0; tries < MOST_TRIES; tries++) {
        var answer = client.send(request, BodyHandlers.ofString());
        var wait = answer.headers().firstValueAsLong("Retry-After");
        if (answer.statusCode() == 503 && wait.isPresent()) {
          var asked = TimeUnit.SECONDS.toMillis(wait.getAsLong());
          LockSupport.parkNanos(
              TimeUnit.MILLISECONDS.toNanos(tries < QUICK_TRIES ? PAUSE_MILLIS : asked));
          continue;
        }
        if (!expected.contains(answer.statusCode())) {
          surprised(
              "%s was told %d %s by %s %s"
                  .formatted(
                      who,
                      answer.statusCode(),
                      answer.body(),
                      request.method(),
                      request.uri().getPath()));
        }
        return Optional.of(new Heard(answer.statusCode(), json(answer.body())));
      }
      surprised(who + " was told to come again for ever");
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static JsonNode json(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** So many people at once, each doing that work. */
  static List<Future<?>> onEach(int people, Consumer<HttpClient> work) {
    var pool = Executors.newFixedThreadPool(people);
    var client = client();
    var all = new ArrayList<Future<?>>();
    IntStream.range(0, people).forEach(i -> all.add(pool.submit(() -> work.accept(client))));
    pool.shutdown();
    return all;
  }

  /** Waits for them to end; what made one of them fail is thrown. */
  static void awaitAll(List<Future<?>> people) {
    for (var one : people) {
      try {
        one.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
