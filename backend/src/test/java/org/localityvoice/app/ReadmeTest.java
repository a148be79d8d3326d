package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs and the sample configuration say is so. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern SETTING =
      Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| `([A-Z_]+)` \\| ([^|]*) \\|");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `([a-z0-9.]+)` \\| [^|]+ \\|");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
  private static final Pattern VALUE = Pattern.compile("(in production )?`([^`]*)`");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^ +([A-Z]+_[A-Z_]+): ");

  @Test
  void the_configuration_table_names_every_setting_and_no_other() throws IOException {
    assertThat(SETTING.matcher(readme("README.md")).results().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(SettingsReader.NAMES);
    assertThat(SETTING.matcher(readme("README.md")).results())
        .allSatisfy(row -> assertThat(row.group(2)).isEqualTo(variable(row.group(1))));
  }

  @Test
  void setting_everything_to_the_defaults_in_the_table_changes_nothing() throws IOException {
    var evaluation = defaults(false);
    assertThat(evaluation).hasSizeGreaterThan(15);
    assertThat(settings(evaluation)).isEqualTo(settings(Map.of()));

    var production = Map.of("ENVIRONMENT", "production", "FIREBASE_PROJECT_ID", "a-council");
    var given = defaults(true);
    given.putAll(production);
    assertThat(settings(given)).isEqualTo(settings(production));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "backend/README.md"})
  void every_link_leads_somewhere(String file) throws IOException {
    var place = ROOT.resolve(file).toAbsolutePath().getParent();
    assertThat(LINK.matcher(readme(file)).results().map(link -> link.group(1)))
        .isNotEmpty()
        .filteredOn(link -> !link.startsWith("https://"))
        .allSatisfy(link -> assertThat(place.resolve(link)).exists());
  }

  @Test
  void the_map_shows_the_packages_that_are_there() throws IOException {
    var all = packages();
    assertThat(PACKAGE.matcher(section("backend/README.md")).results().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(all);
    var top = all.stream().filter(name -> !name.contains(".")).toList();
    assertThat(PACKAGE.matcher(section("README.md")).results().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(top);
  }

  @Test
  void the_sample_configuration_can_be_read() {
    var file = ROOT.resolve("docker/locality-voice.properties");
    assertThat(SettingsReader.read(Map.of(), Optional.of(file)).production()).isTrue();
  }

  @Test
  void the_compose_file_sets_nothing_that_is_not_a_setting() throws IOException {
    var known = SettingsReader.NAMES.stream().map(ReadmeTest::variable).toList();
    var compose = Files.readString(ROOT.resolve("docker/compose.yaml"));
    assertThat(VARIABLE.matcher(compose).results().map(line -> line.group(1)))
        .contains("MONGODB_URI", "IDENTITY_LOCAL_KEY")
        .isSubsetOf(known);
  }

  private static Map<String, String> defaults(boolean production) throws IOException {
    var found = new HashMap<String, String>();
    for (var row : SETTING.matcher(readme("README.md")).results().toList()) {
      if (!row.group(3).startsWith("none")) {
        VALUE
            .matcher(row.group(3))
            .results()
            .filter(value -> production || value.group(1) == null)
            .forEach(value -> found.put(row.group(2), value.group(2)));
      }
    }
    return found;
  }

  private static Settings settings(Map<String, String> environment) {
    return SettingsReader.read(environment, Optional.empty());
  }

  private static String variable(String name) {
    return name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static List<String> packages() throws IOException {
    var sources = Path.of("src/main/java/org/localityvoice");
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .map(file -> sources.relativize(file.getParent()).toString())
          .map(name -> name.replace(java.io.File.separatorChar, '.'))
          .collect(Collectors.toCollection(TreeSet::new))
          .stream()
          .toList();
    }
  }

  private static String section(String file) throws IOException {
    return readme(file).split("\n## The map", -1)[1].split("\n## ", -1)[0];
  }

  private static String readme(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
