package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.pmf.StatementSchemaTest.Variant;

/** The schema of statements about reports. */
class OperationalSchemaTest {
  private static final String SHARE = "/data/observations/0";
  private static final String WITHHELD = "/data/observations/1";
  private static final String TIME = "/data/observations/2";
  private static final String NOT_REACHED = "/data/observations/3";
  private static final String EXAMPLE = "pmf-operational-1.example.json";

  private static JsonSchema schema() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(StatementSchemaTest.resource("pmf-operational-1.json"));
  }

  @Test
  void the_example_is_valid() {
    assertThat(schema().validate(StatementSchemaTest.resource(EXAMPLE))).isEmpty();
  }

  static Stream<Variant> broken() {
    return Stream.of(
        new Variant("/type", "\"org.localityvoice.pmf.perception.published.v1\""),
        new Variant("/subject", "\"north-ormesby/2026-12\""),
        new Variant("/uid", "\"somebody\""),
        new Variant("/data/kind", "\"perception\""),
        new Variant("/data/comment", "\"free text\""),
        new Variant("/data/period/id", "\"2026-12\""),
        new Variant("/data/revision", "0"),
        new Variant("/data/provenance/approvedBy", "\"\""),
        new Variant(SHARE + "/numerator", "null"),
        new Variant(SHARE + "/denominator", "null"),
        new Variant(SHARE + "/denominator", "0"),
        new Variant(SHARE + "/value", "null"),
        new Variant(SHARE + "/value", "101"),
        new Variant(SHARE + "/ciLow", "20"),
        new Variant(SHARE + "/suppressed", "true"),
        new Variant(WITHHELD + "/value", "0"),
        new Variant(WITHHELD + "/numerator", "0"),
        new Variant(WITHHELD + "/denominator", "102"),
        new Variant(WITHHELD + "/suppressed", "false"),
        new Variant(WITHHELD + "/suppressionReason", "null"),
        new Variant(TIME + "/numerator", "51"),
        new Variant(TIME + "/value", "-1"),
        new Variant(NOT_REACHED + "/value", "0"),
        new Variant(NOT_REACHED + "/suppressionReason", "\"small-number\""));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void what_breaks_a_rule_is_refused(Variant variant) {
    var example = StatementSchemaTest.resource(EXAMPLE);
    variant.of(example);
    assertThat(schema().validate(example)).isNotEmpty();
  }
}
