package org.localityvoice.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The contract with one operation changed: answering a survey demands a signed-in caller, so that
 * one small POST passes through everything there is (limit, token, policy, body, schema).
 */
public final class ContractSignedIn {
  private ContractSignedIn() {}

  /** The changed contract. */
  public static Contract load() {
    var document = Bundle.load();
    var operation = (ObjectNode) document.at("/paths/~1v1~1responses/post");
    operation.putObject("x-policy").put("access", "signed-in");
    return Contract.of(document, "local");
  }
}
