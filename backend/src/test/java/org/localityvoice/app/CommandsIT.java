package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the packaged program, as an operator types them. */
class CommandsIT {
  @TempDir static Path sample;
  @TempDir Path folder;

  /** The sample area comes in the jar, to be copied and changed. */
  @BeforeAll
  static void unpack() throws IOException {
    try (var jar = new ZipFile(System.getProperty("packaged.jar"))) {
      for (var name : List.of("area.yaml", "newport-2026-q3.csv")) {
        try (var in = jar.getInputStream(jar.getEntry("sample/" + name))) {
          Files.copy(in, sample.resolve(name));
        }
      }
    }
  }

  private Packaged.Ended run(String... arguments) {
    return Packaged.run(folder, Map.of(), arguments);
  }

  private Packaged.Ended imports(Path file) {
    return run("import", "area", file.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "--help, Usage: locality-voice",
    "serve --help, Usage: locality-voice serve",
    "import --help, Usage: locality-voice import",
    "import area --help, Usage: locality-voice import area",
    "api-key --help, Usage: locality-voice api-key",
    "api-key create --help, Usage: locality-voice api-key create",
    "check --help, Usage: locality-voice check",
    "estimate --help, Usage: locality-voice estimate",
    "recompute --help, Usage: locality-voice recompute",
    "--version, locality-voice 1."
  })
  void help_is_everywhere_and_touches_nothing(String arguments, String start) throws IOException {
    var end = run(arguments.split(" ", -1));
    assertThat(end.code()).isZero();
    assertThat(end.out().get(0)).startsWith(start);
    assertThat(end.err()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_command_that_is_none_or_lacks_its_file_is_told_how_to_call_it() {
    var none = run("sreve");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).noneMatch(Packaged.IS_TRACE).anyMatch(line -> line.contains("sreve"));
    var lacking = run("import", "area");
    assertThat(lacking.code()).isEqualTo(2);
    assertThat(lacking.err()).noneMatch(Packaged.IS_TRACE).anyMatch(line -> line.contains("FILE"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void an_area_is_imported_once_however_often_it_is_imported() throws Exception {
    var first = imports(sample.resolve("area.yaml"));
    assertThat(first.err()).isEmpty();
    assertThat(first.out()).containsExactly("Imported " + sample.resolve("area.yaml") + ".");
    // At once, in processes of their own: nothing is left behind that they would have to wait for.
    for (var again = 0; again < 3; again++) {
      var end = imports(sample.resolve("area.yaml"));
      assertThat(end.err()).isEmpty();
      assertThat(end.out()).containsExactly("Nothing has changed.");
      assertThat(end.code()).isZero();
    }
    assertThat(run("check").code()).isZero();
    // What was published with it can be worked out again.
    var release =
        Kept.<String>in(folder, database -> Kept.all(database, "releases").get(0).getString("_id"));
    assertThat(run("recompute", release).out())
        .singleElement()
        .asString()
        .startsWith("Release " + release + " of wave newport-2026-q3: ")
        .contains(" figures as released (perception-estimator ");
    assertThat(run("recompute", "nothing").err()).containsExactly("There is no release nothing.");
  }

  @Test
  void an_import_brings_in_everything_that_follows_from_it() throws Exception {
    assertThat(imports(sample.resolve("area.yaml")).code()).isZero();
    try (var statements = Files.list(folder.resolve("pmf"))) {
      assertThat(statements).hasSize(1);
    }
    var counted =
        Kept.<Long>in(
            folder,
            database ->
                Kept.all(database, "responses").stream()
                    .filter(one -> one.getInteger("batch") > 0)
                    .count());
    var rows = Files.readAllLines(sample.resolve("newport-2026-q3.csv")).size() - 1;
    assertThat(counted).isEqualTo(rows);
  }

  @Test
  void a_broken_file_is_told_by_line_and_field_and_changes_nothing() throws Exception {
    assertThat(imports(sample.resolve("area.yaml")).code()).isZero();
    var before = Kept.<String>in(folder, CommandsIT::areas);
    var text = Files.readString(sample.resolve("area.yaml"));
    var lines = text.lines().toList();
    var line = 1 + lines.indexOf("    lead: cleveland-police");
    var broken =
        Files.writeString(
            sample.resolve("broken.yaml"),
            text.replaceFirst("    lead: cleveland-police", "    led: cleveland-police")
                .replaceFirst("name: Middlesbrough", "name: Elsewhere"));
    var end = imports(broken);
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.out()).isEmpty();
    assertThat(end.err())
        .contains("line " + (line - 2) + ": /themes/0/lead is missing")
        .anyMatch(fault -> fault.startsWith("line " + line + ": /themes/0/led "))
        .endsWith("Nothing was imported.")
        .noneMatch(Packaged.IS_TRACE);
    assertThat(Kept.<String>in(folder, CommandsIT::areas)).isEqualTo(before);
    // The control: without the slip, the other change comes in.
    Files.writeString(broken, text.replaceFirst("name: Middlesbrough", "name: Elsewhere"));
    assertThat(imports(broken).out()).containsExactly("Imported " + broken + ".");
    assertThat(Kept.<String>in(folder, CommandsIT::areas)).isNotEqualTo(before);
  }

  private static String areas(MongoDatabase database) {
    return Kept.all(database, "areas").toString();
  }

  @Test
  void a_file_that_is_not_there_or_no_area_at_all_is_told_plainly() throws Exception {
    var missing = imports(sample.resolve("missing.yaml"));
    assertThat(missing.err())
        .containsExactly("The file " + sample.resolve("missing.yaml") + " cannot be read.");
    assertThat(missing.code()).isEqualTo(1);
    var shopping = Files.writeString(sample.resolve("shopping.yaml"), "milk: [");
    var end = imports(shopping);
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.err()).hasSize(2).first().asString().startsWith("line 1: ");
  }

  @Test
  void check_says_that_a_good_folder_is_good_and_begins_nothing_where_there_is_none() {
    var none = run("check");
    assertThat(none.code()).isZero();
    assertThat(none.out()).last().asString().startsWith("Store: none yet, folder " + folder);
    assertThat(folder).isEmptyDirectory();
    assertThat(imports(sample.resolve("area.yaml")).code()).isZero();
    var good = run("check");
    assertThat(good.code()).isZero();
    assertThat(good.out())
        .containsExactly(
            "Configuration: good, evaluation", "Contract: good", "Store: good, folder " + folder);
  }

  @Test
  void a_key_is_shown_once_listed_without_itself_and_revoked_for_good() throws Exception {
    var made = run("api-key", "create", "--scope", "open311", "--name", "The council's software");
    assertThat(made.code()).isZero();
    assertThat(made.out()).singleElement().asString().matches("lv_[A-Za-z0-9_-]{43}");
    var listed = run("api-key", "list").out();
    assertThat(listed)
        .singleElement()
        .asString()
        .contains("  The council's software: open311, made ")
        .doesNotContain("revoked")
        .doesNotContain(made.out().get(0));
    var id = listed.get(0).split("  ", -1)[0];
    assertThat(made.err()).containsExactly("Note: this is key " + id + ". It is not shown again.");
    assertThat(run("api-key", "revoke", id).out()).containsExactly("Key " + id + " is revoked.");
    var revoked = run("api-key", "list").out();
    assertThat(revoked).singleElement().asString().contains(", revoked ");
    assertThat(run("api-key", "revoke", id).code()).isZero();
    assertThat(run("api-key", "list").out()).isEqualTo(revoked);
    assertThat(Kept.<String>in(folder, database -> Kept.all(database, "api_keys").toString()))
        .contains(id)
        .doesNotContain(made.out().get(0));
  }

  @Test
  void a_key_for_nothing_or_nobody_there_is_and_a_key_that_is_none_are_told_plainly() {
    assertThat(run("api-key", "create", "--scope", "tea", "--name", "x").err())
        .containsExactly("There is no scope tea, only open311.");
    assertThat(run("api-key", "create", "--scope", "open311", "--name", "").err())
        .containsExactly("The name must have 1 to 100 characters, all of them printable.");
    assertThat(
            run("api-key", "create", "--scope", "open311", "--name", "x", "--organisation", "y")
                .err())
        .containsExactly("The area has no partner y.");
    var none = run("api-key", "revoke", "nothing");
    assertThat(none.err()).containsExactly("There is no key nothing.");
    assertThat(none.code()).isEqualTo(1);
    assertThat(run("api-key", "list").out()).isEmpty();
  }

  @Test
  void a_million_rows_are_estimated_in_the_memory_of_a_few() throws Exception {
    var margins =
        Files.writeString(
            sample.resolve("margins.csv"),
            "dimension,category,population\nage,16-34,2000000\nage,35+,3000000\n");
    var responses = sample.resolve("responses.csv");
    try (var file = Files.newBufferedWriter(responses)) {
      file.write("wave,age,answer\n");
      for (var i = 0; i < 1_000_000; i++) {
        file.write("wave-" + i % 2 + (i % 5 == 0 ? ",16-34," : ",35+,") + i % 7 + "\n");
      }
    }
    String[] arguments = {
      "estimate", "--responses", responses.toString(), "--margins", margins.toString()
    };
    // The rows alone are larger than this heap; the program itself hardly starts in less.
    try (var program = Packaged.start(List.of("-Xmx12m"), folder, Map.of(), arguments)) {
      var end = program.ended();
      assertThat(end.err()).isEmpty();
      assertThat(end.out())
          .singleElement()
          .asString()
          .contains("\"n\":500000", "\"verdict\":\"no_clear_change\"");
    }
    assertThat(Files.size(responses)).isGreaterThan(12 * 1024 * 1024);
  }
}
