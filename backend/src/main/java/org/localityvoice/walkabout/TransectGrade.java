package org.localityvoice.walkabout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.walkabout.grading.Grade;

/**
 * What one person graded: a measurement, which never changes. A correction is another grade that
 * supersedes it.
 *
 * @param id made by the device
 * @param digest of what was sent, and by whom; empty once nobody is named
 * @param transect id within the route
 * @param element id
 * @param corrects id of an earlier grade of the same person for the same transect and element
 * @param by uid of the grader; never shown
 * @param deviceTime what the device's clock said; kept, and not trusted
 */
public record TransectGrade(
    String id,
    String digest,
    String transect,
    String element,
    Grade grade,
    @Nullable String corrects,
    String by,
    Instant deviceTime,
    Instant receivedAt) {

  TransectGrade nameless(Pseudonyms pseudonyms) {
    return new TransectGrade(
        id, "", transect, element, grade, corrects, pseudonyms.of(by), deviceTime, receivedAt);
  }

  /** Whether both grade the same thing. */
  boolean isLike(TransectGrade other) {
    return transect.equals(other.transect) && element.equals(other.element);
  }

  /** Whether it supersedes another one. */
  boolean supersedes(TransectGrade other) {
    return other.id.equals(corrects) && isLike(other) && by.equals(other.by);
  }
}
