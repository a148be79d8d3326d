package org.localityvoice.event.allocation;

/** Whether a session takes place. */
public enum SessionState {
  SCHEDULED,
  CANCELLED
}
