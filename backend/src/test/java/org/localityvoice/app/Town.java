package org.localityvoice.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.localityvoice.http.Contract;
import org.localityvoice.http.ContractChecker;
import org.localityvoice.identity.local.LocalTokens;
import org.localityvoice.outbox.Depth;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;

/**
 * A running server with the sample area and a clock that tests move: real HTTP, real contract, real
 * store. Every answer it gives is checked against the contract.
 */
public final class Town implements AutoCloseable {
  private static final String KEY = "a key for the tests of one town";
  private static final Instant MORNING = Instant.parse("2026-11-23T10:00:00Z");
  private static final ContractChecker CONTRACT = new ContractChecker(Contract.load("local"));

  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock;
  private final Backend backend;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Town(Map<String, String> settings, HandClock clock) {
    this.clock = clock;
    try {
      backend = Backend.start(vertx, SettingsReader.read(settings, Optional.empty()), clock);
    } catch (RuntimeException failure) {
      vertx.close();
      throw failure;
    }
  }

  /** A town on a store of its own, at ten in the morning of a working day. */
  public static Town on(Store store, Path folder, Map<String, String> more) {
    if (!more.isEmpty()) {
      return on(store, folder, new HandClock(MORNING), more);
    }
    SampleFolder.copyTo(store, folder);
    var town = on(store, folder, new HandClock(MORNING), more);
    // Loading the sample ends with a run of every job; their first runs are over here as well.
    Waiting.on(town.backend.parts().jobs.runAllNow());
    return town;
  }

  /** A town whose store the settings name. */
  static Town on(Path folder, Map<String, String> settings) {
    return on("", folder, new HandClock(MORNING), settings);
  }

  /** The same with a clock that another server may share. */
  public static Town on(Store store, Path folder, HandClock clock, Map<String, String> more) {
    return on(store.uri(), folder, clock, more);
  }

  private static Town on(String uri, Path folder, HandClock clock, Map<String, String> more) {
    var settings = new HashMap<String, String>();
    settings.put("MONGODB_URI", uri);
    settings.put("DATA_FOLDER", folder.toString());
    settings.put("HTTP_PORT", "0");
    settings.put("MANAGEMENT_PORT", "0");
    settings.put("HTTP_INSTANCES", "1");
    settings.put("IDENTITY_LOCAL_KEY", KEY);
    settings.put("SHUTDOWN_SECONDS", "5");
    // Each test makes the events it is about; to make some for every town would take time.
    settings.put("SAMPLE_EVENTS", "false");
    settings.putAll(more);
    return new Town(settings, clock);
  }

  /** One of the sample people, or anybody else, who is a resident then. */
  public Person as(String uid) {
    return new Person(this, Optional.of(token(uid)));
  }

  /** Somebody who has not signed in. */
  public Person nobody() {
    return new Person(this, Optional.empty());
  }

  /** A token as the local sign-in would give it out now. */
  public String token(String uid) {
    return new LocalTokens(KEY.getBytes(StandardCharsets.UTF_8), clock).issue(uid).text();
  }

  /** A new API key for Open311, acting for a partner. */
  public String apiKey(String organisation) {
    var scopes = List.of(org.localityvoice.identity.apikey.ApiKeys.OPEN311);
    return Waiting.on(backend.parts().apiKeys.create("a test", scopes, Optional.of(organisation)))
        .text();
  }

  public HandClock clock() {
    return clock;
  }

  /** Moves the clock, then lets the jobs run. */
  public void passes(Duration time) {
    clock.advance(time);
    works();
  }

  /** Lets the jobs run until no effect waits. */
  public void works() {
    Waiting.on(backend.parts().settle());
  }

  /** Imports the sample area anew, changed; gives back what was wrong with it. */
  public List<String> imports(UnaryOperator<String> change) {
    var file = change.apply(sample("area.yaml").orElseThrow()).getBytes(StandardCharsets.UTF_8);
    return Waiting.on(new AreaImport(backend.parts()).run(file, Town::sample)).faults();
  }

  private static Optional<String> sample(String name) {
    try (var file = Town.class.getResourceAsStream("/sample/" + name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public Depth outbox() {
    return Waiting.on(backend.parts().relay.depth());
  }

  /** Where rebuilt cells differ from the stored ones. */
  public List<String> differences() {
    return Waiting.on(backend.parts().surveys.differences());
  }

  /** The cells of a wave. */
  public List<org.localityvoice.survey.Cell> cells(String wave) {
    return Waiting.on(backend.parts().surveys.waves().results(wave)).cells();
  }

  /** How many responses of a wave are in its cells. */
  public long responses(String wave) {
    return Waiting.on(backend.parts().surveys.waves().results(wave)).cells().stream()
        .mapToLong(cell -> cell.n())
        .sum();
  }

  public int port() {
    return backend.port();
  }

  /** What the management port says. */
  public Answer management(String path) {
    return send(HttpRequest.newBuilder(uri(backend.managementPort(), path)).build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(backend.port(), path));
  }

  private static URI uri(int port, String path) {
    return URI.create("http://localhost:" + port + path);
  }

  Answer checked(HttpRequest request) {
    var answer = send(request);
    CONTRACT.check(
        request.method(),
        request.uri().getRawPath(),
        answer.status(),
        answer.type(),
        answer.json());
    return answer;
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    backend.stop();
    Waiting.quietly(vertx.close());
  }

  /** For assertions about a body without naming its type. */
  public static Map<String, Object> body(Object... pairs) {
    var map = new java.util.LinkedHashMap<String, Object>();
    for (var i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static JsonNode none() {
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }
}
