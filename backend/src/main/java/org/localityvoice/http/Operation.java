package org.localityvoice.http;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the contract, compiled.
 *
 * @param id its {@code operationId}
 * @param path as in the contract, {@code /v1/waves/{waveId}}
 * @param queries the names a query may use
 * @param lenient whether a query may hold what is not declared ({@code x-lenient}); blank arguments
 *     then count as absent, and of repeated ones the first counts
 * @param body what it takes as its body
 * @param limit how often it may be called
 * @param errors in what form it refuses ({@code x-errors})
 * @param silent whether a single call leaves no trace in the access log ({@code x-silent})
 * @param open whether pages of any origin may read what it answers ({@code x-cors})
 */
record Operation(
    String id,
    HttpMethod method,
    String path,
    List<Parameter> parameters,
    Set<String> queries,
    boolean lenient,
    BodyRule body,
    Policy policy,
    Optional<Limit> limit,
    ErrorFormat errors,
    boolean silent,
    boolean open) {

  /** What all paths begin with that belong to the same as this one: {@code /oruk/}. */
  String base() {
    return path.substring(0, path.indexOf('/', 1) + 1);
  }

  /** The path in the router's spelling, {@code /v1/waves/:waveId}. */
  String route() {
    return path.replace("{", ":").replace("}", "");
  }
}
