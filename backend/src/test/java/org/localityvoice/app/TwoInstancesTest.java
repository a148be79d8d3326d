package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Person.sheet;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Two servers that share a store and a clock, as behind one load balancer. */
@ExtendWith(StoreExtension.class)
class TwoInstancesTest {
  private static final String WAVE = "newport-2026-q4";
  private static final String BALLOTS = "/v1/waves/" + WAVE + "/ballots";
  private static final String SYNTHETIC = "newport-2026-q3";
  private static final Map<String, Object> SAFE = Map.of("SAFE_DAY", "very-safe");
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir Path folder;

  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private final List<Town> running = new CopyOnWriteArrayList<>();
  private HttpServer framework;
  private Town one;
  private Town other;

  @BeforeEach
  void startBoth(Store store) throws IOException {
    framework = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    framework.createContext(
        "/",
        exchange -> {
          delivered.add(exchange.getRequestHeaders().getFirst("webhook-id"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    framework.start();
    // Both at once, on an empty store.
    var first = CompletableFuture.supplyAsync(() -> town(store));
    other = town(store);
    one = first.join();
  }

  private Town town(Store store) {
    var endpoint = "http://127.0.0.1:" + framework.getAddress().getPort() + "/pmf";
    var settings = Map.of("PMF_ENDPOINT", endpoint, "PMF_SECRETS", SECRET);
    var town = Town.on(store, folder, clock, settings);
    running.add(town);
    return town;
  }

  @AfterEach
  void stopAll() {
    List.copyOf(running).forEach(this::stop);
    framework.stop(0);
  }

  private void stop(Town town) {
    town.close();
    running.remove(town);
  }

  @Test
  void that_start_at_once_on_an_empty_store_load_the_sample_once() throws Exception {
    assertThat(other.nobody().gets("/v1/localities").text())
        .isEqualTo(one.nobody().gets("/v1/localities").text());
    var rows = sampleRows();
    assertThat(one.responses(SYNTHETIC)).isEqualTo(rows);
    assertThat(other.responses(SYNTHETIC)).isEqualTo(rows);
    assertThat(one.differences()).isEmpty();
    Wait.until("the sample's statement arrives", () -> delivered.size() == 1);
  }

  @Test
  void know_each_others_ballots_and_answers() {
    var ballot = one.as("ana").retries(BALLOTS, "ana-key-1");
    assertThat(ballot.status()).isEqualTo(201);
    assertThat(other.as("ana").retries(BALLOTS, "ana-key-1").text()).isEqualTo(ballot.text());
    assertThat(other.as("ana").retries(BALLOTS, "ana-key-2").problem())
        .isEqualTo("ballot-already-taken");

    var sheet = sheet(ballot.at("/ballot"), WAVE, SAFE);
    assertThat(one.nobody().posts("/v1/responses", sheet).status()).isEqualTo(202);
    assertThat(other.nobody().posts("/v1/responses", sheet).status()).isEqualTo(202);
    var changed = sheet(ballot.at("/ballot"), WAVE, Map.of("SAFE_DAY", "neither"));
    assertThat(other.nobody().posts("/v1/responses", changed).problem()).isEqualTo("ballot-spent");
    nineAnswer(one);
    Wait.until("whoever has the job counts", () -> one.responses(WAVE) > 0);
    assertThat(one.as("nadia").posts("/v1/waves/" + WAVE + "/close").status()).isEqualTo(200);
    assertThat(other.responses(WAVE)).isEqualTo(10);
    assertThat(other.differences()).isEmpty();
  }

  @Test
  void agree_that_a_wave_is_closed() {
    // The other one has just seen the wave open and may remember that.
    assertThat(other.as("ana").answers(WAVE, SAFE).status()).isEqualTo(202);
    var unused = other.as("bilal").takesBallot(WAVE);
    assertThat(one.as("nadia").posts("/v1/waves/" + WAVE + "/close").at("/state"))
        .isEqualTo("closed");

    assertThat(other.nobody().posts("/v1/responses", sheet(unused, WAVE, SAFE)).problem())
        .isEqualTo("wave-not-open");
    assertThat(other.as("late").posts(BALLOTS).problem()).isEqualTo("wave-not-open");
    assertThat(other.nobody().gets("/v1/localities/newport/waves?state=open").json().at("/waves"))
        .isEmpty();
    assertThat(one.responses(WAVE)).isEqualTo(1);
    assertThat(other.differences()).isEmpty();
  }

  @Test
  void count_every_answer_and_deliver_every_statement_once() {
    for (var i = 0; i < 40; i++) {
      var town = i % 2 == 0 ? one : other;
      assertThat(town.as("resident-" + i).answers(WAVE, SAFE).status()).isEqualTo(202);
    }
    publish(one, other);
    // Both ask for all work to be done, again and again; only the one with the lease does it.
    Stream.of(one, other, one, other).parallel().forEach(Town::works);
    Wait.until("both statements arrive", () -> delivered.size() >= 2);
    Stream.of(one, other).parallel().forEach(Town::works);
    assertThat(delivered).hasSize(2).doesNotHaveDuplicates();
    assertThat(one.responses(WAVE)).isEqualTo(40);
    assertThat(one.differences()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void carry_on_when_either_of_them_stops(boolean first) {
    var stays = first ? other : one;
    stop(first ? one : other);
    assertThat(stays.as("ana").answers(WAVE, SAFE).status()).isEqualTo(202);
    nineAnswer(stays);
    // The clock stands still, so no lease runs out: what the stopped one had, it gave back.
    Wait.until("the answer is counted", () -> stays.responses(WAVE) == 10);
    publish(stays, stays);
    Wait.until("both statements arrive", () -> delivered.size() == 2);
    assertThat(delivered).doesNotHaveDuplicates();
  }

  /** With one more they are enough to be counted while the wave is open. */
  private static void nineAnswer(Town town) {
    for (var i = 0; i < 9; i++) {
      assertThat(town.as("neighbour-" + i).answers(WAVE, SAFE).status()).isEqualTo(202);
    }
  }

  private static void publish(Town one, Town other) {
    one.as("nadia").posts("/v1/waves/" + WAVE + "/close");
    var release = other.as("nadia").posts("/v1/waves/" + WAVE + "/releases");
    assertThat(release.status()).isEqualTo(201);
    var approved = one.as("pat").posts("/v1/releases/" + release.at("/id") + "/approve");
    assertThat(approved.at("/state")).isEqualTo("published");
  }

  private static long sampleRows() throws IOException {
    try (var csv = Town.class.getResourceAsStream("/sample/newport-2026-q3.csv")) {
      return new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().count() - 1;
    }
  }
}
