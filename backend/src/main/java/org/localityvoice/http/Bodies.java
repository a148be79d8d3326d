package org.localityvoice.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/** Reads the body that an operation takes, while keeping to its cap, and checks JSON. */
final class Bodies {
  static final String JSON = "application/json";
  static final String URL_ENCODED = "application/x-www-form-urlencoded";
  static final String MULTIPART = "multipart/form-data";

  /** Bodies are read as they are: unpacked, a small one could be of any size. */
  static final String CODED = "content-encoding";

  private final int mostBytes;

  Bodies(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The checked body. The request may be paused; reading resumes it. */
  Future<Body> read(HttpServerRequest request, BodyRule rule) {
    if (rule.types().isEmpty()) {
      return Future.succeededFuture(new Body.None());
    }
    var coding = Optional.ofNullable(request.getHeader("Content-Encoding"));
    if (coding.filter(name -> !name.isBlank() && !name.equalsIgnoreCase("identity")).isPresent()) {
      throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, CODED);
    }
    var header = Optional.ofNullable(request.getHeader("Content-Type"));
    var type = header.flatMap(MediaType::of).filter(rule::takes);
    // A body that may be absent is looked for; any other is not read unless its type is known.
    if (type.isEmpty() && (rule.required() || header.isPresent())) {
      throw unsupported(rule);
    }
    return Upload.read(request, rule.mostBytes().orElse(mostBytes))
        .map(bytes -> body(bytes, type, rule));
  }

  private static Body body(Buffer bytes, Optional<MediaType> type, BodyRule rule) {
    if (bytes.length() == 0 && !rule.required()) {
      return new Body.None();
    }
    var known = type.orElseThrow(() -> unsupported(rule));
    return switch (known.name()) {
      case JSON -> new Body.Json(checked(bytes, rule.json().orElseThrow()));
      case URL_ENCODED -> new Body.Fields(UrlEncoded.read(bytes.getBytes()));
      case MULTIPART -> new Body.Fields(Multipart.read(bytes.getBytes(), known));
      default -> new Body.Bytes(known.name(), some(bytes));
    };
  }

  private static Buffer some(Buffer bytes) {
    if (bytes.length() == 0) {
      throw Problem.invalid(List.of(Violation.at("", "body")));
    }
    return bytes;
  }

  private static Problem unsupported(BodyRule rule) {
    return Problem.of(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE.slug(),
        String.join(", ", rule.types()));
  }

  private static JsonNode checked(Buffer bytes, JsonSchema schema) {
    var json = parsed(bytes);
    if (json.isMissingNode()) {
      throw Problem.invalid(List.of(Violation.at("", "body")));
    }
    var odd = oddNumbers(json, bytes);
    if (!odd.isEmpty()) {
      throw Problem.invalid(odd);
    }
    var messages = schema.validate(json);
    if (!messages.isEmpty()) {
      throw Problem.invalid(Violations.ofBody(messages));
    }
    return json;
  }

  private static List<Violation> oddNumbers(JsonNode json, Buffer bytes) {
    try {
      return Json.oddNumbers(json, bytes.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("was read before", e);
    }
  }

  private static JsonNode parsed(Buffer bytes) {
    try {
      return Json.parse(bytes.getBytes());
    } catch (StreamConstraintsException e) {
      throw Problem.of(ProblemType.MALFORMED_JSON, "too-deep", Json.DEEPEST);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw place == null
          ? Problem.of(ProblemType.MALFORMED_JSON, "malformed-json", 1, 1)
          : Problem.of(
              ProblemType.MALFORMED_JSON,
              "malformed-json",
              Math.max(1, place.getLineNr()),
              Math.max(1, place.getColumnNr()));
    } catch (IOException e) {
      throw Problem.of(ProblemType.MALFORMED_JSON, "malformed-json", 1, 1);
    }
  }
}
