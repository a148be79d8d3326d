package org.localityvoice.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that writes on the wire: replies as they are, everything else as problems. */
final class Answers {
  private static final Logger FAULTS = LoggerFactory.getLogger("org.localityvoice.faults");
  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(Exchange.REQUEST_ID);
  private static final CharSequence SNIFFING =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized("*");
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence RATE_LIMIT = HttpHeaders.createOptimized("RateLimit");
  private static final CharSequence RATE_POLICY = HttpHeaders.createOptimized("RateLimit-Policy");

  private final Messages messages;

  Answers(Messages messages) {
    this.messages = messages;
  }

  /** Writes a reply; returns the status that went out. */
  int write(Exchange exchange, Reply reply) {
    var response = exchange.response();
    if (response.ended() || response.closed()) {
      return reply.status();
    }
    passOver(exchange.request());
    // Of a write the header is a condition, not a question (RFC 9110 §13.1.2).
    var method = exchange.request().method();
    var reads = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    var fresh =
        reads && exchange.header("If-None-Match").map(seen -> matches(seen, reply)).orElse(false);
    var status = fresh ? 304 : reply.status();
    response.setStatusCode(status);
    var headers = response.headers();
    headers.set(REQUEST_ID, exchange.requestId());
    headers.set(SNIFFING, NO_SNIFFING);
    if (exchange.open()) {
      // Refusals too: otherwise a page is told nothing but that something went wrong.
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY_ORIGIN);
    }
    if (!reply.headers().containsKey("Cache-Control")) {
      headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
    reply.headers().forEach(headers::set);
    // Whether it is compressed is decided by what was asked for (RFC 9110 §12.5.5).
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    exchange.verdict().ifPresent(verdict -> rate(exchange, verdict));
    if (status == 204 || status == 304) {
      response.end();
    } else {
      headers.set(HttpHeaders.CONTENT_TYPE, reply.contentType());
      body(exchange, reply.body());
    }
    return status;
  }

  /** Writes a refusal or a fault; returns the status that went out. */
  int refuse(Exchange exchange, Throwable failure) {
    if (!(failure instanceof Problem problem)) {
      FAULTS.atError().addKeyValue("request", exchange.requestId()).setCause(failure).log("fault");
      return refuse(exchange, Problem.of(ProblemType.INTERNAL_ERROR));
    }
    var language = Language.best(exchange.header("Accept-Language"), messages.languages());
    var type = problem.type();
    var headers = new TreeMap<String, String>();
    problem.retryAfter().ifPresent(wait -> headers.put("Retry-After", seconds(wait)));
    if (type == ProblemType.NOT_SIGNED_IN) {
      headers.put("WWW-Authenticate", "Bearer");
    }
    headers.put("Content-Language", language);
    if (problem.code().equals(Bodies.CODED)) {
      // What would be taken instead (RFC 9110 §15.5.16).
      headers.put("Accept-Encoding", "identity");
    }
    closeUnread(exchange, type, headers);
    var format = exchange.operation().map(Operation::errors).orElse(ErrorFormat.PROBLEM);
    var refusal = Refusal.of(problem, messages, language, exchange.requestId());
    return write(
        exchange, new Reply(type.status(), headers, format.contentType(), format.body(refusal)));
  }

  /** A body that nobody reads would keep the connection from its next request. */
  private static void passOver(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.handler(ignored -> {});
      request.resume();
    }
  }

  /** What is left of a refused upload is not worth reading: over HTTP/1 the connection ends. */
  private static void closeUnread(
      Exchange exchange, ProblemType type, Map<String, String> headers) {
    var request = exchange.request();
    if (type == ProblemType.PAYLOAD_TOO_LARGE && request.version() != HttpVersion.HTTP_2) {
      headers.put("Connection", "close");
    }
  }

  private static void body(Exchange exchange, Buffer body) {
    if (exchange.request().method().equals(HttpMethod.HEAD)) {
      exchange.response().putHeader("Content-Length", String.valueOf(body.length())).end();
    } else {
      exchange.response().end(body);
    }
  }

  private static boolean matches(String seen, Reply reply) {
    var tag = reply.headers().get("ETag");
    if (tag == null || reply.status() != 200) {
      return false;
    }
    // Compared weakly, so a tag from before, or one that a proxy made weak, counts as well.
    var opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
    return seen.equals("*") || seen.contains(opaque);
  }

  /** The draft's header fields (draft-ietf-httpapi-ratelimit-headers). */
  private static void rate(Exchange exchange, Limiter.Verdict verdict) {
    exchange
        .operation()
        .flatMap(Operation::limit)
        .ifPresent(
            limit -> {
              var headers = exchange.response().headers();
              headers.set(
                  RATE_LIMIT,
                  '"'
                      + limit.slug()
                      + "\";r="
                      + verdict.remaining()
                      + ";t="
                      + seconds(verdict.pause()));
              headers.set(RATE_POLICY, limit.policy());
            });
  }

  private static String seconds(Duration wait) {
    return String.valueOf((wait.toMillis() + 999) / 1000);
  }
}
