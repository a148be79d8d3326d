package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.problem.Violation;

/**
 * The contract, read once at start: OpenAPI 3.1 with the extensions {@code x-policy} (who may call,
 * demanded), {@code x-limit} (how often), {@code x-mode} (served only in that identity mode) and
 * {@code x-silent} (no access log line).
 */
public final class Contract {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final ObjectNode document;
  private final List<Operation> operations;

  private Contract(ObjectNode document, List<Operation> operations) {
    this.document = document;
    this.operations = operations;
  }

  /**
   * Reads the contract from the class path.
   *
   * @param mode the identity mode; operations of another mode do not exist
   * @throws IllegalStateException naming the operation that has no policy, or whatever else is
   *     wrong
   */
  public static Contract load(String mode) {
    return of(Bundle.load(), mode);
  }

  static Contract of(ObjectNode document, String mode) {
    var schemas = new Schemas(document);
    var operations = new ArrayList<Operation>();
    var paths = (ObjectNode) document.get("paths");
    for (var path : List.copyOf(paths.properties())) {
      var item = (ObjectNode) path.getValue();
      for (var entry : List.copyOf(item.properties())) {
        if (!METHODS.contains(entry.getKey())) {
          throw new IllegalStateException("not understood in the contract: " + entry.getKey());
        }
        if (entry.getValue().path("x-mode").asText(mode).equals(mode)) {
          operations.add(
              operation(document, schemas, path.getKey(), entry.getKey(), entry.getValue()));
        } else {
          item.remove(entry.getKey());
        }
      }
      if (item.isEmpty()) {
        paths.remove(path.getKey());
      }
    }
    return new Contract(document, List.copyOf(operations));
  }

  /** The contract as one document, without the operations of other modes. */
  public JsonNode document() {
    return document;
  }

  /** The same as YAML text. */
  public String text() {
    return Bundle.text(document);
  }

  List<Operation> operations() {
    return operations;
  }

  private static Operation operation(
      JsonNode document, Schemas schemas, String path, String method, JsonNode json) {
    var id = json.path("operationId").asText();
    if (id.isEmpty()) {
      throw new IllegalStateException(method + " " + path + " has no operationId");
    }
    var parameters = new ArrayList<Parameter>();
    json.path("parameters").forEach(p -> parameters.add(parameter(schemas, target(document, p))));
    return new Operation(
        id,
        HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
        path,
        List.copyOf(parameters),
        parameters.stream()
            .filter(p -> p.in() == Violation.In.QUERY)
            .map(Parameter::name)
            .collect(Collectors.toUnmodifiableSet()),
        Optional.of(json.at("/requestBody/content/application~1json/schema"))
            .filter(schema -> !schema.isMissingNode())
            .map(schemas::compile),
        Policy.of(id, json.path("x-policy")),
        Optional.ofNullable(json.get("x-limit")).map(limit -> Limit.of(limit.asText())),
        json.path("x-silent").asBoolean());
  }

  private static Parameter parameter(Schemas schemas, JsonNode json) {
    var schema = json.path("schema");
    return new Parameter(
        Violation.In.valueOf(json.path("in").asText().toUpperCase(Locale.ROOT)),
        json.path("name").asText(),
        json.path("required").asBoolean(),
        schema.path("type").asText("string"),
        schemas.compile(schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schema));
  }

  private static JsonNode target(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
