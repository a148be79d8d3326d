package org.localityvoice.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was made. Never changes.
 *
 * @param text what the reporter wrote; seen by staff, and by everybody only as {@link Publication}
 *     says
 * @param answers to the category's questions, by question; several values for a multiple one
 * @param language the reporter wrote in (BCP 47)
 * @param capturedAt when the reporter noticed it, by their own device; may be long before it
 *     arrived
 * @param onBehalf whether staff reported for somebody else
 * @param contact how to reach the reporter, if they wished to say; staff only
 * @param system id of the API key it came with, if another system sent it
 * @param reference the other system's own number for it
 * @param mediaUrl a picture that another system has; a link for staff, never fetched
 */
public record Submission(
    Place place,
    String text,
    Map<String, List<String>> answers,
    String language,
    Source source,
    @Nullable Instant capturedAt,
    boolean onBehalf,
    @Nullable Contact contact,
    @Nullable String system,
    @Nullable String reference,
    @Nullable String mediaUrl) {

  public Submission {
    answers = Map.copyOf(answers);
  }

  /** Which way it came. */
  public enum Source {
    APP,
    WARDEN,
    STAFF,
    OPEN311,
    WALKABOUT;

    /** The name in the contract. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How to reach somebody. Every part may be absent. */
  public record Contact(@Nullable String name, @Nullable String email, @Nullable String phone) {}

  /** Without what people wrote, which has no business in a log or an exception. */
  @Override
  public String toString() {
    return "Submission by " + source;
  }
}
