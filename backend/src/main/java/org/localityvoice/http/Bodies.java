package org.localityvoice.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/** Reads a JSON body while keeping to its cap, and checks it against its schema. */
final class Bodies {
  private final int mostBytes;

  Bodies(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The checked body. The request may be paused; reading resumes it. */
  Future<JsonNode> read(HttpServerRequest request, JsonSchema schema) {
    if (!isJson(request.getHeader("Content-Type"))) {
      throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    return bytes(request).map(bytes -> checked(bytes, schema));
  }

  private static boolean isJson(String contentType) {
    if (contentType == null) {
      return false;
    }
    var parts =
        contentType.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "").split(";", -1);
    return parts[0].equals("application/json")
        && (parts.length == 1 || (parts.length == 2 && parts[1].equals("charset=utf-8")));
  }

  private Future<Buffer> bytes(HttpServerRequest request) {
    Promise<Buffer> promise = Promise.promise();
    var body = new Parts();
    // Broken framing, or a caller who has gone: theirs, not ours.
    request.exceptionHandler(broken -> promise.tryFail(Problem.of(ProblemType.INVALID_REQUEST)));
    request.endHandler(end -> promise.tryComplete(body.whole()));
    request.handler(
        part -> {
          if (body.length() + part.length() > mostBytes) {
            promise.tryFail(
                Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "payload-too-large", mostBytes));
          } else if (!promise.future().isComplete()) {
            body.add(part);
          }
        });
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    request.resume();
    return promise.future();
  }

  /** A small body is one part as a rule, which then need not be copied. */
  private static final class Parts {
    private Buffer whole = Buffer.buffer(0);
    private int count;

    int length() {
      return whole.length();
    }

    void add(Buffer part) {
      count++;
      if (count == 1) {
        whole = part;
      } else {
        // From the second on they are gathered in a buffer of our own.
        whole = (count == 2 ? whole.copy() : whole).appendBuffer(part);
      }
    }

    Buffer whole() {
      return whole;
    }
  }

  private static JsonNode checked(Buffer bytes, JsonSchema schema) {
    var json = parsed(bytes);
    if (json.isMissingNode()) {
      throw Problem.invalid(List.of(Violation.at("", "body")));
    }
    var messages = schema.validate(json);
    if (!messages.isEmpty()) {
      throw Problem.invalid(Violations.ofBody(messages));
    }
    return json;
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
