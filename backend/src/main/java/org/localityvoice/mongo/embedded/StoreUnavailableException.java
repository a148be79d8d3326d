package org.localityvoice.mongo.embedded;

/** The embedded store cannot be opened. The message is one plain sentence for whoever runs it. */
public final class StoreUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  StoreUnavailableException(String message) {
    super(message);
  }

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
