package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.http.Json;
import org.localityvoice.identity.local.LocalTokens;
import org.localityvoice.testing.Wait;

/** What whoever starts the program reads, and how it ends. */
class ConsoleIT {
  private static final String WAVE = "newport-2026-q4";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path folder;

  @Test
  void an_empty_folder_is_served_from_and_the_console_says_all_a_newcomer_needs() throws Exception {
    var data = folder.resolve("data");
    try (var server = Packaged.start(data, Map.of())) {
      var address = server.address();
      var said = String.join("\n", server.out());
      assertThat(server.out()).hasSizeLessThan(15);
      assertThat(said)
          .contains("EVALUATION mode")
          .contains(address + "/docs")
          .contains(address + "/openapi.yaml")
          .contains("ana, bilal, zofia")
          .contains("folder " + data)
          .contains("to " + data.resolve("pmf"))
          .contains("anybody who reaches it can sign in as anybody");
      // What it says is there is there.
      for (var path : new String[] {"/docs", "/openapi.yaml", "/v1/local/personas"}) {
        assertThat(get(address + path).statusCode()).as(path).isEqualTo(200);
      }
      assertThat(get(server.management() + "/health/ready").statusCode()).isEqualTo(200);
      assertThat(data.resolve("store.mv")).exists();

      server.terminate();
      var end = server.ended();
      assertThat(end.code()).isEqualTo(143);
      assertThat(end.out()).last().isEqualTo("Stopped.");
      assertThat(end.err()).isEmpty();
    }
  }

