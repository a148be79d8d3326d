package org.localityvoice.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * One round of a survey in a locality.
 *
 * @param questionnaire key of the questionnaire's version
 * @param period reporting period, {@code 2026-Q4}
 * @param from first day, ISO 8601
 * @param to last day, ISO 8601
 * @param synthetic whether its answers are made up, to show how things look
 * @param releaseAtClose whether its figures are published as soon as it is closed; only for
 *     synthetic waves, where there is nothing to judge
 * @param secret the key ballots are made and known by, base64url; null once destroyed
 * @param destroyedAt when the secret was destroyed
 * @param closedBy the role that closed the wave
 */
public record Wave(
    @BsonId String id,
    long version,
    String locality,
    String questionnaire,
    String period,
    String from,
    String to,
    boolean synthetic,
    boolean releaseAtClose,
    WaveState state,
    @Nullable String secret,
    @Nullable Instant destroyedAt,
    @Nullable String closedBy,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  public Wave {
    outbox = List.copyOf(outbox);
  }

  /** The last day, as a date. */
  @BsonIgnore
  public LocalDate lastDay() {
    return LocalDate.parse(to);
  }

  /** Takes no more answers; nobody can tell from here on whose ballot is whose. */
  Wave closing(String role, Instant now) {
    return new Wave(
        id,
        version + 1,
        locality,
        questionnaire,
        period,
        from,
        to,
        synthetic,
        releaseAtClose,
        WaveState.CLOSING,
        null,
        now,
        role,
        outbox,
        outboxSince);
  }

  /** Every answer is counted. */
  Wave closed(List<Outgoing> effects, Instant now) {
    return new Wave(
        id,
        version + 1,
        locality,
        questionnaire,
        period,
        from,
        to,
        synthetic,
        releaseAtClose,
        WaveState.CLOSED,
        secret,
        destroyedAt,
        closedBy,
        effects,
        effects.isEmpty() ? null : now);
  }

  /** Without the secret, which has no business in a log or an exception. */
  @Override
  public String toString() {
    return "Wave " + id + " " + state;
  }
}
