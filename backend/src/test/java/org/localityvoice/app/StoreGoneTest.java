package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;

class StoreGoneTest {
  @Test
  void without_its_store_the_server_says_so_and_what_is_kept_ready_is_still_served(
      @TempDir Path folder) throws Exception {
    var store = EmbeddedStore.open(folder, EmbeddedOptions.defaults());
    try (var town = Town.on(folder, Map.of("MONGODB_URI", store.connectionString()))) {
      assertThat(town.management("/health/ready").status()).isEqualTo(200);
      store.close();
      var answer = town.as("ana").posts("/v1/waves/newport-2026-q4/ballots");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("unavailable");
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      assertThat(town.management("/health/ready").status()).isEqualTo(503);
      assertThat(town.management("/health/live").status()).isEqualTo(200);
      assertThat(town.nobody().gets("/openapi.yaml").status()).isEqualTo(200);
    }
  }
}
