package org.localityvoice.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Priority;

/** What only staff, and for their own part those affected, may see of a report's history. */
public sealed interface InternalEvent extends ReportEvent {

  /** One more person is affected. */
  record Joined(long sequence, Instant at, String affected) implements InternalEvent {}

  /** A note among staff. */
  record Noted(long sequence, Instant at, Actor by, String text) implements InternalEvent {}

  /** How pressing it is was judged anew. */
  record Prioritised(long sequence, Instant at, Actor by, Priority priority)
      implements InternalEvent {}

  /**
   * Those affected were asked whether it has been dealt with. The question is known by this entry's
   * sequence.
   *
   * @param occasion why just now
   * @param people ids of those asked
   */
  record Asked(long sequence, Instant at, Occasion occasion, List<String> people)
      implements InternalEvent {
    public Asked {
      people = List.copyOf(people);
    }
  }

  /**
   * Somebody affected has answered.
   *
   * @param question sequence of the question
   * @param affected id of who answered
   */
  record Answered(
      long sequence,
      Instant at,
      long question,
      String affected,
      Verdict verdict,
      @Nullable String reason,
      @Nullable String photo)
      implements InternalEvent {}

  /** The promise has passed, and somebody was reminded of it. Level 0 is the owner. */
  record Chased(long sequence, Instant at, int level, String whom) implements InternalEvent {}

  /** Somebody affected has written; it is not public until staff let it out. */
  record Wrote(long sequence, Instant at, String affected, String text) implements InternalEvent {}

  /**
   * Staff have decided what of the report everybody may see; the outcome is in {@link Publication}.
   */
  record Moderated(long sequence, Instant at, Actor by) implements InternalEvent {}

  /**
   * Another report was merged into this one, or has left it again.
   *
   * @param report which
   * @param people how many it brings; 0 when it has left
   * @param version of that report when it said so
   */
  record Absorbed(long sequence, Instant at, String report, int people, long version)
      implements InternalEvent {}
}
