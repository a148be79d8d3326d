package org.localityvoice.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Priority;

/** What anybody may see of a report's history, once its category allows it to be seen at all. */
public sealed interface PublicEvent extends ReportEvent {

  /**
   * The beginning.
   *
   * @param by in what capacity; nothing of who. The system's where a walkabout came upon it
   * @param owner the partner it was routed to
   * @param answerBy when somebody should have said something about it
   */
  record Submitted(
      long sequence,
      Instant at,
      Actor by,
      String category,
      String owner,
      Priority priority,
      Instant answerBy)
      implements PublicEvent {}

  /** Until when the owner means to be through with it. A new promise replaces the one before. */
  record Promised(long sequence, Instant at, Instant expectedBy) implements PublicEvent {}

  /** It belongs to another partner now. */
  record Assigned(
      long sequence,
      Instant at,
      Actor by,
      String owner,
      String previousOwner,
      @Nullable String note)
      implements PublicEvent {}

  /**
   * It has moved on.
   *
   * @param note the reason given, for those affected to read
   * @param refusal in a refusal always there
   * @param into in a merge the report that goes on
   */
  record Moved(
      long sequence,
      Instant at,
      Actor by,
      Move move,
      ReportState from,
      ReportState to,
      @Nullable String note,
      @Nullable Refusal refusal,
      @Nullable String into)
      implements PublicEvent {}

  /**
   * Something was said for everybody to read: by staff, or by somebody affected and then let out.
   */
  record Commented(long sequence, Instant at, Actor by, String text) implements PublicEvent {}
}
