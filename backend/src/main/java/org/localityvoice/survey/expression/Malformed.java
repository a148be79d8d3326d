package org.localityvoice.survey.expression;

/** Ends reading at the first place that cannot be read. Never leaves this package. */
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ExpressionFault fault;

  Malformed(ExpressionFault fault) {
    super(fault.code(), null, false, false);
    this.fault = fault;
  }

  ExpressionFault fault() {
    return fault;
  }
}
