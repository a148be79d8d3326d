package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.localityvoice.i18n.Messages;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Identity;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.Wait;

/**
 * The real server on a small contract of its own (http/small.yaml). An operation that a test does
 * not bind answers 204. The token {@code ana} is Ana's; no other is good.
 */
final class SmallServer implements AutoCloseable {
  static final int MOST_BYTES = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Identity IDENTITY =
      (token, recent) ->
          token.equals("ana")
              ? Future.succeededFuture(Caller.resident("ana"))
              : Future.failedFuture(Problem.of(ProblemType.NOT_SIGNED_IN));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final PublicServer server;

  private SmallServer(Map<String, Handler> handlers) {
    var contract = contract();
    var parts =
        new PublicServer.Parts(
            contract,
            IDENTITY,
            Messages.load(),
            new SimpleMeterRegistry(),
            new Limiter(InstantSource.fixed(Instant.EPOCH)),
            new RequestIds());
    server =
        Wait.forResult(
            PublicServer.start(
                vertx,
                new HttpSettings("127.0.0.1", 0, MOST_BYTES, Set.of()),
                parts,
                api -> bind(api, contract, handlers)));
  }

  private static void bind(Api api, Contract contract, Map<String, Handler> handlers) {
    var all = new HashMap<>(handlers);
    contract
        .operations()
        .forEach(
            operation ->
                all.putIfAbsent(operation.id(), call -> Future.succeededFuture(Reply.noContent())));
    all.forEach(api::on);
  }

  static SmallServer with(String operation, Handler handler) {
    return new SmallServer(Map.of(operation, handler));
  }

  static SmallServer plain() {
    return new SmallServer(Map.of());
  }

  static Contract contract() {
    try (var in = SmallServer.class.getResourceAsStream("/http/small.yaml")) {
      return Contract.of((ObjectNode) new YAMLMapper().readTree(in), "local");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(uri(path)).GET(), headers);
  }

  HttpResponse<String> post(String path, String type, byte[] body, String... headers) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)),
        headers);
  }

  HttpResponse<String> post(String path, String type, String body, String... headers) {
    return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    try {
      return client.send(
          (headers.length == 0 ? request : request.headers(headers)).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends bytes as they are and reads until the server closes the connection. */
  String raw(String text) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends bytes as they are and reads the first line of the answer. */
  String firstLine(String text) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  @Override
  public void close() {
    Wait.forResult(server.stop(5));
    Wait.forResult(vertx.close());
  }
}
