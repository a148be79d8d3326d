package org.localityvoice.identity.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The real Firebase Auth emulator in a process of its own, on a free port of the loopback address.
 * It ends when closed, and also when this process dies, for then its standard input ends.
 */
final class AuthEmulator implements AutoCloseable {
  private static final String READY = "emulator at ";
  private static final long START_SECONDS = 120;
  private static final long STOP_SECONDS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private final Process process;
  private final String host;

  /**
   * Starts the emulator and waits until it listens.
   *
   * @param tools where npm installed {@code firebase-tools}
   * @param configuration the folder with {@code firebase.json} and {@code stay.js}
   * @param folder where it may write
   */
  AuthEmulator(Path tools, Path configuration, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("stay.js"), Files.readString(configuration.resolve("stay.js")));
    Files.writeString(folder.resolve("firebase.json"), withFreePorts(configuration));
    var program = tools.resolve("node_modules/firebase-tools/lib/bin/firebase.js");
    var builder =
        new ProcessBuilder(
            "node",
            program.toString(),
            "emulators:exec",
            "--only",
            "auth",
            "--project",
            TestTokens.PROJECT,
            "node stay.js");
    builder.environment().put("CI", "true");
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("settings").toString());
    process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    var ready = new CompletableFuture<String>();
    var reader = new Thread(() -> listen(ready), "emulator");
    reader.setDaemon(true);
    reader.start();
    host = address(ready);
  }

  private static String withFreePorts(Path configuration) throws IOException {
    var json = (ObjectNode) JSON.readTree(configuration.resolve("firebase.json").toFile());
    for (var part : List.of("auth", "hub", "logging")) {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        json.withObject("/emulators/" + part).put("port", socket.getLocalPort());
      }
    }
    return json.toPrettyString();
  }

  /** {@code host:port} of the emulator. */
  String host() {
    return host;
  }

  /** Signs a new user up, as an app does; without an address, without an account. */
  Session signUp(Map<String, Object> user) {
    return session("accounts:signUp", user);
  }

  /** Signs a user in again; the token has the claims of now. */
  Session signIn(Map<String, Object> user) {
    return session("accounts:signInWithPassword", user);
  }

  /** A user who has signed in. */
  record Session(String uid, String token) {}

  private Session session(String operation, Map<String, Object> user) {
    var body = JSON.createObjectNode().put("returnSecureToken", true);
    user.forEach((name, value) -> body.put(name, value.toString()));
    var uri = "http://" + host + "/identitytoolkit.googleapis.com/v1/" + operation + "?key=any";
    var request = HttpRequest.newBuilder(URI.create(uri));
    request.header("Content-Type", "application/json");
    request.POST(BodyPublishers.ofString(body.toString()));
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() != 200) {
        throw new AssertionError("the emulator refuses: " + answer);
      }
      return new Session(answer.get("localId").asText(), answer.get("idToken").asText());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("the emulator does not answer", e);
    }
  }

  private void listen(CompletableFuture<String> ready) {
    try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith(READY)) {
          ready.complete(line.substring(READY.length()));
        }
      }
    } catch (IOException e) {
      said.add(e.toString());
    }
    ready.completeExceptionally(new IOException("the emulator ended"));
  }

  private String address(CompletableFuture<String> ready) {
    try {
      return ready.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      close();
      throw new AssertionError("the Auth emulator did not start:\n" + String.join("\n", said), e);
    }
  }

  @Override
  public void close() {
    var all = process.descendants().toList();
    try {
      process.getOutputStream().close();
      if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException | InterruptedException e) {
      said.add(e.toString());
    }
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
