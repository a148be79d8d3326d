package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementSchemaTest {
  private static final String FIGURE = "/data/observations/0";
  private static final String WITHHELD = "/data/observations/1";

  private final JsonSchema schema = schema();

  /** The schema that the contract publishes. */
  static JsonSchema schema() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(resource("pmf-statement-1.json"));
  }

  static JsonNode resource(String name) {
    try (var in = StatementSchemaTest.class.getResourceAsStream("/schemas/" + name)) {
      return EventJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_example_is_valid() {
    assertThat(schema.validate(resource("pmf-statement-1.example.json"))).isEmpty();
  }

  record Variant(String pointer, String value) {
    JsonNode of(JsonNode example) {
      var end = pointer.lastIndexOf('/');
      var name = pointer.substring(end + 1);
      var parent = (ObjectNode) example.at(pointer.substring(0, end));
      return value.isEmpty() ? parent.without(name) : parent.set(name, EventJson.read(value));
    }
  }

  static Stream<Variant> broken() {
    return Stream.of(
        new Variant("/specversion", "\"0.3\""),
        new Variant("/id", "\"has.a.stop\""),
        new Variant("/id", ""),
        new Variant("/sequence", "\"42\""),
        new Variant("/time", "\"yesterday\""),
        new Variant("/subject", "\"north-ormesby\""),
        new Variant("/dataschema", "\"https://voice.example.org/schemas/other.json\""),
        new Variant("/uid", "\"somebody\""),
        new Variant("/data", "{}"),
        new Variant("/data/comment", "\"free text\""),
        new Variant("/data/reportingMonth", "\"2026-13\""),
        new Variant("/data/revision", "0"),
        new Variant("/data/wave/closed", "false"),
        new Variant("/data/provenance/cellDigest", "\"md5:0\""),
        new Variant("/data/observations", "[]"),
        new Variant(FIGURE + "/status", "\"FINE\""),
        new Variant(FIGURE + "/estimate", "null"),
        new Variant(FIGURE + "/estimate", "\"41\""),
        new Variant(FIGURE + "/estimate", "141"),
        new Variant(FIGURE + "/ciLow", "null"),
        new Variant(FIGURE + "/ciMethod", "null"),
        new Variant(FIGURE + "/baseValid", "null"),
        new Variant(FIGURE + "/suppressed", "true"),
        new Variant(FIGURE + "/suppressionReason", "\"none\""),
        new Variant(FIGURE + "/change", ""),
        new Variant(FIGURE + "/change/verdict", "\"better\""),
        new Variant(FIGURE + "/caveats", "[\"SCALE_CHANGE\"]"),
        new Variant(FIGURE + "/caveats", "[\"WORDING_CHANGE\"]"),
        new Variant(FIGURE + "/caveats", "[\"a sentence\"]"),
        new Variant(FIGURE + "/answer", "\"free text\""),
        new Variant(WITHHELD + "/estimate", "0"),
        new Variant(WITHHELD + "/estimate", ""),
        new Variant(WITHHELD + "/ciLow", "0"),
        new Variant(WITHHELD + "/ciHigh", "1"),
        new Variant(WITHHELD + "/baseValid", "7"),
        new Variant(WITHHELD + "/effectiveBase", "7"),
        new Variant(WITHHELD + "/positiveUnweighted", "3"),
        new Variant(WITHHELD + "/suppressed", "false"),
        new Variant(WITHHELD + "/suppressionReason", "null"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void what_breaks_a_rule_is_refused(Variant variant) {
    var example = resource("pmf-statement-1.example.json");
    variant.of(example);

    assertThat(schema.validate(example)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNREPRESENTED", "NOT_CONVERGED", "NO_BASE", "WITHDRAWN"})
  void other_reasons_for_no_figure_take_no_figure_either(String status) {
    var example = resource("pmf-statement-1.example.json");
    var observation = (ObjectNode) example.at(WITHHELD);
    observation.put("status", status).put("suppressed", false).putNull("suppressionReason");
    assertThat(schema.validate(example)).isEmpty();

    observation.put("estimate", 12.0);
    assertThat(schema.validate(example)).isNotEmpty();
  }

  @Test
  void optional_parts_may_be_left_out_and_new_caveats_may_come() {
    var example = resource("pmf-statement-1.example.json");
    var data = (ObjectNode) example.at("/data");
    data.remove(java.util.List.of("method", "provenance", "revision", "supersedes", "reason"));
    ((ArrayNode) example.at(FIGURE + "/caveats")).add("WET_WEEK");
    ((ObjectNode) example.at(FIGURE)).putNull("change");

    assertThat(schema.validate(example)).isEmpty();
  }
}
