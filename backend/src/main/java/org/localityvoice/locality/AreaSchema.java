package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.localityvoice.http.EcmaPatterns;
import org.localityvoice.problem.Violation;

/**
 * The shape of an area file (JSON Schema 2020-12). A {@code title} in the schema says in plain
 * words what a value must be; messages are made of it.
 */
final class AreaSchema {
  private static final String FILE = "/schemas/area-1.json";
  private static final int LONGEST_QUOTE = 40;

  private final JsonNode document;
  private final JsonSchema schema;

  private AreaSchema(JsonNode document) {
    this.document = document;
    var config =
        SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(new EcmaPatterns())
            .build();
    this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(document, config);
    this.schema.initializeValidators();
  }

  /** Reads the schema from the class path. */
  static AreaSchema load() {
    try (var in = AreaSchema.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("missing from the class path: " + FILE);
      }
      return new AreaSchema(new JsonMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every place where a file does not fit; lines are not known here. */
  List<Fault> check(JsonNode file) {
    return schema.validate(file).stream().map(this::fault).distinct().toList();
  }

  private Fault fault(ValidationMessage found) {
    var place = found.getInstanceLocation().toString();
    var name = Optional.ofNullable(found.getProperty()).map(Violation::step).orElse("");
    return switch (found.getType()) {
      case "required" -> Fault.at(place + name, "is missing");
      case "additionalProperties" ->
          Fault.at(place + name, "is not known here; known are " + known(found));
      case "propertyNames" -> Fault.at(place + name, "must be named by " + namedBy(found));
      case "false" -> Fault.at(place, "does not belong here");
      case "uniqueItems" -> Fault.at(place, "must not hold the same entry twice");
      case "minItems" -> Fault.at(place, "must have at least " + bound(found) + " entries");
      case "maxItems" -> Fault.at(place, "may have at most " + bound(found) + " entries");
      default -> Fault.at(place, value(found));
    };
  }

  private String value(ValidationMessage found) {
    var value = found.getInstanceNode();
    if (value == null || value.isNull()) {
      return "is empty";
    }
    var owner = owner(found);
    return "must be " + owner.path("title").asText(type(owner)) + seen(value);
  }

  private static String seen(JsonNode value) {
    if (!value.isValueNode()) {
      return "";
    }
    var text = value.asText();
    var quote = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    return ", not “" + quote + "”";
  }

  private static String type(JsonNode owner) {
    return switch (owner.path("type").asText()) {
      case "object" -> "a group of named fields";
      case "array" -> "a list";
      case "boolean" -> "true or false";
      default -> "of another kind";
    };
  }

  private String namedBy(ValidationMessage found) {
    var reference = found.getSchemaNode().path("$ref").asText("#");
    return document.at(reference.substring(1)).path("title").asText("another name");
  }

  private String known(ValidationMessage found) {
    var names = owner(found).path("properties").fieldNames();
    return StreamSupport.stream(((Iterable<String>) () -> names).spliterator(), false)
        .collect(Collectors.joining(", "));
  }

  private static String bound(ValidationMessage found) {
    return found.getSchemaNode().asText();
  }

  /** The part of the schema whose keyword is broken. */
  private JsonNode owner(ValidationMessage found) {
    var keyword = found.getSchemaLocation().getFragment().toString();
    return document.at(keyword.substring(0, Math.max(0, keyword.lastIndexOf('/'))));
  }
}
