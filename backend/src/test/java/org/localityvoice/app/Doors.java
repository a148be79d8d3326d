package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.localityvoice.http.Json;

/**
 * Operations of the contract on things that are there, ready to be tried by anybody, and the table
 * of what becomes of it. Whoever is told that there is nothing tries it on what is not there as
 * well, and must be told the same.
 */
public final class Doors {
  /** Who is not signed in. */
  public static final String NOBODY = "nobody";

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String NO_ID = "00000000-0000-4000-8000-000000000000";

  private final Town town;
  private final Map<String, Function<String, Request>> requests = new LinkedHashMap<>();
  private final Set<String> walls = new TreeSet<>();

  public Doors(Town town) {
    this.town = town;
  }

  /** What is sent. */
  @SuppressWarnings("ArrayRecordComponent") // Sent as it is, compared by nobody.
  public record Request(String method, String path, byte[] body, List<String> headers) {
    /** The same about what is not there. */
    Request absent() {
      var elsewhere = path.replaceAll(ID, NO_ID).replace("newport", "nowhere");
      return new Request(method, elsewhere, body, headers);
    }
  }

  public static Request get(String path) {
    return new Request("GET", path, new byte[0], List.of());
  }

  /** A request without a body. */
  public static Request post(String path) {
    return new Request("POST", path, new byte[0], List.of());
  }

  /** A request with JSON. */
  public static Request json(String method, String path, Object body, String... headers) {
    return bytes(method, path, Json.bytes(body), "application/json", headers);
  }

  /** A request with a body of any kind. */
  public static Request bytes(
      String method, String path, byte[] body, String type, String... headers) {
    var all = Stream.concat(Stream.of("Content-Type", type), Stream.of(headers)).toList();
    return new Request(method, path, body, all);
  }

  /** A file in rows. */
  public static Request csv(String path, String file) {
    return bytes("POST", path, file.getBytes(StandardCharsets.UTF_8), "text/csv");
  }

  /**
   * An operation to be tried.
   *
   * @param operation its id; one that is tried in several ways has a colon and a word behind it
   */
  public void on(String operation, Request request) {
    onEach(operation, who -> request);
  }

  /** An operation that everybody tries on a thing of their own. */
  public void onEach(String operation, Function<String, Request> request) {
    requests.put(operation, request);
  }

  /** The table as the town has it, in the layout of the one expected. */
  public String table(String expected) {
    var header = expected.lines().findFirst().orElseThrow();
    var people = List.of(header.split("\\s+", -1));
    var seen = new StringBuilder(header).append('\n');
    for (var operation : requests.keySet()) {
      var row = new StringBuilder(" ".repeat(header.length())).replace(0, 0, operation);
      row.setLength(header.length());
      // Some operations may be tried only so often.
      town.clock().advance(Duration.ofMinutes(1));
      for (var who : people.subList(1, people.size())) {
        var column = header.indexOf(" " + who) + 1;
        row.replace(column, column + 3, cell(operation, who));
      }
      seen.append(row.toString().stripTrailing()).append('\n');
    }
    return seen.toString();
  }

  /** The status; of things that are decided about one by one, what became of the first. */
  private String cell(String operation, String who) {
    var request = requests.get(operation).apply(who);
    var answer = sends(who, request);
    if (answer.status() == 404) {
      walls.add(wall(answer));
      walls.add(wall(sends(who, request.absent())));
    }
    var verdicts = answer.json().findValuesAsText("verdict");
    return verdicts.isEmpty() ? String.valueOf(answer.status()) : verdicts.get(0).substring(0, 3);
  }

  private static String wall(Answer answer) {
    return answer.status() + answer.text().replace(answer.at("/instance"), "");
  }

  private Answer sends(String who, Request request) {
    var person = who.equals(NOBODY) ? town.nobody() : town.as(who);
    var headers = new ArrayList<>(request.headers());
    headers.addAll(List.of("Idempotency-Key", Person.key()));
    var body =
        request.body().length == 0
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(request.body());
    return person.sends(request.method(), request.path(), body, headers.toArray(String[]::new));
  }

  /** What those were told who were told that there is nothing, without the request's id. */
  public Set<String> walls() {
    return walls;
  }

  /**
   * Checks that every operation was tried that the contract declares in files whose names begin
   * like that.
   */
  public void completeAgainst(String... files) throws IOException {
    var declared = new TreeSet<String>();
    for (var path : yaml("openapi.yaml").path("paths")) {
      var parts = path.path("$ref").asText().split("#/paths/", -1);
      if (Stream.of(files).anyMatch(file -> parts[0].startsWith("./" + file))) {
        var methods = yaml(parts[0].substring(2)).path("paths").path(parts[1]);
        declared.addAll(methods.findValuesAsText("operationId"));
      }
    }
    var tried = new TreeSet<String>();
    requests.keySet().forEach(operation -> tried.add(operation.split(":", -1)[0]));
    assertThat(tried).as("no operation was forgotten").isEqualTo(declared).isNotEmpty();
  }

  private static JsonNode yaml(String name) throws IOException {
    try (var file = Doors.class.getResourceAsStream("/openapi/" + name)) {
      return YAML.readTree(file);
    }
  }
}
