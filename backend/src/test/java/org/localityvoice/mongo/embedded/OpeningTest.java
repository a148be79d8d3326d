package org.localityvoice.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.mongo.embedded.Driver.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  @TempDir Path folder;

  private void refused(Path where, String reason) {
    assertThatThrownBy(() -> EmbeddedStore.open(where, EmbeddedOptions.defaults()).close())
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(where.toString())
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_folder_serves_one_process_at_a_time() throws Exception {
    try (var child = Child.start(folder, "AFTER_COMMIT")) {
      child.awaitLine("ready");
      refused(folder, "already in use by another process");
    }
    EmbeddedStore.open(folder, EmbeddedOptions.defaults()).close();
  }

  @Test
  void a_folder_serves_one_store_of_this_process_at_a_time() throws StoreUnavailableException {
    try (var store = EmbeddedStore.open(folder, EmbeddedOptions.defaults())) {
      assertThat(store.connectionString()).startsWith("mongodb://127.0.0.1:");
      refused(folder, "already in use");
    }
    EmbeddedStore.open(folder, EmbeddedOptions.defaults()).close();
  }

  @Test
  void a_file_in_place_of_the_folder_is_reported() throws IOException {
    refused(Files.writeString(folder.resolve("data"), "not a folder"), "cannot be created");
  }

  @Test
  void a_damaged_file_is_reported_and_left_alone() throws IOException {
    byte[] noise = new byte[50_000];
    new Random(1).nextBytes(noise);
    Files.write(folder.resolve("store.mv"), noise);
    refused(folder, "damaged");
    assertThat(folder.resolve("store.mv")).hasBinaryContent(noise);
  }

  @Test
  void a_file_of_a_newer_version_is_reported() {
    try (MVStore newer = MVStore.open(folder.resolve("store.mv").toString())) {
      newer.setStoreVersion(99);
    }
    refused(folder, "newer version");
  }

  @Test
  void a_missing_folder_is_made() throws StoreUnavailableException {
    Path deep = folder.resolve("a/b/c");
    EmbeddedStore.open(deep, new EmbeddedOptions(1, true)).close();
    assertThat(deep.resolve("store.mv")).isNotEmptyFile();
  }

  @Test
  void writes_synced_to_the_disk_are_there_after_a_restart() throws StoreUnavailableException {
    try (var store = EmbeddedStore.open(folder, new EmbeddedOptions(8, true));
        var client = Driver.connect(store.connectionString())) {
      done(client.getDatabase("d").getCollection("c").insertOne(new Document("_id", 1)));
    }
    try (var store = EmbeddedStore.open(folder, new EmbeddedOptions(8, true));
        var client = Driver.connect(store.connectionString())) {
      assertThat(Driver.all(client.getDatabase("d").getCollection("c").find())).hasSize(1);
    }
  }
}