  @Test
  void a_stop_lets_a_request_in_flight_finish_and_takes_no_new_ones() throws Exception {
    try (var server = Packaged.start(folder, Map.of("HTTP_INSTANCES", "1"))) {
      var address = URI.create(server.address());
      var sheet = Json.bytes(Person.sheet(ballot(server), WAVE, Map.of("SAFE_DAY", "neither")));
      try (var upload = new Socket(address.getHost(), address.getPort())) {
        var out = upload.getOutputStream();
        out.write(head(sheet.length).getBytes(StandardCharsets.US_ASCII));
        out.write(sheet, 0, sheet.length / 2);
        out.flush();
        // The one event loop has read the half above before it answers what comes after it.
        assertThat(get(address + "/v1/localities").statusCode()).isEqualTo(200);
        assertThat(get(address + "/v1/localities").statusCode()).isEqualTo(200);

        server.terminate();
        Wait.until("new connections are refused", () -> refuses(address));
        assertThat(get(server.management() + "/health/ready").statusCode()).isEqualTo(503);
        assertThat(server.isAlive()).isTrue();
        out.write(sheet, sheet.length / 2, sheet.length - sheet.length / 2);
        out.flush();
        var answer = new String(upload.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 202 ");
      }
      assertThat(server.ended().out()).last().isEqualTo("Stopped.");
    }
  }

  @Test
  void an_upload_that_never_ends_does_not_keep_the_program_from_stopping() throws Exception {
    var settings = Map.of("HTTP_INSTANCES", "1", "SHUTDOWN_SECONDS", "1");
    try (var server = Packaged.start(folder, settings)) {
      var address = URI.create(server.address());
      try (var upload = new Socket(address.getHost(), address.getPort())) {
        upload.getOutputStream().write(head(1_000).getBytes(StandardCharsets.US_ASCII));
        assertThat(get(address + "/v1/localities").statusCode()).isEqualTo(200);
        server.terminate();
        assertThat(server.ended().out()).last().isEqualTo("Stopped.");
      }
    }
  }

  static Stream<Arguments> badConfiguration() {
    return Stream.of(
        bad("http.port must be a whole number", "HTTP_PORT", "abc"),
        bad("http.port must be a whole number", "HTTP_PORT", "70000"),
        bad(
            "refused with environment=production",
            "IDENTITY_MODE",
            "local",
            "ENVIRONMENT",
            "production"),
        bad("needs the Firebase project's id", "ENVIRONMENT", "production"),
        bad("needs a secret or a signing key", "PMF_ENDPOINT", "https://pmf.example/hook"),
        bad("mongodb.uri is not a MongoDB connection string", "MONGODB_URI", "garbage"),
        bad("there is no zone Mars/Base", "TIME_ZONE", "Mars/Base"),
        bad("needs at least 16 bytes", "IDENTITY_LOCAL_KEY", "short"),
        bad("the public URL", "PUBLIC_URL", "nowhere"),
        bad("log.format cannot be xml", "LOG_FORMAT", "xml"));
  }

  private static Arguments bad(String line, String... settings) {
    return settings.length == 2
        ? Arguments.of(line, Map.of(settings[0], settings[1]))
        : Arguments.of(line, Map.of(settings[0], settings[1], settings[2], settings[3]));
  }

  @ParameterizedTest
  @MethodSource("badConfiguration")
  void bad_configuration_is_one_plain_line(String line, Map<String, String> settings) {
    fails(Packaged.run(folder, settings), "Bad configuration: ", line);
  }

  @Test
  void a_configuration_file_that_is_wrong_or_not_there_is_one_plain_line() throws Exception {
    var file = Files.writeString(folder.resolve("town.properties"), "http.prot=80\n");
    fails(serve("--config", file.toString()), "town.properties has unknown settings [http.prot]");
    fails(serve("--config", folder.resolve("none").toString()), "none cannot be read.");
    fails(serve("--config", folder.toString()), "cannot be read.");
    Files.writeString(file, "http.host=\\u00g0\n");
    fails(serve("--config", file.toString()), "town.properties cannot be read.");
  }

  @Test
  void a_taken_port_is_one_plain_line_that_names_the_setting() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      fails(
          Packaged.run(folder, Map.of("HTTP_HOST", "127.0.0.1", "HTTP_PORT", port)),
          "Port " + port + " is taken.",
          "HTTP_PORT");
      fails(
          Packaged.run(folder, Map.of("MANAGEMENT_PORT", port)),
          "Port " + port + " is taken.",
          "MANAGEMENT_PORT");
    }
  }

  @Test
  void an_address_of_another_machine_is_one_plain_line() {
    // 192.0.2.0/24 is for documentation, RFC 5737: no machine has it.
    fails(Packaged.run(folder, Map.of("HTTP_HOST", "192.0.2.1")), "192.0.2.1", "HTTP_HOST");
    fails(Packaged.run(folder, Map.of("MANAGEMENT_HOST", "192.0.2.1")), "MANAGEMENT_HOST");
    fails(Packaged.run(folder, Map.of("HTTP_HOST", "none.invalid")), "none.invalid", "HTTP_HOST");
  }

  @Test
  void a_data_folder_that_cannot_be_used_is_one_plain_line() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "no folder");
    fails(Packaged.run(file.resolve("data"), Map.of()), "The data folder ", "cannot be created.");
    fails(Packaged.run(file, Map.of()), "The data folder ", "cannot be created.");
    var damaged = Files.createDirectory(folder.resolve("damaged"));
    Files.writeString(damaged.resolve("store.mv"), "no store".repeat(2_000));
    fails(Packaged.run(damaged, Map.of()), "store.mv in " + damaged + " is damaged");
  }

  @Test
  void a_data_folder_in_use_is_one_plain_line_for_every_command() {
    try (var server = Packaged.start(folder, Map.of())) {
      var address = server.address();
      for (var command : new String[] {"serve", "check"}) {
        fails(Packaged.run(folder, Map.of(), command), "is already in use by another process.");
      }
      assertThat(get(address + "/v1/localities").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_mongodb_that_does_not_answer_is_one_plain_line_without_its_password() throws Exception {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    var uri = "mongodb://town:a-secret@127.0.0.1:" + port + "/town";
    for (var command : new String[] {"serve", "check"}) {
      var end = Packaged.run(folder, Map.of("MONGODB_URI", uri), command);
      fails(end, "No store: MongoDB at 127.0.0.1:" + port + " does not answer.");
      assertThat(end.toString()).doesNotContain("a-secret");
    }
  }

  private Packaged.Ended serve(String... options) {
    var arguments = Stream.concat(Stream.of("serve"), Stream.of(options)).toArray(String[]::new);
    return Packaged.run(folder.resolve("data"), Map.of(), arguments);
  }

  /** One plain line that says so, and nothing else on the error output. */
  private static void fails(Packaged.Ended end, String... parts) {
    assertThat(end.err()).as(end.toString()).hasSize(1).noneMatch(Packaged.IS_TRACE);
    assertThat(end.err().get(0)).contains(parts);
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.out()).noneMatch(line -> line.contains("Exception"));
  }

  private static String ballot(Packaged server) throws IOException, InterruptedException {
    var tokens =
        new LocalTokens(Packaged.KEY.getBytes(StandardCharsets.UTF_8), InstantSource.system());
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + "/v1/waves/" + WAVE + "/ballots"))
            .header("Authorization", "Bearer " + tokens.issue("ana").text())
            .header("Idempotency-Key", Person.key())
            .POST(BodyPublishers.noBody())
            .build();
    var answer = CLIENT.send(request, BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.headers(), answer.body()).at("/ballot");
  }

  private static String head(int length) {
    return "POST /v1/responses HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }

  private static HttpResponse<String> get(String address) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean refuses(URI address) {
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      return !socket.isConnected();
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
