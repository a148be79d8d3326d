package org.localityvoice.http;

import com.networknt.schema.JsonSchema;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the contract, compiled.
 *
 * @param id its {@code operationId}
 * @param path as in the contract, {@code /v1/waves/{waveId}}
 * @param body checks the body; empty where the operation takes none
 * @param queries the names a query may use
 * @param limit how often it may be called
 * @param silent whether a single call leaves no trace in the access log ({@code x-silent})
 */
record Operation(
    String id,
    HttpMethod method,
    String path,
    List<Parameter> parameters,
    Set<String> queries,
    Optional<JsonSchema> body,
    Policy policy,
    Optional<Limit> limit,
    boolean silent) {

  /** The path in the router's spelling, {@code /v1/waves/:waveId}. */
  String route() {
    return path.replace("{", ":").replace("}", "");
  }
}
