package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * A request that has passed the contract: every value in it has the type and the bounds that the
 * operation declares, and the caller may call it.
 *
 * @param holder who calls, if they are signed in
 * @param acceptLanguage the header of that name
 * @param parameters path, query and header parameters by {@code in:name}, as typed JSON values
 * @param body the body, or a missing node
 */
public record Call(
    Optional<Caller> holder,
    Optional<String> acceptLanguage,
    Map<String, JsonNode> parameters,
    JsonNode body) {

  static final JsonNode NO_BODY = MissingNode.getInstance();

  /** Who calls, in an operation whose policy demands a signed-in caller. */
  public Caller caller() {
    return holder.orElseThrow(() -> Problem.of(ProblemType.NOT_SIGNED_IN));
  }

  /** The language to answer in, out of those there are texts for. */
  public String language(Collection<String> onOffer) {
    return Language.best(acceptLanguage, onOffer);
  }

  /** A path parameter. */
  public String path(String name) {
    return parameter("path:" + name)
        .orElseThrow(() -> new IllegalArgumentException("no path parameter " + name))
        .asText();
  }

  /** A query parameter, if it was sent. */
  public Optional<String> query(String name) {
    return parameter("query:" + name).map(JsonNode::asText);
  }

  /** A whole number in the query, or the default where it was not sent. */
  public int number(String name, int otherwise) {
    return parameter("query:" + name).map(JsonNode::asInt).orElse(otherwise);
  }

  /** The key by which a retry is known, in an operation that demands one. */
  public String idempotencyKey() {
    return parameter("header:" + Contract.IDEMPOTENCY_KEY)
        .orElseThrow(() -> new IllegalArgumentException("the contract demands no key here"))
        .asText();
  }

  /** The body as a record. */
  public <T> T body(Class<T> type) {
    return Json.value(body, type);
  }

  private Optional<JsonNode> parameter(String key) {
    return Optional.ofNullable(parameters.get(key));
  }
}
