package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.localityvoice.problem.Violation;

/** A schema of the contract, for what comes in another form than JSON but must fit it as well. */
public final class ContractSchema {
  private static final Map<String, ContractSchema> KNOWN = new ConcurrentHashMap<>();

  private final JsonSchema schema;

  private ContractSchema(String name) {
    var document = Bundle.load();
    if (document.at("/components/schemas/" + name).isMissingNode()) {
      throw new IllegalStateException("the contract has no schema " + name);
    }
    var reference = "#/components/schemas/" + name;
    schema =
        new Schemas(document).compile(JsonNodeFactory.instance.objectNode().put("$ref", reference));
  }

  /** The schema of that name; compiled once. */
  public static ContractSchema of(String name) {
    return KNOWN.computeIfAbsent(name, ContractSchema::new);
  }

  /** Where a value does not fit, as for a body. */
  public List<Violation> faults(JsonNode value) {
    return Violations.ofBody(schema.validate(value));
  }
}
