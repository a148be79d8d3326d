package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
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
 * @param content the body, if there was one
 */
public record Call(
    Optional<Caller> holder,
    Optional<String> acceptLanguage,
    Map<String, JsonNode> parameters,
    Body content) {

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

  /** A number in the query, if it was sent; always finite. */
  public OptionalDouble decimal(String name) {
    return parameter("query:" + name)
        .map(value -> OptionalDouble.of(value.asDouble()))
        .orElseGet(OptionalDouble::empty);
  }

  /** Whether the query says {@code true}; false where it was not sent. */
  public boolean flag(String name) {
    return parameter("query:" + name).map(JsonNode::asBoolean).orElse(false);
  }

  /** The entries of a list in the query, in their order; none where it was not sent. */
  public List<String> list(String name) {
    return parameter("query:" + name)
        .map(list -> StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList())
        .orElse(List.of());
  }

  /** A header parameter that the operation declares, if it was sent. */
  public Optional<String> header(String name) {
    return parameter("header:" + name).map(JsonNode::asText);
  }

  /** The key by which a retry is known, in an operation that demands one. */
  public String idempotencyKey() {
    return parameter("header:" + Contract.IDEMPOTENCY_KEY)
        .orElseThrow(() -> new IllegalArgumentException("the contract demands no key here"))
        .asText();
  }

  /** Whether there was a body, in an operation that can do without. */
  public boolean hasBody() {
    return !(content instanceof Body.None);
  }

  /** A JSON body as a record. */
  public <T> T body(Class<T> type) {
    if (content instanceof Body.Json json) {
      return Json.value(json.tree(), type);
    }
    throw new IllegalArgumentException("the body is no JSON");
  }

  /** Whether the body came as bytes, in an operation that takes JSON as well. */
  public boolean hasBytes() {
    return content instanceof Body.Bytes;
  }

  /** Whether the body is a form, in an operation that takes JSON as well. */
  public boolean hasForm() {
    return content instanceof Body.Fields;
  }

  /** A body that came as a form. */
  public Form form() {
    if (content instanceof Body.Fields fields) {
      return fields.form();
    }
    throw new IllegalArgumentException("the body is no form");
  }

  /** A body of another type than JSON or a form, as it was sent. */
  public Buffer bytes() {
    if (content instanceof Body.Bytes raw) {
      return raw.bytes();
    }
    throw new IllegalArgumentException("the body is not of bytes");
  }

  private Optional<JsonNode> parameter(String key) {
    return Optional.ofNullable(parameters.get(key));
  }
}
