package org.localityvoice.survey;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.ParticipationStore.Participation;

/** Taking part in a wave, answering it, and closing it. */
final class SurveyService {
  // 200 batches of 500: a closing wave is almost always counted to the end within the request.
  private static final int MOST_BATCHES = 200;

  private final Waves waves;
  private final WaveStore store;
  private final ParticipationStore participations;
  private final Intake intake;
  private final Closing closing;
  private final Calendar calendar;
  private final WaveKeys keys;
  private final Clock clock;

  SurveyService(
      Waves waves,
      WaveStore store,
      ParticipationStore participations,
      Intake intake,
      Closing closing,
      Calendar calendar,
      WaveKeys keys,
      Clock clock) {
    this.waves = waves;
    this.store = store;
    this.participations = participations;
    this.intake = intake;
    this.closing = closing;
    this.calendar = calendar;
    this.keys = keys;
    this.clock = clock;
  }

  /** An answer sheet as it was sent. */
  record Sent(
      String ballot,
      String wave,
      String language,
      String mode,
      Map<String, String> strata,
      Map<String, Object> answers) {}

  /** The caller's one ballot of the wave; the same again for the same key. */
  Future<String> takeBallot(String waveId, Caller caller, String idempotencyKey) {
    // As it is now, not as it was a moment ago: a closed wave's secret must make no more ballots.
    return waves
        .wave(waveId)
        .compose(calendar::bring)
        .compose(
            wave -> {
              mustBeOpen(wave.on(waves.today()));
              return keys.open(wave);
            })
        .compose(
            open -> {
              var box = open.orElseThrow(() -> Problem.conflict("wave-not-open")).box();
              var participation =
                  new Participation(
                      waveId + ":" + box.participant(caller.uid()),
                      box.retry(caller.uid(), idempotencyKey));
              return participations
                  .spend(participation)
                  .map(
                      ours -> {
                        if (!ours) {
                          throw Problem.conflict("ballot-already-taken");
                        }
                        return box.ballot(caller.uid(), idempotencyKey);
                      });
            });
  }

  /** Stores an answer sheet; completes when it is durable. */
  Future<Void> respond(Sent sent) {
    return waves
        .recent(sent.wave())
        .recover(SurveyService::unknownWave)
        .compose(
            wave ->
                waves
                    .published(wave.questionnaire())
                    .compose(
                        form -> keys.open(wave).compose(open -> respond(sent, wave, form, open))))
        .compose(SurveyService::told);
  }

  private Future<Intake.Outcome> respond(
      Sent sent, Wave wave, Waves.Published form, Optional<WaveKeys.Open> open) {
    var response = checked(sent, wave, form, open);
    // Without its keys a wave knows no ballot and seals no answer; only a retry can be good.
    var seal = open.map(WaveKeys.Open::seal).orElseGet(() -> AnswerSeal.open(wave.id()));
    var arrival = Arrival.of(sent.ballot(), response, seal);
    if (open.isEmpty()) {
      return intake.known(arrival);
    }
    return wave.takesAnswersOn(waves.today()) ? intake.take(arrival) : intake.late(arrival);
  }

  /** In a body an unknown id is a fault of the body, not of the address. */
  private static Future<Wave> unknownWave(Throwable failure) {
    return Future.failedFuture(
        failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND
            ? Problem.invalid(List.of(Violation.at("/wave", "unknown-wave")))
            : failure);
  }

  private static Future<Void> told(Intake.Outcome outcome) {
    return switch (outcome) {
      case STORED -> Future.succeededFuture();
      case BALLOT_SPENT -> Future.failedFuture(Problem.conflict("ballot-spent"));
      case WAVE_NOT_OPEN -> Future.failedFuture(Problem.conflict("wave-not-open"));
      case NOT_KNOWN_YET ->
          Future.failedFuture(
              Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1)));
    };
  }

  private Response checked(
      Sent sent, Wave wave, Waves.Published form, Optional<WaveKeys.Open> open) {
    var reading = form.sheet().read(sent.strata(), sent.answers());
    var faults = new ArrayList<>(reading.faults());
    if (!form.questionnaire().languages().contains(sent.language())) {
      faults.add(
          Violation.at("/language", "enum", String.join(", ", form.questionnaire().languages())));
    }
    if (!form.questionnaire().modes().contains(sent.mode())) {
      faults.add(Violation.at("/mode", "enum", String.join(", ", form.questionnaire().modes())));
    }
    open.ifPresent(
        keys ->
            keys.box()
                .kind(sent.ballot())
                .ifPresentOrElse(
                    kind -> modeFault(sent.mode(), wave, kind).ifPresent(faults::add),
                    () -> faults.add(Violation.at("/ballot", "unknown-ballot"))));
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return new Response(
        "",
        wave.id(),
        Arrival.WAITING,
        sent.language(),
        sent.mode(),
        new HashMap<>(sent.strata()),
        reading.counted(),
        LocalDate.now(clock).toString(),
        reading.written());
  }

  /** A wave without a plan never said what it may be answered with. */
  private static Optional<Violation> modeFault(String mode, Wave wave, BallotKind kind) {
    var allowed = wave.modes().stream().filter(kind.modes()::contains).toList();
    return wave.plan() == null || allowed.contains(mode)
        ? Optional.empty()
        : Optional.of(Violation.at("/mode", "enum", String.join(", ", allowed)));
  }

  /** Ballots for people are given out while a wave is open, and at no other time. */
  static void mustBeOpen(WaveState state) {
    if (state != WaveState.OPEN) {
      throw Problem.conflict(state == WaveState.PLANNED ? "wave-not-begun" : "wave-not-open");
    }
  }

  /** Destroys the keys and counts the last answers; a closed wave stays as it is. */
  Future<Wave> close(String waveId, Caller caller) {
    return store
        .find(waveId)
        .compose(
            found -> {
              caller.mustWorkIn(found.orElseThrow(Problem::notFound).locality());
              return store.change(waveId, this::closing);
            })
        .onSuccess(wave -> waves.forget(waveId))
        .compose(wave -> closing.finish(wave, MOST_BATCHES));
  }

  private Decision<Wave, Wave> closing(Wave wave) {
    if (!wave.state().beforeClosing()) {
      return Decision.keep(wave);
    }
    if (wave.on(waves.today()) == WaveState.PLANNED) {
      throw Problem.conflict("wave-not-begun");
    }
    var next = wave.closing(Role.NEIGHBOURHOOD_MANAGER.slug());
    return Decision.replace(next, next);
  }
}
