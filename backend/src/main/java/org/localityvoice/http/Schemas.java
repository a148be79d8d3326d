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

/** Compiles the schemas of the contract's document (JSON Schema 2020-12), references included. */
public final class Schemas {
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .pathType(PathType.JSON_POINTER)
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
    whole.set("$defs", definitions);
    var compiled = factory.getSchema(whole, CONFIG);
    compiled.initializeValidators();
    return compiled;
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
            value.asText().replace("#/components/schemas/", "#/$defs/"))
        : moved(value);
  }
}
