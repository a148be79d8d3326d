package org.localityvoice.operational;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;

/**
 * What the performance framework is told of a quarter of a locality: all figures of one source, so
 * that what is withheld is withheld in one piece. No free text, no person.
 *
 * @param kind and {@code source} keep the figures of different sources apart; those about reports
 *     say their kind only
 * @param period by local dates, both of which belong to it
 * @param at the moment that the figures are of
 * @param reportingMonth the last of the period, such as {@code 2026-09}
 * @param supersedes id of the message that this one corrects
 * @param method how the figures are made, by {@code id} and {@code version}, and upon how much
 */
public record StatementMessage(
    Optional<String> kind,
    Optional<String> source,
    LocalityPart locality,
    PeriodPart period,
    Instant at,
    String reportingMonth,
    int revision,
    Optional<String> supersedes,
    Optional<String> reason,
    Object method,
    Provenance provenance,
    List<Figure> observations) {
  /** The kind of all that are neither of questionnaires nor entered by officers. */
  public static final String KIND = "operational";

  private static final String EFFECT = "pmf.statement";
  private static final int MONTH = "2026-12".length();

  public StatementMessage {
    observations = List.copyOf(observations);
  }

  /** A locality as others know it. */
  public record LocalityPart(String id, String ward, String boundarySet) {}

  /** A quarter. */
  public record PeriodPart(String id, LocalDate from, LocalDate to) {
    /** The name of its last month. */
    public String lastMonth() {
      return to.toString().substring(0, MONTH);
    }
  }

  /** Who stands for the figures: roles, no names. */
  public record Provenance(String software, String publishedBy, String approvedBy) {
    /** By the roles of the two. */
    public static Provenance of(String software, String proposer, String approver) {
      return new Provenance(software, "role:" + proposer, "role:" + approver);
    }
  }

  /** One figure; of one that is not told it says why, and no number. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Figure(
      String measureId,
      String seriesId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String breakdown,
      String theme,
      String direction,
      String unit,
      String status,
      @Nullable Number value,
      @Nullable Integer numerator,
      @Nullable Integer denominator,
      boolean suppressed,
      @Nullable String suppressionReason,
      List<String> caveats) {}

  private record Message(
      String id,
      String kind,
      String subject,
      String locality,
      String period,
      Instant time,
      StatementMessage data) {}

  /**
   * The effect that carries it to the statement of its locality and period.
   *
   * @param id the same for the same statement
   */
  public Outgoing outgoing(String id, Instant now) {
    var subject = locality.id() + "/" + period.id();
    var message = new Message(id, KIND, subject, locality.id(), period.id(), now, this);
    return new Outgoing(id, EFFECT, Json.text(message));
  }
}
