package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** The import command: beside a running server, after another import, and with odd answers. */
@ExtendWith(StoreExtension.class)
class AreaImportTest {
  @Test
  void an_import_waits_for_the_server_that_has_the_jobs(Store store, @TempDir Path folder)
      throws IOException {
    try (var town = Town.on(store, folder, Map.of())) {
      assertThat(town.nobody().gets("/v1/waves/newport-2027-q1").status()).isEqualTo(404);
      var settings =
          SettingsReader.read(
              Map.of("MONGODB_URI", store.uri(), "DATA_FOLDER", folder.toString()),
              Optional.empty());
      var area = text("area.yaml").replace("newport-2026-q4", "newport-2027-q1");
      var outcome =
          Instance.use(
              settings,
              parts ->
                  Waiting.on(
                      new AreaImport(parts)
                          .run(area.getBytes(StandardCharsets.UTF_8), this::companion)));
      assertThat(outcome.faults()).isEmpty();
      assertThat(town.nobody().gets("/v1/waves/newport-2027-q1").status()).isEqualTo(200);
    }
  }

  @Test
  void made_up_answers_that_changed_since_are_a_fault(Store store, @TempDir Path folder)
      throws IOException {
    var settings =
        SettingsReader.read(
            Map.of("MONGODB_URI", store.uri(), "DATA_FOLDER", folder.toString()), Optional.empty());
    var area = text("area.yaml").getBytes(StandardCharsets.UTF_8);
    var answers = text("newport-2026-q3.csv");
    var last = answers.substring(answers.stripTrailing().lastIndexOf('\n') + 1);
    var longer = answers.stripTrailing() + "\r\n" + last;
    var shorter = answers.substring(0, answers.stripTrailing().lastIndexOf('\n') + 1);
    Instance.use(
        settings,
        parts -> {
          assertThat(imported(parts, area, answers).changed()).isTrue();
          for (var other : List.of(longer, shorter)) {
            assertThat(imported(parts, area, other).faults())
                .singleElement()
                .asString()
                .contains("differs from the answers that were imported");
          }
          var again = imported(parts, area, answers);
          assertThat(again.faults()).isEmpty();
          return again;
        });
  }

  @Test
  void a_row_without_an_answer_is_a_fault(Store store, @TempDir Path folder) throws IOException {
    var settings =
        SettingsReader.read(
            Map.of("MONGODB_URI", store.uri(), "DATA_FOLDER", folder.toString()), Optional.empty());
    var area = text("area.yaml").getBytes(StandardCharsets.UTF_8);
    var answers = "ageBand,sex,mode,language,SAFE_DAY\n35-49,female,app,en,\n";
    assertThat(Instance.use(settings, parts -> imported(parts, area, answers)).faults())
        .singleElement()
        .asString()
        .endsWith("line 2: answers nothing");
  }

  private static AreaImport.Outcome imported(Parts parts, byte[] area, String answers) {
    return Waiting.on(new AreaImport(parts).run(area, name -> Optional.of(answers)));
  }

  @Test
  void a_command_leaves_no_lease_behind(Store store, @TempDir Path folder) {
    var settings =
        SettingsReader.read(
            Map.of("MONGODB_URI", store.uri(), "DATA_FOLDER", folder.toString()), Optional.empty());
    Instance.use(settings, parts -> Waiting.on(parts.settle().map(0)));
    var next = new Leases(store.connect(), "the next", InstantSource.system());
    assertThat(Wait.forResult(next.take(Relay.JOB, Duration.ofSeconds(30)))).isTrue();
  }

  private Optional<String> companion(String name) {
    try {
      return Optional.of(text(name));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String text(String name) throws IOException {
    try (var in = Sample.class.getResourceAsStream("/sample/" + name)) {
      if (in == null) {
        throw new IOException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
