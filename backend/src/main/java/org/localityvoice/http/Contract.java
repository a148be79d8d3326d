package org.localityvoice.http;

/** The contract. */
public final class Contract {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private Contract() {}
}
