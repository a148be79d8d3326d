package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The contract, read once at start: OpenAPI 3.1 with extensions.
 *
 * <ul>
 *   <li>{@code x-policy}: who may call; demanded
 *   <li>{@code x-limit}: how often
 *   <li>{@code x-mode}: served only in that identity mode
 *   <li>{@code x-silent}: no line in the access log
 *   <li>{@code x-cors}: {@code any} where pages of any origin may read the answers
 *   <li>{@code x-max-bytes}: the cap of the body, where the general one is not right
 *   <li>{@code x-lenient}: what the query does not declare is passed over, blank is absent
 *   <li>{@code x-errors}: another form of refusals than problem details; {@code open311}
 *   <li>{@code x-repeatable}: why a POST without a key may be sent twice; read by people and tests
 * </ul>
 */
public final class Contract {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** By mode. Nothing of it changes, so all instances in a process read and compile it once. */
  private static final Map<String, Contract> LOADED = new ConcurrentHashMap<>();

  private final ObjectNode document;
  private final List<Operation> operations;
  private final String text;

  private Contract(ObjectNode document, List<Operation> operations) {
    this.document = document;
    this.operations = operations;
    this.text = Bundle.text(document);
  }

  /**
   * The contract from the class path.
   *
   * @param mode the identity mode; operations of another mode do not exist
   * @throws IllegalStateException naming the operation that has no policy, or whatever else is
   *     wrong
   */
  public static Contract load(String mode) {
    return LOADED.computeIfAbsent(mode, wanted -> of(Bundle.load(), wanted));
  }

  static Contract of(ObjectNode document, String mode) {
    var reader = new OperationReader(document);
    var operations = new ArrayList<Operation>();
    var paths = (ObjectNode) document.get("paths");
    for (var path : List.copyOf(paths.properties())) {
      var item = (ObjectNode) path.getValue();
      for (var entry : List.copyOf(item.properties())) {
        if (!METHODS.contains(entry.getKey())) {
          throw new IllegalStateException("not understood in the contract: " + entry.getKey());
        }
        if (entry.getValue().path("x-mode").asText(mode).equals(mode)) {
          operations.add(reader.read(path.getKey(), entry.getKey(), entry.getValue()));
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

  /** A schema of the contract by its name. */
  public ContractSchema schema(String name) {
    if (document.at("/components/schemas/" + name).isMissingNode()) {
      throw new IllegalStateException("the contract has no schema " + name);
    }
    var reference = document.objectNode().put("$ref", "#/components/schemas/" + name);
    return new ContractSchema(new Schemas(document).compile(reference));
  }

  /** The same as YAML text. */
  public String text() {
    return text;
  }

  List<Operation> operations() {
    return operations;
  }
}
