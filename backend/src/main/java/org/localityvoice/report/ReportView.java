package org.localityvoice.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report as the contract shows it: the public part, and what the viewer may see besides. */
record ReportView(
    String id,
    String locality,
    String category,
    String state,
    Instant submittedAt,
    Instant changedAt,
    Optional<Instant> expectedBy,
    String owner,
    int people,
    Optional<Point> point,
    Optional<String> text,
    Optional<String> mergedInto,
    List<Photo> photos,
    List<Entry> history,
    Optional<Mine> mine,
    Optional<Staff> staff) {

  /** Where on the map. */
  record Point(double latitude, double longitude, Optional<Double> accuracyMetres) {}

  /** A photo, with where to get it. */
  record Photo(String id, String url, String moderation) {}

  /** Why something is refused. */
  record RefusalView(String reason, String decidedBy, String instead) {
    static RefusalView of(Refusal refusal) {
      return new RefusalView(refusal.reason().slug(), refusal.decidedBy(), refusal.instead());
    }
  }

  /** An entry of the history that everybody may see. */
  record Entry(
      long sequence,
      Instant at,
      String kind,
      Optional<String> by,
      Optional<String> organisation,
      Optional<String> move,
      Optional<String> from,
      Optional<String> to,
      Optional<String> note,
      Optional<RefusalView> refusal,
      Optional<String> into,
      Optional<Instant> expectedBy,
      Optional<String> owner,
      Optional<String> previousOwner,
      Optional<String> text) {}

  /** A question put to the viewer. */
  record Question(
      long question,
      String occasion,
      Instant askedAt,
      Optional<String> verdict,
      Optional<Instant> answeredAt) {}

  /** What somebody affected sees besides. */
  record Mine(
      boolean reporter,
      Instant since,
      Optional<String> text,
      Optional<String> place,
      Optional<Point> point,
      Optional<Map<String, List<String>>> answers,
      List<Question> questions) {}

  /** How the reporter may be reached. */
  record Contact(Optional<String> name, Optional<String> email, Optional<String> phone) {}

  /** What staff see besides. */
  record Staff(
      String priority,
      boolean overdue,
      Instant answerBy,
      Optional<Instant> firstAnswerAt,
      String text,
      String textModeration,
      boolean listed,
      Optional<String> place,
      Optional<Point> point,
      Map<String, List<String>> answers,
      String source,
      String language,
      Optional<Instant> capturedAt,
      boolean onBehalf,
      Optional<Contact> contact,
      Optional<String> reference,
      Optional<String> mediaUrl,
      List<String> allowedMoves,
      int questions,
      int answered,
      List<Internal> internal) {}

  /** An entry that only staff see. */
  record Internal(
      long sequence,
      Instant at,
      String kind,
      Optional<String> by,
      Optional<String> organisation,
      Optional<String> text,
      Optional<String> priority,
      Optional<String> occasion,
      Optional<Integer> people,
      Optional<Long> question,
      Optional<String> verdict,
      Optional<String> reason,
      Optional<String> photo,
      Optional<Integer> level,
      Optional<String> whom,
      Optional<String> report) {}
}
