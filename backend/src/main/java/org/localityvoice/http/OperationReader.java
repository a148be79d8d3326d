package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.localityvoice.problem.Violation;

/** Compiles the operations of one contract's document. */
final class OperationReader {
  private final JsonNode document;
  private final Schemas schemas;

  OperationReader(JsonNode document) {
    this.document = document;
    this.schemas = new Schemas(document);
  }

  /**
   * One operation.
   *
   * @throws IllegalStateException naming what is missing or not understood
   */
  Operation read(String path, String method, JsonNode json) {
    var id = json.path("operationId").asText();
    if (id.isEmpty()) {
      throw new IllegalStateException(method + " " + path + " has no operationId");
    }
    var parameters = new ArrayList<Parameter>();
    json.path("parameters").forEach(p -> parameters.add(parameter(target(p))));
    return new Operation(
        id,
        HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
        path,
        List.copyOf(parameters),
        parameters.stream()
            .filter(p -> p.in() == Violation.In.QUERY)
            .map(Parameter::name)
            .collect(Collectors.toUnmodifiableSet()),
        json.path("x-lenient").asBoolean(),
        body(json),
        Policy.of(id, json.path("x-policy")),
        Optional.ofNullable(json.get("x-limit")).map(limit -> Limit.of(limit.asText())),
        ErrorFormat.of(id, path, json.path("x-errors")),
        json.path("x-silent").asBoolean(),
        json.path("x-cors").asText().equals("any"));
  }

  private BodyRule body(JsonNode json) {
    if (!json.has("requestBody")) {
      return BodyRule.NONE;
    }
    var body = target(json.get("requestBody"));
    var types = new ArrayList<String>();
    body.path("content").fieldNames().forEachRemaining(types::add);
    return new BodyRule(
        types,
        body.path("required").asBoolean(),
        Optional.ofNullable(body.path("content").get(Bodies.JSON))
            .map(media -> schemas.compile(media.path("schema"))),
        Optional.ofNullable(json.get("x-max-bytes")).map(JsonNode::asInt));
  }

  private Parameter parameter(JsonNode json) {
    var schema = json.path("schema");
    var plain = target(schema);
    return new Parameter(
        Violation.In.valueOf(json.path("in").asText().toUpperCase(Locale.ROOT)),
        json.path("name").asText(),
        json.path("required").asBoolean(),
        plain.path("type").asText("string"),
        target(plain.path("items")).path("type").asText("string"),
        schemas.compile(schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schema));
  }

  private JsonNode target(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
