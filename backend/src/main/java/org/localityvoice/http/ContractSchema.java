package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.util.List;
import org.localityvoice.problem.Violation;

/** A schema of the contract, for what comes in another form than JSON but must fit it as well. */
public final class ContractSchema {
  private final JsonSchema schema;

  ContractSchema(JsonSchema schema) {
    this.schema = schema;
  }

  /** Where a value does not fit, as for a body. */
  public List<Violation> faults(JsonNode value) {
    return Violations.ofBody(schema.validate(value));
  }
}
