package org.localityvoice.directory.openreferral;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids of what has none of its own in the directory, such as a schedule: they follow from what it
 * belongs to and its place there, so that they stay.
 */
final class Ids {
  private Ids() {}

  static String of(String kind, String owner, Object which) {
    var name = "open-referral\n" + kind + "\n" + owner + "\n" + which;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Of a service at one of its places. */
  static String ofServiceAtLocation(String service, String location) {
    return of("service_at_location", service, location);
  }
}
