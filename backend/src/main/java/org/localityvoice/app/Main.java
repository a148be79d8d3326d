package org.localityvoice.app;

/** The program. */
public final class Main {
  private Main() {}

  /** Starts. */
  public static void main(String[] args) {}
}
