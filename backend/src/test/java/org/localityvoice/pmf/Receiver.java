package org.localityvoice.pmf;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.localityvoice.testing.Wait;

/** A performance framework on loopback: a real server that notes what it is sent. */
final class Receiver implements AutoCloseable {
  /** What is done with a request once its body is there. */
  interface Reaction {
    void to(HttpServerRequest request);
  }

  record Post(String method, String path, MultiMap headers, Buffer body) {
    String id() {
      return headers.get("webhook-id");
    }

    Instant timestamp() {
      return Instant.ofEpochSecond(Long.parseLong(headers.get("webhook-timestamp")));
    }

    String text() {
      return body.toString(StandardCharsets.UTF_8);
    }

    /** Whether the independent library makes the same signature from what arrived. */
    boolean signedWith(String secret) {
      try {
        var expected = new Webhook(secret).sign(id(), timestamp().getEpochSecond(), text());
        return Arrays.asList(headers.get("webhook-signature").split(" ", -1)).contains(expected);
      } catch (WebhookSigningException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Reaction reaction = status(200);

  Receiver(Vertx vertx) {
    this(vertx, 0, new HttpServerOptions());
  }

  Receiver(Vertx vertx, int port, HttpServerOptions options) {
    server =
        Wait.forResult(
            vertx
                .createHttpServer(options.setHost("127.0.0.1").setPort(port))
                .requestHandler(this::take)
                .listen());
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              posts.add(new Post(request.method().name(), request.path(), request.headers(), body));
              reaction.to(request);
            });
  }

  static Reaction status(int code) {
    return request -> request.response().setStatusCode(code).end();
  }

  static Reaction dropping() {
    return request -> request.connection().close();
  }

  static Reaction silent() {
    return request -> {};
  }

  Receiver reacts(Reaction next) {
    reaction = next;
    return this;
  }

  List<Post> posts() {
    return posts;
  }

  Post last() {
    return posts.get(posts.size() - 1);
  }

  int port() {
    return server.actualPort();
  }

  String address() {
    return "http://127.0.0.1:" + port() + "/hooks/pmf?area=1";
  }

  @Override
  public void close() {
    Wait.forResult(server.close());
  }
}
