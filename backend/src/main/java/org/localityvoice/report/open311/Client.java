package org.localityvoice.report.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.apikey.ApiKey;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.report.Credentials;
import org.localityvoice.report.PublicEvent;
import org.localityvoice.report.Report;
import org.localityvoice.report.ReportEvent;

/** Another system that calls with its key, and the names by which its things are found again. */
record Client(ApiKey key) {
  private static final String MARK = "open311-";

  /** The id of the report that a client numbers so: the same number always gets the same id. */
  String reportId(String number) {
    return uuid(DerivedId.of("open311-request", key.id(), number));
  }

  private static String uuid(String hex) {
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }

  /** The id of an update that the client calls so. */
  String updateId(String theirs) {
    return DerivedId.of("open311-update", key.id(), theirs);
  }

  /** Whether the report came from this client. */
  boolean sent(Report report) {
    return key.id().equals(report.submission().system());
  }

  /** Whether the report belongs to the partner that this client is the system of. */
  boolean owns(Report report) {
    return report.standing().owner().equals(key.organisation());
  }

  /** The owner's system as an officer of the owner; who acts is named by the update. */
  Caller officer(Report report, String updateId) {
    return new Caller(
        MARK + updateId,
        Set.of(Role.PARTNER_OFFICER),
        Set.of(report.locality()),
        Optional.of(report.standing().owner()));
  }

  /** The update that an entry of the log came in as, if a system sent it. */
  static Optional<String> updateOf(ReportEvent event) {
    var by =
        event instanceof PublicEvent.Moved moved
            ? Optional.ofNullable(moved.by().uid())
            : event instanceof PublicEvent.Commented commented
                ? Optional.ofNullable(commented.by().uid())
                : Optional.<String>empty();
    return by.filter(uid -> uid.startsWith(MARK)).map(uid -> uid.substring(MARK.length()));
  }

  /** By which the client is known as speaking for the reporter of what it sent. */
  Credentials reporter(String reportId) {
    return Credentials.of(Optional.empty(), Optional.of(secret(reportId)));
  }

  /** Follows from the key's hash, which nobody outside knows. */
  String secret(String reportId) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var bytes = sha.digest((key.hash() + ":" + reportId).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
