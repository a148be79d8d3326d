package org.localityvoice.benchmark;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.localityvoice.identity.local.LocalTokens;

/**
 * What contract, identity, limits and problem handling cost: CPU time of the whole server process
 * for each small signed-in POST, over a plain router that reads, parses and answers the same.
 */
final class ContractCost {
  private static final int CONNECTIONS = 32;
  private static final int WARM_UP = 120_000;
  private static final int REQUESTS = 30_000;

  private ContractCost() {}

  static Result measure(int rounds) throws IOException {
    var requests = requests();
    var ratios = new ArrayList<Double>();
    var oursMicros = new ArrayList<Double>();
    var plainMicros = new ArrayList<Double>();
    try (var ours = ChildServer.start(PostServer.class, "ours");
        var plain = ChildServer.start(PostServer.class, "plain")) {
      cpu(ours, WARM_UP, requests);
      cpu(plain, WARM_UP, requests);
      for (var round = 0; round < rounds; round++) {
        oursMicros.add(cpu(ours, REQUESTS, requests));
        plainMicros.add(cpu(plain, REQUESTS, requests));
        ratios.add(oursMicros.get(round) / plainMicros.get(round));
      }
    }
    var note =
        String.format(
            Locale.ROOT,
            "%.1f µs against %.1f µs of CPU",
            Result.median(oursMicros),
            Result.median(plainMicros));
    return new Result(
        "contract + identity + problems over a plain router, CPU", ratios, "x", 2, true, note);
  }

  private static double cpu(ChildServer server, int count, List<byte[]> requests)
      throws IOException {
    try (var load = new HttpLoad(server.port(), CONNECTIONS, 202, (request, body) -> {})) {
      var before = server.cpuNanos();
      load.run(count, i -> requests.get(i % requests.size()));
      return (server.cpuNanos() - before) / 1e3 / count;
    }
  }

  /** One request for each connection, of one person each. */
  private static List<byte[]> requests() {
    var tokens = new LocalTokens(PostServer.KEY, InstantSource.system());
    return IntStream.range(0, CONNECTIONS)
        .mapToObj(i -> tokens.issue("resident-" + i).text())
        .map(
            token ->
                HttpLoad.post(
                    "/v1/responses",
                    Sheet.body("A".repeat(43), 6, new Random(7)),
                    "Authorization",
                    "Bearer " + token))
        .toList();
  }
}
