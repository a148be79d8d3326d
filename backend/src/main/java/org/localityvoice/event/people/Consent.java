package org.localityvoice.event.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One consent: a row that is added and never changed, except that it may be withdrawn, once.
 *
 * @param id made by the client
 * @param event the event that it is for; there for {@link Purpose#TAKING_PART} only
 * @param wordingVersion which text they agreed to
 * @param language which they read it in
 * @param text id of the text as it was shown, which is kept
 * @param by uid of who gave it
 * @param withdrawnBy uid of who took it back
 */
public record Consent(
    String id,
    Purpose purpose,
    @Nullable String event,
    String wordingVersion,
    String language,
    String text,
    String by,
    Instant at,
    Method method,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy) {

  /** Whether it is for that. */
  boolean covers(Purpose wanted, @Nullable String forEvent) {
    return purpose == wanted && (event == null ? forEvent == null : event.equals(forEvent));
  }

  boolean withdrawn() {
    return withdrawnAt != null;
  }

  Consent withdrawn(String uid, Instant now) {
    return new Consent(
        id, purpose, event, wordingVersion, language, text, by, at, method, now, uid);
  }

  /** Whether it says the same, whenever it was said. */
  boolean same(Consent other) {
    return covers(other.purpose, other.event)
        && wordingVersion.equals(other.wordingVersion)
        && language.equals(other.language)
        && by.equals(other.by)
        && method == other.method;
  }

  /** Without who gave it. */
  @Override
  public String toString() {
    return "consent to " + purpose;
  }
}
