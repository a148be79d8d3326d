package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everything that events and walkabouts keep has an end that somebody has thought about, and
 * written down.
 */
class WhatIsKeptTest {
  private static final Path SOURCE = Path.of("src/main/java/org/localityvoice/event");
  private static final Path TABLE = Path.of("README.md");
  private static final String HEADING = "## How long things of events are kept";
  private static final Path WALKABOUTS = Path.of("src/main/java/org/localityvoice/walkabout");
  private static final String OF_WALKABOUTS = "## A walkabout, offline and back";

  /** The first argument where a store opens a collection: a text, or the name of a constant. */
  private static final Pattern OPENED =
      Pattern.compile(
          "(?:mongo\\s*\\.collection\\(|new Statements<>\\(\\s*mongo,\\s*compareAndSet,)"
              + "\\s*(\"[^\"]+\"|[A-Za-z.]+[A-Z_]+)\\s*,");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (.+?) \\| (.+?) \\|$");

  private static Map<String, String> sources() throws IOException {
    return sources(SOURCE);
  }

  private static Map<String, String> sources(Path where) throws IOException {
    try (var files = Files.walk(where)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  WhatIsKeptTest::read,
                  String::concat));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the collections that are opened somewhere in these files. */
  private static Set<String> opened(Map<String, String> sources) {
    var names = new TreeSet<String>();
    sources.forEach(
        (file, text) ->
            OPENED
                .matcher(text)
                .results()
                .map(found -> name(sources, file, found.group(1)))
                .forEach(names::add));
    return names;
  }

  private static String name(Map<String, String> sources, String file, String said) {
    if (said.startsWith("\"")) {
      return said.replace("\"", "");
    }
    var parts = List.of(said.split("\\."));
    var where = parts.size() == 1 ? file : parts.get(0);
    var constant = parts.get(parts.size() - 1);
    return Pattern.compile("String " + constant + " =\\s*\"([^\"]+)\"")
        .matcher(sources.get(where))
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("what is " + said + " in " + file + "?"));
  }

  private static Map<String, String> listed() throws IOException {
    return listed(HEADING);
  }

  private static Map<String, String> listed(String heading) throws IOException {
    var text = Files.readString(TABLE);
    var from = text.indexOf(heading);
    assertThat(from).as(heading).isPositive();
    var section = text.substring(from, text.indexOf("\n## ", from + heading.length()));
    var rows = new TreeMap<String, String>();
    ROW.matcher(section)
        .results()
        .forEach(row -> assertThat(rows.put(row.group(1), row.group(3))).isNull());
    return rows;
  }

  @Test
  void every_collection_of_events_says_how_long_it_is_kept() throws IOException {
    var sources = sources();
    assertThat(listed().keySet()).containsExactlyElementsOf(opened(sources));
    assertThat(listed().values()).noneMatch(String::isBlank);
    // Every store is seen: each opens a collection in the manner that is looked for.
    assertThat(sources)
        .allSatisfy(
            (file, text) -> {
              if (file.endsWith("Store")) {
                assertThat(OPENED.matcher(text).find()).as(file).isTrue();
              }
            });
  }

  @Test
  void every_collection_of_walkabouts_says_how_long_it_is_kept() throws IOException {
    var rows = listed(OF_WALKABOUTS);
    assertThat(rows.keySet()).containsExactlyElementsOf(opened(sources(WALKABOUTS)));
    assertThat(rows.values()).noneMatch(String::isBlank);
  }

  @Test
  void a_collection_that_nobody_has_listed_is_found() throws IOException {
    var sources = sources();
    sources.put(
        "DiaryOfChildrenStore",
        "rows = mongo.collection(\n  COLLECTION, X.class); "
            + "static final String COLLECTION = \"diaries_of_children\";");
    assertThat(opened(sources)).contains("diaries_of_children").hasSize(listed().size() + 1);
  }
}
