package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.Map;
import java.util.TreeMap;

/** Compiles the schemas of the contract's document (JSON Schema 2020-12), references included. */
public final class Schemas {
  private static final String DEFINITIONS = "#/$defs/";
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .pathType(PathType.JSON_POINTER)
          .regularExpressionFactory(new EcmaPatterns())
          .build();

  private static final JsonMetaSchema DIALECT =
      JsonMetaSchema.builder(JsonMetaSchema.getV202012()).format(new Moment()).build();

  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(DIALECT));
  private final JsonNode definitions;

  /** Prepares for a document whose shared schemas stand under {@code components/schemas}. */
  public Schemas(JsonNode document) {
    definitions = moved(document.at("/components/schemas"));
  }

  /** A validator for a schema that stands anywhere in the document. */
  public JsonSchema compile(JsonNode schema) {
    var whole = (ObjectNode) moved(schema);
    // The validator compiles every definition it is given, for every schema anew: with all of them
    // that was most of what a start cost.
    var needed = new TreeMap<String, JsonNode>();
    need(whole, needed);
    if (!needed.isEmpty()) {
      whole.putObject("$defs").setAll(needed);
    }
    var compiled = factory.getSchema(whole, CONFIG);
    compiled.initializeValidators();
    return compiled;
  }

  /** Adds the definitions that a node refers to, and those that they refer to. */
  private void need(JsonNode node, Map<String, JsonNode> needed) {
    var reference = node.path("$ref").asText();
    if (reference.startsWith(DEFINITIONS)) {
      var name = reference.substring(DEFINITIONS.length());
      var definition = definitions.path(name);
      if (!definition.isMissingNode() && needed.putIfAbsent(name, definition) == null) {
        need(definition, needed);
      }
    }
    node.forEach(inner -> need(inner, needed));
  }

  /** References lead to {@code $defs}, which the validator knows, instead of OpenAPI's place. */
  private static JsonNode moved(JsonNode node) {
    var nodes = JsonNodeFactory.instance;
    if (node.isObject()) {
      var copy = nodes.objectNode();
      node.properties()
          .forEach(
              entry -> {
                if (!entry.getKey().equals("examples")) {
                  copy.set(entry.getKey(), reference(entry.getKey(), entry.getValue()));
                }
              });
      return copy;
    }
    if (node.isArray()) {
      var copy = nodes.arrayNode();
      node.forEach(item -> copy.add(moved(item)));
      return copy;
    }
    return node.isMissingNode() ? nodes.objectNode() : node;
  }

  private static JsonNode reference(String key, JsonNode value) {
    return key.equals("$ref") && value.isTextual()
        ? JsonNodeFactory.instance.textNode(
            value.asText().replace("#/components/schemas/", DEFINITIONS))
        : moved(value);
  }
}
