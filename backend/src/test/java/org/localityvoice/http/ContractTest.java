package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;

class ContractTest {
  /**
   * Words of OpenAPI 3.1 and JSON Schema 2020-12 that the contract uses; a slip is none of them.
   */
  private static final Set<String> WORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "const",
          "description",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "examples",
          "$ref",
          "oneOf",
          "anyOf",
          "allOf",
          "propertyNames",
          "title",
          "prefixItems");

  @Test
  void an_operation_without_a_policy_stops_the_start() {
    var document = (ObjectNode) Contract.load("local").document().deepCopy();
    ((ObjectNode) document.at("/paths/~1v1~1me/get")).remove("x-policy");
    assertThatThrownBy(() -> Contract.of(document, "local"))
        .hasMessage("operation getMe has no x-policy");
  }

  @Test
  void an_operation_bound_to_nothing_or_twice_or_to_no_contract_stops_the_start() {
    var router = Router.router(Vertx.vertx());
    assertThatThrownBy(() -> api().mount(router)).hasMessageStartingWith("nothing serves");
    assertThatThrownBy(() -> api().on("getMe", ok()).on("getMe", ok()))
        .hasMessageContaining("bound twice");
    var all = api();
    Contract.load("local").operations().forEach(operation -> all.on(operation.id(), ok()));
    all.on("makeTea", ok());
    assertThatThrownBy(() -> all.mount(router)).hasMessageContaining("makeTea");
  }

  @Test
  void local_sign_in_does_not_exist_in_firebase_mode() {
    assertThat(paths("firebase")).noneMatch(path -> path.startsWith("/v1/local/"));
    assertThat(paths("local")).anyMatch(path -> path.startsWith("/v1/local/"));
  }

  @Test
  void every_schema_says_only_what_json_schema_knows_and_every_object_is_closed() {
    var document = Contract.load("local").document();
    var slips = new TreeSet<String>();
    document
        .at("/components/schemas")
        .properties()
        .forEach(entry -> look(entry.getKey(), entry.getValue(), slips));
    assertThat(slips).isEmpty();
  }

  private static void look(String place, JsonNode schema, Set<String> slips) {
    schema.properties().stream()
        .filter(entry -> !WORDS.contains(entry.getKey()))
        .forEach(entry -> slips.add(place + " says " + entry.getKey()));
    if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
      slips.add(place + " is open");
    }
    schema
        .path("properties")
        .properties()
        .forEach(entry -> look(place + "/" + entry.getKey(), entry.getValue(), slips));
    if (schema.path("items").isObject()) {
      look(place + "/items", schema.get("items"), slips);
    }
  }

  @Test
  void every_post_may_be_sent_twice() {
    assertThat(Contract.load("local").operations())
        .filteredOn(operation -> operation.method().name().equals("POST"))
        .filteredOn(operation -> !isRepeatable(Contract.load("local"), operation.id()))
        .isEmpty();
  }

  @Test
  void a_post_may_be_sent_twice_for_its_key_its_id_or_a_reason_and_otherwise_not() {
    var contract = SmallServer.contract();
    assertThat(
            contract.operations().stream()
                .map(Operation::id)
                .filter(id -> isRepeatable(contract, id)))
        .contains("createWithKey", "createWithId", "createForAReason")
        .doesNotContain("postPhoto", "postThingsXml");
  }

  private static boolean isRepeatable(Contract contract, String id) {
    var json = json(contract, id);
    var schema = json.at("/requestBody/content/application~1json/schema");
    return !json.path("x-repeatable").asText().isBlank()
        || operation(contract, id).parameters().stream()
            .anyMatch(p -> p.name().equals(Contract.IDEMPOTENCY_KEY) && p.required())
        || stream(target(contract, schema).path("required"))
            .anyMatch(name -> name.asText().equals("id"));
  }

  @Test
  void every_list_in_a_query_is_bounded_and_written_with_commas() {
    var contract = Contract.load("local");
    for (var operation : contract.operations()) {
      for (var named : json(contract, operation.id()).path("parameters")) {
        var parameter = target(contract, named);
        var schema = target(contract, parameter.path("schema"));
        if (schema.path("type").asText().equals("array")) {
          assertThat(schema.has("maxItems")).as(operation.id()).isTrue();
          assertThat(parameter.path("explode").asBoolean(true)).as(operation.id()).isFalse();
        }
      }
    }
  }

  private static Operation operation(Contract contract, String id) {
    return contract.operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(Contract contract, String id) {
    return stream(contract.document().get("paths"))
        .flatMap(ContractTest::stream)
        .filter(operation -> operation.path("operationId").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode target(Contract contract, JsonNode node) {
    return node.has("$ref") ? contract.document().at(node.get("$ref").asText().substring(1)) : node;
  }

  private static Stream<JsonNode> stream(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  @ExtendWith(TownExtension.class)
  static class Served {
    @Test
    void the_contract_is_served_as_it_was_read_and_its_page_asks_nobody_else(Town town) {
      var text = town.nobody().gets("/openapi.yaml").text();
      assertThat(text).isEqualTo(Contract.load("local").text());
      var page = town.nobody().gets("/docs");
      assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(page.text()).doesNotContain("http://").doesNotContain("https://");
      for (var file : Set.of("swagger-ui.css", "swagger-ui-bundle.js", "docs.js")) {
        assertThat(page.text()).contains("/docs/" + file);
        assertThat(town.nobody().gets("/docs/" + file).status()).isEqualTo(200);
      }
      assertThat(town.nobody().gets("/docs/nothing.js").status()).isEqualTo(404);
      assertThat(town.nobody().gets("/schemas/pmf-statement-1.json").at("/$schema")).isNotEmpty();
      assertThat(town.nobody().gets("/schemas/nothing.json").status()).isEqualTo(404);
      assertThat(town.nobody().gets("/docs/..%2f..%2flogback.xml").status()).isEqualTo(400);
    }
  }

  private static List<String> paths(String mode) {
    return Contract.load(mode).operations().stream().map(Operation::path).toList();
  }

  private static Handler ok() {
    return call -> Future.failedFuture(Problem.notFound());
  }

  private static Api api() {
    var clock = InstantSource.system();
    var checks =
        new Checks(
            (token, recent) -> Future.failedFuture(Problem.notFound()),
            new Limiter(clock),
            new ClientAddress(Set.of()),
            new Bodies(1024));
    return new Api(
        Contract.load("local"),
        checks,
        new Answers(Messages.load()),
        new Traffic(new SimpleMeterRegistry()),
        () -> "id");
  }
}
