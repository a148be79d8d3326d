package org.localityvoice.app;

/** The program cannot do what it was started for; the message is the one line its user is told. */
final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailure(String message) {
    super(message, null, false, false);
  }
}
