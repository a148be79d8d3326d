package org.localityvoice.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * One round of a survey in a locality.
 *
 * <p>A planned wave keeps to its days: {@code planned}, {@code open} from its first day, {@code
 * grace} after its last. What is stored may lag behind the day by a little; {@link #on} is what
 * counts. A wave that an area file opened has no plan and stays open until it is closed.
 *
 * @param questionnaire key of the questionnaire's version
 * @param period reporting period, {@code 2026-Q4}
 * @param from first day, ISO 8601, in the area's time zone
 * @param to last day, ISO 8601
 * @param synthetic whether its answers are made up, to show how things look
 * @param releaseAtClose whether its figures are published as soon as it is closed; only for
 *     synthetic waves, where there is nothing to judge
 * @param secret the key ballots are made and known by, base64url; null once destroyed, and where it
 *     is kept elsewhere; see {@link WaveKeys}
 * @param destroyedAt when the last of its keys was destroyed
 * @param closedBy the role that closed the wave
 * @param plan null for a wave that was not planned
 * @param printed the batches of codes that were made
 * @param releasedAt when figures of it were first published
 * @param answerKey what opens answers that are not counted yet, base64url; null like the secret
 * @param elsewhere whether its keys are kept outside the store
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
    @Nullable Instant outboxSince,
    @Nullable WavePlan plan,
    List<Printed> printed,
    @Nullable Instant releasedAt,
    @Nullable String answerKey,
    @Nullable Boolean elsewhere)
    implements Versioned {

  /**
   * A batch of single-use codes.
   *
   * @param id follows from the key of the request
   */
  public record Printed(String id, CodeUse use, int count) {}

  @SuppressWarnings("NullAway") // Stored waves may be older than the batches of codes.
  public Wave {
    outbox = List.copyOf(outbox);
    printed = printed == null ? List.of() : List.copyOf(printed);
  }

  /** The last day, as a date. */
  @BsonIgnore
  public LocalDate lastDay() {
    return LocalDate.parse(to);
  }

  /** The state on a day: by its dates until it is closed, and with what was published after. */
  @BsonIgnore
  public WaveState on(LocalDate day) {
    if (!state.beforeClosing()) {
      return state == WaveState.CLOSED && releasedAt != null ? WaveState.RELEASED : state;
    }
    if (plan == null) {
      return state;
    }
    if (day.isBefore(LocalDate.parse(from))) {
      return WaveState.PLANNED;
    }
    return day.isAfter(lastDay()) ? WaveState.GRACE : WaveState.OPEN;
  }

  /** Whether answers are taken on a day; grace ends, although the wave is not closed by it. */
  @BsonIgnore
  boolean takesAnswersOn(LocalDate day) {
    return on(day).takesAnswers()
        && (plan == null || !day.isAfter(lastDay().plusDays(plan.graceDays())));
  }

  /**
   * Whether it was closed while its plan still had it take answers: on its last day of grace, or
   * before. One without a plan has no end that it could be closed before.
   *
   * @param zone the area's time zone
   */
  @BsonIgnore
  boolean cutShort(ZoneId zone) {
    return plan != null
        && destroyedAt != null
        && !LocalDate.ofInstant(destroyedAt, zone).isAfter(lastDay().plusDays(plan.graceDays()));
  }

  /** The modes it may be answered in. */
  @BsonIgnore
  public List<String> modes() {
    return plan == null ? List.of("app", "qr", "paper", "warden") : plan.modes();
  }

  /** Whether its keys are kept outside the store. */
  @BsonIgnore
  boolean keysElsewhere() {
    return Boolean.TRUE.equals(elsewhere);
  }

  /** The same with the state its dates say. */
  Wave broughtTo(WaveState next) {
    return next(
        next, secret, answerKey, destroyedAt, closedBy, outbox, outboxSince, printed, releasedAt);
  }

  /** The next version with one more batch of codes. */
  Wave printing(Printed batch) {
    var all = new ArrayList<>(printed);
    all.add(batch);
    return next(
        state, secret, answerKey, destroyedAt, closedBy, outbox, outboxSince, all, releasedAt);
  }

  /** Takes no more answers; the ballot key is gone from the document. */
  Wave closing(String role) {
    return next(
        WaveState.CLOSING,
        null,
        answerKey,
        destroyedAt,
        role,
        outbox,
        outboxSince,
        printed,
        releasedAt);
  }

  /** Every answer is counted, and both keys are destroyed. */
  Wave closed(List<Outgoing> effects, Instant now) {
    var since = effects.isEmpty() ? null : now;
    return next(WaveState.CLOSED, null, null, now, closedBy, effects, since, printed, releasedAt);
  }

  /** Figures of it are published. */
  Wave released(Instant now) {
    return next(state, secret, answerKey, destroyedAt, closedBy, outbox, outboxSince, printed, now);
  }

  private Wave next(
      WaveState state,
      @Nullable String secret,
      @Nullable String answerKey,
      @Nullable Instant destroyedAt,
      @Nullable String closedBy,
      List<Outgoing> outbox,
      @Nullable Instant outboxSince,
      List<Printed> printed,
      @Nullable Instant releasedAt) {
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
        state,
        secret,
        destroyedAt,
        closedBy,
        outbox,
        outboxSince,
        plan,
        printed,
        releasedAt,
        answerKey,
        elsewhere);
  }

  /** Without the secret, which has no business in a log or an exception. */
  @Override
  public String toString() {
    return "Wave " + id + " " + state;
  }
}
