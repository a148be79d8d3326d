package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds a server's answers against the contract. */
public final class ContractChecker {
  private final JsonNode document;
  private final Schemas schemas;
  private final Map<String, Pattern> paths = new HashMap<>();
  private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

  public ContractChecker(Contract contract) {
    document = contract.document();
    schemas = new Schemas(document);
    document
        .get("paths")
        .fieldNames()
        .forEachRemaining(
            path ->
                paths.put(
                    path,
                    Pattern.compile(
                        "\\Q" + path.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E")));
  }

  /** Fails when the answer is none that the contract allows. */
  public void check(String method, String path, int status, String type, JsonNode body) {
    var operation = operation(method, path);
    if (operation.isEmpty()) {
      require(status == 404 || status == 405, method + " " + path + " answered " + status);
      return;
    }
    var responses = operation.get().get("responses");
    var exact = responses.get(String.valueOf(status));
    require(exact != null || status >= 400, method + " " + path + " may not answer " + status);
    var answer = resolved(exact == null ? responses.get("default") : exact);
    if (answer.has("content") && !method.equals("HEAD")) {
      var media = answer.get("content").get(type);
      require(media != null, method + " " + path + " may not answer with " + type);
      if (type.endsWith("json")) {
        var faults = validator(media.get("schema")).validate(body);
        require(faults.isEmpty(), method + " " + path + " " + status + ": " + faults + body);
      }
    }
  }

  private synchronized JsonSchema validator(JsonNode schema) {
    return compiled.computeIfAbsent(schema, schemas::compile);
  }

  private Optional<JsonNode> operation(String method, String path) {
    var name = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    return paths.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(path).matches())
        // As in the router, a fixed path goes before one that takes it for a parameter.
        .sorted(Comparator.comparing(entry -> entry.getKey().contains("{")))
        .map(entry -> document.get("paths").get(entry.getKey()).get(name))
        .filter(found -> found != null)
        .findFirst();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError("against the contract: " + otherwise);
    }
  }
}
