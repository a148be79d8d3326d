package org.localityvoice.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an export says of each report, in this order. Whom to contact is never in it. */
final class ExportColumns {
  private ExportColumns() {}

  /** How to read a column. */
  enum Type {
    TEXT("text"),
    WHOLE_NUMBER("whole-number"),
    NUMBER("number"),
    TIME("time"),
    YES_OR_NO("yes-or-no");

    private final String slug;

    Type(String slug) {
      this.slug = slug;
    }

    /** The name in the contract. */
    String slug() {
      return slug;
    }
  }

  /**
   * One column. What it means stands in the message files under {@code export.} and its name.
   *
   * @param source where it comes from: what somebody has sent, or the report's log
   * @param value empty where there is nothing to say
   */
  record Column(String name, Type type, String source, Function<Report, Optional<?>> value) {}

  static final List<Column> ALL =
      List.of(
          column("id", Type.TEXT, "submission", Report::id),
          column("locality", Type.TEXT, "submission", Report::locality),
          column("category", Type.TEXT, "submission", Report::category),
          column("confidential", Type.YES_OR_NO, "area-file", Report::confidential),
          standing("state", Type.TEXT, standing -> standing.state().slug()),
          standing("stateSince", Type.TIME, Standing::stateSince),
          standing("priority", Type.TEXT, standing -> standing.priority().slug()),
          standing("owner", Type.TEXT, Standing::owner),
          submission("source", Type.TEXT, submission -> submission.source().slug()),
          submission("onBehalf", Type.YES_OR_NO, Submission::onBehalf),
          standing("submittedAt", Type.TIME, Standing::submittedAt),
          new Column(
              "capturedAt",
              Type.TIME,
              "submission",
              some(Report::submission, Submission::capturedAt)),
          standing("changedAt", Type.TIME, Standing::changedAt),
          standing("answerBy", Type.TIME, Standing::answerBy),
          new Column(
              "firstAnswerAt", Type.TIME, "log", some(Report::standing, Standing::firstAnswerAt)),
          new Column("expectedBy", Type.TIME, "log", some(Report::standing, Standing::expectedBy)),
          new Column(
              "confirmedAt", Type.TIME, "log", some(Report::standing, Standing::confirmedAt)),
          standing("overdue", Type.YES_OR_NO, Standing::overdue),
          standing("people", Type.WHOLE_NUMBER, Standing::people),
          standing("questions", Type.WHOLE_NUMBER, Standing::questions),
          standing("answers", Type.WHOLE_NUMBER, Standing::answers),
          place("latitude", Type.NUMBER, Place::latitude),
          place("longitude", Type.NUMBER, Place::longitude),
          place("accuracyMetres", Type.NUMBER, Place::accuracyMetres),
          place("place", Type.TEXT, Place::described),
          submission("text", Type.TEXT, Submission::text),
          column("textModeration", Type.TEXT, "moderation", r -> r.publication().text().slug()),
          column("listed", Type.YES_OR_NO, "moderation", r -> r.publication().listed()),
          new Column("mergedInto", Type.TEXT, "log", some(Report::standing, Standing::into)),
          new Column(
              "reference",
              Type.TEXT,
              "submission",
              some(Report::submission, Submission::reference)));

  private static Column column(
      String name, Type type, String source, Function<Report, Object> value) {
    return new Column(name, type, source, report -> Optional.of(value.apply(report)));
  }

  private static Column standing(String name, Type type, Function<Standing, Object> value) {
    return column(name, type, "log", report -> value.apply(report.standing()));
  }

  private static Column submission(String name, Type type, Function<Submission, Object> value) {
    return column(name, type, "submission", report -> value.apply(report.submission()));
  }

  private static Column place(
      String name, Type type, Function<Place, ? extends @Nullable Object> value) {
    return new Column(name, type, "submission", some(report -> report.submission().place(), value));
  }

  private static <T> Function<Report, Optional<?>> some(
      Function<Report, T> part, Function<T, ? extends @Nullable Object> value) {
    return report -> Optional.ofNullable(value.apply(part.apply(report)));
  }

  /** A value as text: times as ISO 8601 in UTC, yes or no as true or false. */
  static String text(Object value) {
    return String.valueOf(value);
  }
}
