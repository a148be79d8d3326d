package org.localityvoice.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Gathers the bytes of a body, and stops at the cap. */
final class Upload {
  private Buffer whole = Buffer.buffer(0);
  private int parts;

  private Upload() {}

  /** The bytes; fails with 413 as soon as they are known to be too many. */
  static Future<Buffer> read(HttpServerRequest request, int mostBytes) {
    if (announced(request) > mostBytes) {
      throw tooLarge(mostBytes);
    }
    Promise<Buffer> promise = Promise.promise();
    var body = new Upload();
    // Broken framing, or a caller who has gone: theirs, not ours.
    request.exceptionHandler(broken -> promise.tryFail(Problem.of(ProblemType.INVALID_REQUEST)));
    request.endHandler(end -> promise.tryComplete(body.whole));
    request.handler(
        part -> {
          if (body.whole.length() + part.length() > mostBytes) {
            promise.tryFail(tooLarge(mostBytes));
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

  private static long announced(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Problem tooLarge(int mostBytes) {
    return Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "payload-too-large", mostBytes);
  }

  /** A small body is one part as a rule, which then need not be copied. */
  private void add(Buffer part) {
    parts++;
    if (parts == 1) {
      whole = part;
    } else {
      // From the second on they are gathered in a buffer of our own.
      whole = (parts == 2 ? whole.copy() : whole).appendBuffer(part);
    }
  }
}
