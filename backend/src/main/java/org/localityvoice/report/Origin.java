package org.localityvoice.report;

import java.util.Optional;

/**
 * Which way a report came, where that is not from a phone.
 *
 * @param source empty for the app, in which case who sends it decides
 * @param system id of the API key
 * @param reference the other system's own number
 * @param mediaUrl a picture it has
 */
public record Origin(
    Optional<Submission.Source> source,
    Optional<String> system,
    Optional<String> reference,
    Optional<String> mediaUrl) {
  /** From the app. */
  public static final Origin APP =
      new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Under which name another system sends photos, so that nobody else can use them. */
  public Optional<String> uploader() {
    return system.map(Origin::uploader);
  }

  static String uploader(String system) {
    return "system:" + system;
  }
}
