package org.localityvoice.pmf;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts statements to the endpoint: CloudEvents 1.0 HTTP binding, structured mode (§3.2), signed as
 * Standard Webhooks 1.0.0. Redirects are not followed.
 */
final class EndpointSink implements Sink {
  /** How long an attempt may take in all: connection, answer, beginning of the body. */
  static final Duration TIME_OUT = Duration.ofSeconds(20);

  private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private final HttpClient client;
  private final URI endpoint;
  private final Signer signer;
  private final InstantSource clock;
  private final long eighth;

  EndpointSink(Vertx vertx, URI endpoint, Signer signer, InstantSource clock, Duration timeOut) {
    // A connection of its own for each attempt: an idle one that the other side has just closed
    // would cost an attempt.
    this.client =
        vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false).setPipelining(false));
    this.endpoint = endpoint;
    this.signer = signer;
    this.clock = clock;
    this.eighth = Math.max(1, timeOut.toMillis() / 8);
  }

  @Override
  public Future<Sent> send(Statement statement, Instant at) {
    var body = Buffer.buffer(statement.event());
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(endpoint.toString())
            .setFollowRedirects(false)
            .setConnectTimeout(2 * eighth)
            .putHeader("Content-Type", CONTENT_TYPE)
            .putHeader("User-Agent", "locality-voice")
            .putHeader("webhook-id", statement.id())
            .putHeader("webhook-timestamp", Long.toString(at.getEpochSecond()))
            .putHeader("webhook-signature", signer.sign(statement.id(), at, body.getBytes()));
    return client
        .request(options)
        .compose(request -> exchange(request, body))
        .recover(failure -> Future.succeededFuture(Sent.of(new Answer.Failure(reason(failure)))));
  }

  @Override
  public String target(Statement statement) {
    return endpoint.getHost();
  }

  private Future<Sent> exchange(HttpClientRequest request, Buffer body) {
    return request
        .send(body)
        .timeout(5 * eighth, TimeUnit.MILLISECONDS)
        .compose(response -> read(request, response))
        .onFailure(failure -> request.reset());
  }

  /** Once the status is there it stands, whatever becomes of the body. */
  private Future<Sent> read(HttpClientRequest request, HttpClientResponse response) {
    var now = clock.instant();
    var retryAfter =
        Optional.ofNullable(response.getHeader("Retry-After"))
            .flatMap(value -> RetryAfter.parse(value, now));
    var excerpt = new Excerpt();
    return excerpt
        .of(response)
        .timeout(eighth, TimeUnit.MILLISECONDS)
        .otherwiseEmpty()
        .onComplete(done -> request.reset())
        .map(
            done -> new Sent(new Answer.Status(response.statusCode(), excerpt.text()), retryAfter));
  }

  private static String reason(Throwable failure) {
    return failure instanceof TimeoutException
        ? "no answer in time"
        : "no answer: " + failure.getClass().getSimpleName();
  }
}
