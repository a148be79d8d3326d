package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one document of the contract's files: path items are put in place, everything else that a
 * file refers to (schemas, parameters, responses) moves to the root's components under its own
 * name. Two things of one name are a fault in the contract.
 */
final class Bundle {
  private static final String FOLDER = "/openapi/";
  private static final String ROOT = "openapi.yaml";
  private static final ObjectMapper YAML = new YAMLMapper();

  private final Map<String, JsonNode> files = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();
  private final ObjectNode components;

  private Bundle(ObjectNode components) {
    this.components = components;
  }

  /** The whole contract from the class path. */
  static ObjectNode load() {
    var root = (ObjectNode) read(ROOT);
    var components = root.withObject("/components");
    var bundle = new Bundle(components);
    var paths = root.putObject("paths");
    read(ROOT)
        .get("paths")
        .properties()
        .forEach(entry -> paths.set(entry.getKey(), bundle.pathItem(entry.getValue())));
    return root;
  }

  private JsonNode pathItem(JsonNode item) {
    return reference(item)
        .map(text -> Pointer.of(text, ROOT))
        .map(to -> resolved(target(to), to.file()))
        .orElseGet(() -> resolved(item, ROOT));
  }

  private JsonNode resolved(JsonNode node, String file) {
    var reference = reference(node);
    if (reference.isPresent()) {
      return hoisted(Pointer.of(reference.get(), file));
    }
    if (node.isObject()) {
      var copy = YAML.createObjectNode();
      node.properties().forEach(e -> copy.set(e.getKey(), resolved(e.getValue(), file)));
      return copy;
    }
    if (node.isArray()) {
      var copy = YAML.createArrayNode();
      node.forEach(item -> copy.add(resolved(item, file)));
      return copy;
    }
    return node;
  }

  private JsonNode hoisted(Pointer to) {
    var place = to.place();
    var origin = to.file() + "#" + to.pointer();
    var known = origins.putIfAbsent(place, origin);
    if (known == null) {
      components.withObject("/" + to.kind()).set(to.name(), resolved(target(to), to.file()));
    } else if (!known.equals(origin)) {
      throw new IllegalStateException(
          "the contract has two " + place + ": " + known + ", " + origin);
    }
    return YAML.createObjectNode().put("$ref", "#/components/" + place);
  }

  private JsonNode target(Pointer to) {
    var found = files.computeIfAbsent(to.file(), Bundle::read).at(to.pointer());
    if (found.isMissingNode()) {
      throw new IllegalStateException("the contract has no " + to.file() + "#" + to.pointer());
    }
    return found;
  }

  private static Optional<String> reference(JsonNode node) {
    return Optional.ofNullable(node.get("$ref")).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static JsonNode read(String file) {
    try (var in = Bundle.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the contract has no file " + file);
      }
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the contract's file " + file + " cannot be read", e);
    }
  }

  /** The contract as YAML text, for those who download it. */
  static String text(JsonNode document) {
    try {
      return YAML.writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a reference leads: {@code ./common.yaml#/schemas/Problem}. */
  private record Pointer(String file, String pointer) {
    static Pointer of(String reference, String from) {
      var hash = reference.indexOf('#');
      var file = reference.substring(0, hash).replace("./", "");
      return new Pointer(file.isEmpty() ? from : file, reference.substring(hash + 1));
    }

    String name() {
      return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    String kind() {
      var above = pointer.substring(0, pointer.lastIndexOf('/'));
      return above.substring(above.lastIndexOf('/') + 1);
    }

    String place() {
      return kind() + "/" + name();
    }
  }
}
