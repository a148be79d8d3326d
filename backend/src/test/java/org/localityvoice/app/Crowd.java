package org.localityvoice.app;

import static org.localityvoice.app.Person.sheet;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.localityvoice.http.Json;
import org.localityvoice.identity.local.LocalTokens;

/**
 * Many residents who answer a survey at once over HTTP, and what each of them was told. What they
 * ask follows from their uid, so that a retry asks the same.
 */
final class Crowd {
  static final String WAVE = "newport-2026-q4";
  private static final int CLIENTS = 16;
  private static final List<String> OPTIONS =
      List.of("very-safe", "fairly-safe", "neither", "fairly-unsafe", "very-unsafe");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LocalTokens tokens =
      new LocalTokens(Packaged.KEY.getBytes(StandardCharsets.UTF_8), InstantSource.system());
  private final AtomicInteger numbers = new AtomicInteger();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Map<String, String> ballots = new ConcurrentHashMap<>();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Set<String> reported = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> latest = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

  /** Everybody who asked for anything, whether told so or not. */
  Set<String> asked() {
    return asked;
  }

  /** The ballots that were acknowledged, by uid. */
  Map<String, String> ballots() {
    return ballots;
  }

  /** Whose answers were acknowledged. */
  Set<String> answered() {
    return answered;
  }

  /** The ids of reports that were acknowledged. */
  Set<String> reported() {
    return reported;
  }

  /** Whatever was said that should not have been. */
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  static String key(String uid) {
    return "key-of-" + uid;
  }

  static String option(String uid) {
    return OPTIONS.get(Math.floorMod(uid.hashCode(), OPTIONS.size()));
  }

  /** Sends new residents until the server is dead; completes when all of them know it. */
  List<Future<?>> arrive(String address) {
    latest.clear();
    return Phones.onEach(
        CLIENTS,
        client -> {
          var open = true;
          while (open) {
            var uid = "resident-" + numbers.incrementAndGet();
            asked.add(uid);
            open = takesPart(client, address, uid) && surprises.isEmpty();
          }
        });
  }

  /** Finishes what a kill cut off, and repeats the latest that was acknowledged. */
  void returnTo(String address, int mostRepeated) {
    var left = new ConcurrentLinkedQueue<String>();
    asked.stream().filter(uid -> !answered.contains(uid)).forEach(left::add);
    latest.stream().limit(mostRepeated).forEach(left::add);
    var done =
        Phones.onEach(
            CLIENTS,
            client -> {
              for (var uid = left.poll(); uid != null; uid = left.poll()) {
                if (!takesPart(client, address, uid)) {
                  surprises.add("no answer for " + uid + " on return");
                }
              }
            });
    Phones.awaitAll(done);
  }

  /** The manager closes the wave. */
  void closesTheWave(String address) {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/v1/waves/" + WAVE + "/close"))
            .header("Authorization", "Bearer " + tokens.issue("nadia").text())
            .header("Idempotency-Key", "close-" + WAVE)
            .POST(BodyPublishers.noBody());
    if (send(HttpClient.newHttpClient(), request, Set.of(200), "nadia").isEmpty()) {
      surprises.add("no answer for nadia");
    }
  }

  /** What the wave says of itself; blank when it does not. */
  String waveState(String address) {
    var request = HttpRequest.newBuilder(URI.create(address + "/v1/waves/" + WAVE)).GET();
    return send(HttpClient.newHttpClient(), request, Set.of(200), "nobody")
        .map(body -> field(body, "/wave/state"))
        .orElse("");
  }

  private static String field(String body, String pointer) {
    try {
      return MAPPER.readTree(body).at(pointer).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the ballot and answers; false when the server did not say what came of it. */
  private boolean takesPart(HttpClient client, String address, String uid) {
    return takesBallot(client, address, uid)
        .map(ballot -> ballot.isEmpty() || answers(client, address, uid, ballot))
        .filter(told -> !told || reports(client, address, uid))
        .orElse(false);
  }

  /** Reports a problem under an id that a retry has again. */
  private boolean reports(HttpClient client, String address, String uid) {
    var id = UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString();
    var report =
        Map.of(
            "id",
            id,
            "category",
            "litter",
            "point",
            Map.of("latitude", 54.575, "longitude", -1.25),
            "text",
            "Litter, says " + uid);
    var request =
        HttpRequest.newBuilder(URI.create(address + "/v1/reports"))
            .header("Authorization", "Bearer " + tokens.issue(uid).text())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.bytes(report)));
    var said = send(client, request, reported.contains(id) ? Set.of(200) : Set.of(200, 201), uid);
    if (said.filter(text -> !text.isEmpty()).isPresent()) {
      reported.add(id);
    }
    return said.isPresent();
  }

  private Optional<String> takesBallot(HttpClient client, String address, String uid) {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/v1/waves/" + WAVE + "/ballots"))
            .header("Authorization", "Bearer " + tokens.issue(uid).text())
            .header("Idempotency-Key", key(uid))
            .POST(BodyPublishers.noBody());
    return send(client, request, Set.of(201), uid)
        .map(body -> body.isEmpty() ? "" : ballot(uid, body));
  }

  private String ballot(String uid, String body) {
    var ballot = field(body, "/ballot");
    var before = ballots.putIfAbsent(uid, ballot);
    if (before != null && !before.equals(ballot)) {
      surprises.add("another ballot for " + uid);
    }
    return ballot;
  }

  private boolean answers(HttpClient client, String address, String uid, String ballot) {
    var body = Json.bytes(sheet(ballot, WAVE, Map.of("SAFE_DAY", option(uid))));
    var request =
        HttpRequest.newBuilder(URI.create(address + "/v1/responses"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    var said = send(client, request, Set.of(202), uid);
    if (said.filter(text -> !text.isEmpty()).isPresent() && answered.add(uid)) {
      latest.add(uid);
    }
    return said.isPresent();
  }

  /** The body of an answer with that status; blank for any other, empty for none at all. */
  private Optional<String> send(
      HttpClient client, HttpRequest.Builder request, Set<Integer> wanted, String uid) {
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      if (wanted.contains(answer.statusCode())) {
        return Optional.of(answer.body());
      }
      surprises.add(uid + " was told " + answer.statusCode() + " " + answer.body());
      return Optional.of("");
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
