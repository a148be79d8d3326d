package org.localityvoice.app;

import java.util.Optional;

/** Which build this is. */
final class Version {
  private Version() {}

  /** The version in the jar's manifest; {@code development} when run from classes. */
  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
