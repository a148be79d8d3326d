package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirebaseSettingsTest {
  private static final Optional<Path> NO_FILE = Optional.empty();
  private static final Optional<String> NO_EMULATOR = Optional.empty();

  @ParameterizedTest
  @ValueSource(strings = {"demo-locality-voice", "council1", "example.com:council-voice"})
  void a_project_id_is_enough(String project) {
    var settings = FirebaseSettings.of(project, NO_FILE, NO_EMULATOR, true);
    assertThat(settings.projectId()).isEqualTo(project);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Council", "1council", "short", "a-b-c-", "a/b/c/d"})
  void what_cannot_be_a_project_id_is_refused(String project) {
    mustBeRefused(project, NO_FILE, NO_EMULATOR, false, "Firebase project");
  }

  @Test
  void an_emulator_is_refused_in_production_and_nowhere_else() {
    var emulator = Optional.of("127.0.0.1:9099");
    assertThat(FirebaseSettings.of("demo-council", NO_FILE, emulator, false).emulatorHost())
        .isEqualTo(emulator);
    mustBeRefused("demo-council", NO_FILE, emulator, true, "FIREBASE_AUTH_EMULATOR_HOST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "http://localhost:9099", "localhost:", "a b:1"})
  void an_emulator_needs_host_and_port(String host) {
    mustBeRefused("demo-council", NO_FILE, Optional.of(host), false, "host:port");
  }

  @Test
  void a_credentials_file_must_be_there(@TempDir Path folder) throws Exception {
    var file = Files.createFile(folder.resolve("key.json"));
    assertThat(FirebaseSettings.of("council1", Optional.of(file), NO_EMULATOR, true).credentials())
        .contains(file);
    var absent = Optional.of(folder.resolve("absent.json"));
    mustBeRefused("council1", absent, NO_EMULATOR, true, "cannot be read");
    mustBeRefused("council1", Optional.of(folder), NO_EMULATOR, true, "cannot be read");
  }

  private static void mustBeRefused(
      String project,
      Optional<Path> file,
      Optional<String> emulator,
      boolean production,
      String because) {
    assertThatThrownBy(() -> FirebaseSettings.of(project, file, emulator, production))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because)
        .hasMessageNotContaining("\n");
  }
}
