package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.directory.Bringing.Mode;
import org.localityvoice.directory.exchange.DirectoryImport.Line;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** The command that brings services in, beside a running server. */
@ExtendWith(StoreExtension.class)
class DirectoryFileTest {
  private static final String FILE =
      """
      organisation,name,description,phone,areas
      Console Crew,Night kitchen,Soup at night.,01632 960042,Newport
      Console Crew,,Nameless.,,
      """;

  @Test
  void what_a_file_brings_in_is_found_on_the_server_at_once(Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var lines = imported(store, folder, "services.csv", FILE);
      assertThat(lines).extracting(Line::verdict).containsExactly("created", "invalid");
      var told = new StringWriter();
      lines.forEach(line -> DirectoryFile.tell(line, new PrintWriter(told, true)));
      assertThat(told.toString()).startsWith("Row 1: created ").contains("Row 2: invalid", "/name");
      var found = town.nobody().gets("/v1/directory/services?q=soup&locality=newport");
      assertThat(found.at("/items/0/name")).isEqualTo("Night kitchen");
      assertThat(imported(store, folder, "services.csv", FILE).get(0).verdict())
          .isEqualTo("unchanged");
      assertThatThrownBy(() -> imported(store, folder, "services.json", FILE))
          .isInstanceOf(Problem.class);
    }
  }

  private static List<Line> imported(Store store, Path folder, String name, String file) {
    var settings =
        SettingsReader.read(
            Map.of("MONGODB_URI", store.uri(), "DATA_FOLDER", folder.toString()), Optional.empty());
    return Instance.use(
        settings,
        parts ->
            Waiting.on(
                new DirectoryFile(parts)
                    .run(
                        name,
                        file.getBytes(StandardCharsets.UTF_8),
                        "thirteen",
                        List.of("newport"),
                        new Mode(false, false, true))));
  }
}
