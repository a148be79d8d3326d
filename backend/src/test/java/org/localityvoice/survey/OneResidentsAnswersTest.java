package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** The story of the house: answers travel from a phone to the performance framework. */
@ExtendWith(StoreExtension.class)
class OneResidentsAnswersTest {
  private static final String WAVE = "newport-2026-q4";
  private static final List<String> BANDS = List.of("16-24", "25-34", "35-49", "50-64", "65-plus");

  @Test
  void travel_from_a_phone_to_the_pmf(Store store, @TempDir Path folder) throws Exception {
    try (var town = Town.on(store, folder, Map.of())) {
      // Ana finds the wave in her language and answers it.
      var waves = town.as("ana").gets("/v1/localities/newport/waves?state=open");
      assertThat(waves.at("/waves/0/id")).isEqualTo(WAVE);
      var form = town.as("ana").gets("/v1/waves/" + WAVE, "Accept-Language", "pl");
      assertThat(form.at("/questionnaire/language")).isEqualTo("pl");
      assertThat(town.as("ana").answers(WAVE, Map.of("SAFE_DARK", "fairly-unsafe")).status())
          .isEqualTo(202);

      // So do eleven others, nine of whom feel safe.
      IntStream.range(0, 11)
          .forEach(
              i -> {
                var answer = i < 9 ? "fairly-safe" : "very-unsafe";
                var sex = i % 2 == 0 ? "female" : "male";
                town.as("resident-" + i)
                    .answersAs(WAVE, BANDS.get(i % 5), sex, Map.of("SAFE_DARK", answer));
              });

      // Nadia closes the wave and proposes its figures; she may not approve them herself.
      var closed = town.as("nadia").posts("/v1/waves/" + WAVE + "/close");
      assertThat(closed.at("/state")).isEqualTo("closed");
      assertThat(closed.at("/destruction/by")).isEqualTo("neighbourhood-manager");
      var proposed = town.as("nadia").posts("/v1/waves/" + WAVE + "/releases");
      assertThat(proposed.status()).isEqualTo(201);
      var release = "/v1/releases/" + proposed.at("/id");
      assertThat(town.as("nadia").posts(release + "/approve").problem())
          .isEqualTo("second-person-needed");

      // Pat approves, and the statement lies in the folder.
      assertThat(town.as("pat").posts(release + "/approve").at("/state")).isEqualTo("published");
      town.passes(Duration.ofSeconds(1));
      var statement = statement(folder.resolve("pmf"), proposed.at("/id"));
      assertThat(faults(statement, town.nobody().gets("/schemas/pmf-statement-2.json").json()))
          .isEmpty();
      assertThat(statement.at("/specversion").asText()).isEqualTo("1.0");
      assertThat(statement.at("/data/parts/0/provenance/approvedBy").asText())
          .isEqualTo("role:performance-officer");
      // Nine of twelve feel safe, who stand for a little more than three quarters of the adults.
      var dark = observation(statement, "PMF-SAFE-DARK");
      assertThat(dark.at("/estimate").asDouble()).isEqualTo(78.7);
      assertThat(dark.at("/ciLow").asDouble()).isEqualTo(49.4);
      assertThat(dark.at("/ciHigh").asDouble()).isEqualTo(93.3);
      assertThat(dark.at("/ciMethod").asText()).isEqualTo("wilson-kish-95");
      assertThat(dark.at("/change").isNull()).as("the wave before is made up").isTrue();
      var method = statement.at("/data/parts/0/method");
      assertThat(method.at("/weighting").asText()).isEqualTo("rake:ageBand5xsex2");
      assertThat(method.at("/population").asText()).startsWith("Illustrative");
      assertThat(statement.at("/data/parts/0").has("nextExpected")).as("nothing planned").isFalse();
      assertThat(dark.at("/status").asText()).isEqualTo("LOW_RELIABILITY");
      var day = observation(statement, "PMF-SAFE-DAY");
      assertThat(day.get("estimate").isNull()).isTrue();
      assertThat(day.at("/status").asText()).isEqualTo("NO_BASE");
      assertThat(town.differences()).isEmpty();
    }
  }

  private static JsonNode statement(Path folder, String release) throws Exception {
    try (var files = Files.list(folder)) {
      var file = files.filter(path -> path.toString().contains(release)).findFirst().orElseThrow();
      return new ObjectMapper().readTree(Files.readAllBytes(file));
    }
  }

  private static Set<ValidationMessage> faults(JsonNode statement, JsonNode schema) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(statement);
  }

  private static JsonNode observation(JsonNode statement, String measure) {
    for (var observation : statement.at("/data/observations")) {
      if (observation.get("measureId").asText().equals(measure)) {
        return observation;
      }
    }
    throw new AssertionError("no " + measure);
  }
}
