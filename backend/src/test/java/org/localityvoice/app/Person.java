package org.localityvoice.app;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.localityvoice.http.Json;

/** Somebody with a phone. */
public final class Person {
  private final Town town;
  private final Optional<String> token;

  Person(Town town, Optional<String> token) {
    this.town = town;
    this.token = token;
  }

  public Answer gets(String path, String... headers) {
    return sends("GET", path, BodyPublishers.noBody(), headers);
  }

  /** Posts nothing, with a key of its own. */
  public Answer posts(String path) {
    return sends("POST", path, BodyPublishers.noBody(), "Idempotency-Key", key());
  }

  /** Posts JSON. */
  public Answer posts(String path, Object body, String... headers) {
    return raw(path, Json.bytes(body), "application/json", headers);
  }

  /** Posts bytes as they are. */
  public Answer raw(String path, byte[] body, String type, String... headers) {
    var all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = type;
    return sends("POST", path, BodyPublishers.ofByteArray(body), all);
  }

  /** Posts nothing with a given key, as a retry would. */
  public Answer retries(String path, String idempotencyKey) {
    return sends("POST", path, BodyPublishers.noBody(), "Idempotency-Key", idempotencyKey);
  }

  public Answer sends(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    var request = town.request(path).method(method, body);
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return town.checked(request.build());
  }

  /** Takes this person's ballot. */
  public String takesBallot(String wave) {
    var answer = posts("/v1/waves/" + wave + "/ballots");
    if (answer.status() != 201) {
      throw new AssertionError("no ballot: " + answer.text());
    }
    return answer.at("/ballot");
  }

  /** Takes a ballot and answers with it, signed out. */
  public Answer answers(String wave, Map<String, Object> answers) {
    return town.nobody().posts("/v1/responses", sheet(takesBallot(wave), wave, answers));
  }

  /** The same as somebody of that age and sex. */
  public Answer answersAs(String wave, String ageBand, String sex, Map<String, Object> answers) {
    var sheet = new java.util.HashMap<>(sheet(takesBallot(wave), wave, answers));
    sheet.put("strata", Town.body("ageBand", ageBand, "sex", sex));
    return town.nobody().posts("/v1/responses", sheet);
  }

  /** An answer sheet of a woman of 35 to 49 with the app in English. */
  public static Map<String, Object> sheet(String ballot, String wave, Map<String, Object> answers) {
    return Town.body(
        "ballot",
        ballot,
        "wave",
        wave,
        "language",
        "en",
        "mode",
        "app",
        "strata",
        Town.body("ageBand", "35-49", "sex", "female"),
        "answers",
        answers);
  }

  public static String key() {
    return UUID.randomUUID().toString();
  }
}
