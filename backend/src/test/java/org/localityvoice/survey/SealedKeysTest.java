package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.app.Person.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** The keys of waves outside the store, until nobody has them. */
@ExtendWith(StoreExtension.class)
class SealedKeysTest {
  private static final String WAVE = "newport-2026-q4";
  private static final Map<String, Object> SAFE = Map.of("SAFE_DAY", "very-safe");

  @TempDir Path folder;

  private static String key(int seed) {
    var bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) seed);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private Town town(Store store, int seed) {
    return Town.on(store, folder, Map.of("SEAL_KEY", key(seed)));
  }

  private List<Path> keys() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("wave-keys"))) {
      return files.filter(file -> !file.toString().endsWith(".check")).sorted().toList();
    }
  }

  @Test
  void a_sealed_wave_runs_over_restarts_and_its_keys_end_with_it(Store store) throws Exception {
    Map<String, Object> sent;
    try (var town = town(store, 1)) {
      sent = sheet(town.as("ana").takesBallot(WAVE), WAVE, SAFE);
      assertThat(town.nobody().posts("/v1/responses", sent).status()).isEqualTo(202);
      // Two open waves, two keys each; the database has none of them.
      assertThat(keys()).hasSize(4);
      for (var wave : waves(store)) {
        assertThat(wave.get("secret")).isNull();
        assertThat(wave.get("answerKey")).isNull();
      }
    }
    try (var town = town(store, 1)) {
      assertThat(town.nobody().posts("/v1/responses", sent).status()).isEqualTo(202);
      var kept = Files.readString(keys().get(0));
      var closed = town.as("nadia").posts("/v1/waves/" + WAVE + "/close");
      assertThat(closed.at("/state")).isEqualTo("closed");
      assertThat(closed.at("/destruction/method")).isEqualTo("file-overwritten-and-deleted");
      assertThat(town.responses(WAVE)).isEqualTo(1);
      assertThat(town.differences()).isEmpty();
      assertThat(keys()).hasSize(2);
      assertThat(kept).isNotBlank();
      // After that a retry is still known, and other content refused, without any key.
      assertThat(town.nobody().posts("/v1/responses", sent).status()).isEqualTo(202);
      sent.put("answers", Map.of("SAFE_DAY", "neither"));
      assertThat(town.nobody().posts("/v1/responses", sent).problem()).isEqualTo("ballot-spent");
      town.as("nora").posts("/v1/waves/north-ormesby-2026-q4/close");
      assertThat(keys()).isEmpty();
    }
    // With no sealed wave left the server starts without a key, too.
    Town.on(store, folder, Map.of()).close();
  }

  @Test
  void it_does_not_start_with_a_key_that_does_not_fit_or_without_the_keys(Store store)
      throws Exception {
    town(store, 1).close();
    assertThatThrownBy(() -> town(store, 2))
        .hasMessageStartingWith("Bad configuration: seal.key does not fit the keys in ");
    assertThatThrownBy(() -> Town.on(store, folder, Map.of()))
        .hasMessageContaining(WAVE + " is sealed, and seal.key is not set");
    for (var wrong : List.of("short", "AAAA", "not base64!")) {
      assertThatThrownBy(() -> Town.on(store, folder, Map.of("SEAL_KEY", wrong)))
          .hasMessageStartingWith("Bad configuration: seal.key")
          .hasMessageNotContaining(wrong + ".");
    }
    // The control: with the right key it starts, also from a file.
    Files.writeString(folder.resolve("master"), key(1) + "\n");
    var fromFile = Map.of("SEAL_KEY_FILE", folder.resolve("master").toString());
    Town.on(store, folder, fromFile).close();
    Files.delete(keys().get(0));
    assertThatThrownBy(() -> town(store, 1)).hasMessageContaining("are not in seal.folder");
  }

  @Test
  void a_key_file_is_made_once_overwritten_and_deleted(Store store) throws Exception {
    var files = KeyFiles.open(new SealSettings(key(3), folder));
    files.make("w", "ballots", "first");
    files.make("w", "ballots", "second");
    assertThat(files.read("w", "ballots")).contains("first");
    var file = keysIn(folder).get(0);
    var before = Files.readAllBytes(file);
    // A second name for the file's content shows what the deletion leaves on the disk.
    var shadow = Files.createLink(folder.resolve("shadow"), file);
    files.destroy("w", "ballots");
    assertThat(Files.exists(file)).isFalse();
    assertThat(Files.readAllBytes(shadow)).hasSameSizeAs(before).isNotEqualTo(before);
    assertThat(files.read("w", "ballots")).isEmpty();
    files.destroy("w", "ballots");
    // A file under the name of another wave or another use does not open.
    files.make("w", "answers", "mine");
    files.make("v", "answers", "theirs");
    var both = keysIn(folder);
    Files.write(both.get(0), Files.readAllBytes(both.get(1)));
    assertThatThrownBy(
            () -> {
              files.read("w", "answers");
              files.read("v", "answers");
            })
        .hasMessageContaining("damaged");
  }

  private static List<Path> keysIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().matches(".*\\.(ballots|answers)")).sorted().toList();
    }
  }

  @Test
  void a_sealed_answer_opens_only_as_itself_and_tells_nothing_by_its_length(Store store) {
    var seal = new AnswerSeal(key(4).replace("=", ""));
    var little = Folding.arrival("a", WAVE, "16-24", "neither");
    var much = Folding.arrival("b", WAVE, "65-plus", "fairly-unsafe");
    var opened = Folding.SEAL.open(little.id(), String.valueOf(little.sealed()));
    assertThat(opened.answers()).isEqualTo(Map.of("SAFE_DAY", "neither"));
    var sealed = seal.seal("id", opened);
    assertThat(seal.open("id", sealed)).isEqualTo(opened);
    assertThat(seal.seal("id", opened)).isNotEqualTo(sealed);
    assertThat(String.valueOf(little.sealed())).hasSameSizeAs(String.valueOf(much.sealed()));
    assertThatThrownBy(() -> seal.open("other", sealed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Folding.SEAL.open("id", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<Document> waves(Store store) {
    var waves = store.connect().collection("waves", Document.class);
    return Wait.forResult(Publishers.list(waves.find()));
  }
}
