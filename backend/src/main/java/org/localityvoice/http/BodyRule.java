package org.localityvoice.http;

import com.networknt.schema.JsonSchema;
import java.util.List;
import java.util.Optional;

/**
 * What an operation takes as its body.
 *
 * @param types the media types named in the contract, ranges such as {@code image/*} included;
 *     empty where it takes no body
 * @param required whether there must be one
 * @param json checks it where it is JSON
 * @param mostBytes the cap of this operation ({@code x-max-bytes}), if it has its own
 */
record BodyRule(
    List<String> types, boolean required, Optional<JsonSchema> json, Optional<Integer> mostBytes) {
  /** Of an operation that takes no body. */
  static final BodyRule NONE = new BodyRule(List.of(), false, Optional.empty(), Optional.empty());

  BodyRule {
    types = List.copyOf(types);
  }

  boolean takes(MediaType type) {
    return type.isUtf8() && types.stream().anyMatch(type::in);
  }
}
