package org.localityvoice.perception.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.localityvoice.app.Town;

/** Everything that leaves the server of one measure in one release, and a reader of its bytes. */
final class Outputs {
  private static final String MEASURE = "PMF-SAFE-DARK";
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Town town;
  private final Path pushed;
  private final String wave;
  private final Clues clues = new Clues();
  private final List<String> texts = new ArrayList<>();

  private Outputs(Town town, Path folder, String wave) {
    this.town = town;
    this.pushed = folder.resolve("pmf");
    this.wave = wave;
  }

  /** Fetches what everybody, a performance officer and the framework get of a release. */
  static Outputs of(Town town, Path folder, String wave, String release) {
    var outputs = new Outputs(town, folder, wave);
    town.passes(Duration.ofSeconds(2));
    var json = new ArrayList<JsonNode>();
    for (var path :
        List.of(
            "/v1/releases/" + release,
            "/v1/releases/" + release + "/breakdowns",
            "/v1/releases/" + release + "/recompute")) {
      json.add(outputs.tree(outputs.as("pat", path)));
    }
    json.add(outputs.statement());
    var open = outputs.as("", "/v1/localities/newport/perceptions");
    if (outputs.tree(open).at("/perceptions/0/period").asText().equals(outputs.period())) {
      json.add(outputs.tree(open));
    }
    outputs.as("", "/v1/localities/newport/lenses");
    outputs.as("", "/v1/pmf/observations.csv-metadata.json");
    outputs.as("", "/v1/waves/" + wave);
    outputs.readsBasis(json.get(0));
    json.forEach(outputs::reads);
    outputs.readsModes(json.get(3));
    outputs.table("/v1/pmf/observations.csv").forEach(outputs::reads);
    outputs.readsAnswers();
    outputs.sdmx(outputs.tree(outputs.as("", "/v1/pmf/sdmx.json"))).forEach(outputs::reads);
    for (var text : outputs.texts) {
      DIGEST.matcher(text).results().forEach(found -> outputs.clues.digests.add(found.group()));
    }
    return outputs;
  }

  Clues clues() {
    return clues;
  }

  /** All bytes, without the names and digests that differ from one town to another. */
  String bytes() {
    return String.join("\n", texts)
        .replaceAll(DIGEST.pattern(), "sha256")
        .replaceAll("[0-9a-f]{32}", "id");
  }

  private String period() {
    return tree(texts.get(texts.size() - 1)).isMissingNode() ? "" : periodOf(town, wave);
  }

  private static String periodOf(Town town, String wave) {
    return town.nobody().gets("/v1/waves/" + wave).at("/wave/period");
  }

  private String as(String who, String path) {
    var answer = (who.isEmpty() ? town.nobody() : town.as(who)).gets(path);
    assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
    texts.add(answer.text());
    return answer.text();
  }

  /** The newest file that the framework was sent of the wave. */
  private JsonNode statement() {
    try (var files = Files.list(pushed)) {
      var last =
          files.sorted().map(Outputs::text).filter(text -> text.contains(wave)).reduce((a, b) -> b);
      texts.add(last.orElseThrow());
      return tree(last.orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever object names the measure, and no other wave, is read. */
  private void reads(JsonNode node) {
    var of =
        node.path("measureId").asText(node.path("measure").asText(node.path("MEASURE").asText()));
    var about = node.path("wave").asText(node.path("WAVE").asText(""));
    if (of.equals(MEASURE) && (about.isEmpty() || about.equals(wave))) {
      var group = node.path("breakdown").asText(node.path("BREAKDOWN").asText(Clues.ALL));
      clues.reads(group.replace('@', ':'), node);
      readsChoices(node.path("answers"));
    }
    node.forEach(this::reads);
  }

  private void readsBasis(JsonNode release) {
    for (var row : release.at("/basis/margins")) {
      clues.adults.put(row.path("category").asText(), row.path("adults").asDouble());
    }
    release.at("/basis/collapsed").forEach(merge -> clues.merged.add(merge.asText()));
  }

  private void readsModes(JsonNode statement) {
    for (var part : statement.at("/data/parts")) {
      if (part.at("/wave/id").asText().equals(wave)) {
        part.at("/provenance/modes")
            .properties()
            .forEach(mode -> clues.modes.put(mode.getKey(), mode.getValue().asDouble()));
      }
    }
  }

  private void readsAnswers() {
    var choices = MAPPER.createObjectNode();
    for (var row : table("/v1/pmf/answers.csv")) {
      if (row.path("measure").asText().equals(MEASURE) && row.path("wave").asText().equals(wave)) {
        choices.set(row.path("option").asText(), row.path("respondents"));
      }
    }
    readsChoices(choices);
  }

  private void readsChoices(JsonNode choices) {
    if (choices.has("fairly-safe")) {
      var told = choices.path("fairly-safe").asDouble() + choices.path("very-safe").asDouble();
      clues.tells(Clues.ALL, "yes", told, 2 * 2.5);
    }
  }

  /** A CSV file as objects; what looks like a number is one. */
  private List<JsonNode> table(String path) {
    var rows = new ArrayList<JsonNode>();
    var lines = as("", path).split("\r?\n", -1);
    var names = lines[0].split(",", -1);
    for (var line : Arrays.copyOfRange(lines, 1, lines.length)) {
      var cells = line.split(",", -1);
      if (cells.length == names.length) {
        var row = MAPPER.createObjectNode();
        for (var i = 0; i < names.length; i++) {
          put(row, names[i].replace("\uFEFF", ""), cells[i].replace("\"", ""));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static void put(ObjectNode row, String name, String cell) {
    if (cell.matches("-?[0-9]+([.][0-9]+)?")) {
      row.put(name, Double.parseDouble(cell));
    } else {
      row.put(name, cell);
    }
  }

  /** The observations of an SDMX message as objects by the names of dimensions and measures. */
  private List<JsonNode> sdmx(JsonNode message) {
    var structure = message.at("/data/structures/0");
    var dimensions = structure.at("/dimensions/observation");
    var columns = new ArrayList<JsonNode>();
    structure.at("/measures/observation").forEach(columns::add);
    structure.at("/attributes/observation").forEach(columns::add);
    var rows = new ArrayList<JsonNode>();
    for (var entry : message.at("/data/dataSets/0/observations").properties()) {
      var row = new TreeMap<String, String>();
      var places = entry.getKey().split(":", -1);
      for (var i = 0; i < places.length; i++) {
        var value = dimensions.get(i).path("values").get(Integer.parseInt(places[i]));
        row.put(dimensions.get(i).path("id").asText(), value.path("id").asText());
      }
      for (var i = 0; i < entry.getValue().size(); i++) {
        var cell = entry.getValue().get(i);
        var values = columns.get(i).path("values");
        row.put(
            columns.get(i).path("id").asText(),
            values.isArray() && !values.isEmpty() && cell.isInt()
                ? values.get(cell.asInt()).path("id").asText()
                : cell.isNull() ? "" : cell.asText());
      }
      var object = MAPPER.createObjectNode();
      row.forEach((name, cell) -> put(object, name, cell));
      rows.add(object);
    }
    return rows;
  }
}
