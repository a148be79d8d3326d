package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.pmf.StatementState.Delivered;
import org.localityvoice.testing.Store;

class FolderSinkTest extends PushTest {
  private Push start(Store store, Path folder) {
    var settings = PmfSettings.of("", "", "", "https://voice.example.org", folder);
    return Push.start(vertx, store, clock, settings);
  }

  @Test
  void without_an_endpoint_each_statement_is_a_readable_file(Store store, @TempDir Path data)
      throws IOException {
    var folder = data.resolve("pmf");
    var push = start(store, folder);
    push.accept("pmf_1", "pmf_2");

    push.round();

    var name = "0000000002-pmf_2.json";
    var text = Files.readString(folder.resolve(name));
    assertThat(text)
        .contains("\n  \"id\" : \"pmf_2\",")
        .contains("\"estimate\" : 34.0")
        .endsWith("}\n");
    var mapper = new ObjectMapper();
    assertThat(mapper.readTree(text)).isEqualTo(mapper.readTree(push.read("pmf_2").event()));
    assertThat(push.read("pmf_2").state()).isEqualTo(new Delivered(clock.instant(), name));
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("0000000001-pmf_1.json", name);
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_a_failure_and_tried_again(Store store, @TempDir Path data)
      throws IOException {
    var folder = Files.createFile(data.resolve("pmf"));
    var push = start(store, folder);
    push.accept("pmf_1");
    push.round();
    assertThat(push.read("pmf_1").lastAnswered().orElseThrow().answer())
        .isEqualTo(new Answer.Failure("not written: FileAlreadyExistsException"));

    Files.delete(folder);
    clock.advance(Duration.ofSeconds(6));
    push.round();

    assertThat(push.state("pmf_1")).isEqualTo("delivered");
    assertThat(folder.resolve("0000000001-pmf_1.json")).exists();
  }

  @Test
  void a_replay_writes_the_same_file_again(Store store, @TempDir Path folder) throws IOException {
    var push = start(store, folder);
    push.accept("pmf_1");
    push.round();
    var file = folder.resolve("0000000001-pmf_1.json");
    var before = Files.readString(file);
    Files.delete(file);

    push.replay("pmf_1", "11111111-aaaa");
    push.round();

    assertThat(Files.readString(file)).isEqualTo(before);
  }
}
