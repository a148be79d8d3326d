package org.localityvoice.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.localityvoice.http.Limiter.Verdict;

/** One request on its way, and what is known of it when its answer is written. */
final class Exchange {
  static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private final HttpServerRequest request;
  private final Optional<Operation> operation;
  private final String requestId;
  private final boolean open;
  private final long startedNanos;
  private Optional<Verdict> verdict = Optional.empty();
  private String limitKey = "";

  /**
   * A request that has just come.
   *
   * @param open whether pages of any origin may read its answer
   */
  Exchange(
      HttpServerRequest request,
      Optional<Operation> operation,
      boolean open,
      Supplier<String> ownIds) {
    this.request = request;
    this.open = open;
    this.operation = operation;
    this.startedNanos = System.nanoTime();
    var theirs = request.getHeader(REQUEST_ID);
    this.requestId = theirs != null && GOOD_ID.matcher(theirs).matches() ? theirs : ownIds.get();
  }

  HttpServerRequest request() {
    return request;
  }

  HttpServerResponse response() {
    return request.response();
  }

  Optional<Operation> operation() {
    return operation;
  }

  boolean open() {
    return open;
  }

  String requestId() {
    return requestId;
  }

  long startedNanos() {
    return startedNanos;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /** Remembers how the limit stood, for the answer's header fields. */
  void limited(String key, Verdict now) {
    limitKey = key;
    verdict = Optional.of(now);
  }

  String limitKey() {
    return limitKey;
  }

  Optional<Verdict> verdict() {
    return verdict;
  }
}
