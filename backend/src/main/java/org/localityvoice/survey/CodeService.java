package org.localityvoice.survey;

import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Wave.Printed;

/** Single-use codes: making them, and the ballots they stand for. */
final class CodeService {
  /** More would only be printed by mistake, and the wave's document holds a line for each batch. */
  private static final int MOST_BATCHES = 100;

  private final Waves waves;
  private final WaveStore store;
  private final Calendar calendar;
  private final WaveKeys keys;

  CodeService(Waves waves, WaveStore store, Calendar calendar, WaveKeys keys) {
    this.waves = waves;
    this.store = store;
    this.calendar = calendar;
    this.keys = keys;
  }

  /** Codes to print; the same again for the same key, as long as the wave has its secret. */
  Future<List<String>> print(String id, CodeUse use, int count, String key, Caller caller) {
    // The caller is part of it: two managers with the same key get different codes.
    var batch = new Printed(DerivedId.of(id, caller.uid(), key), use, count);
    return waves
        .wave(id)
        .compose(
            seen -> {
              caller.mustWorkIn(seen.locality());
              return store.<Wave>change(id, wave -> printing(wave, batch));
            })
        .compose(this::codes)
        .map(codes -> codes.make(use, batch.id(), count));
  }

  private Decision<Wave, Wave> printing(Wave wave, Printed batch) {
    if (!wave.state().beforeClosing()) {
      throw Problem.conflict("wave-not-open");
    }
    if (!wave.modes().contains(batch.use().slug())) {
      throw Problem.conflict("mode-not-planned", batch.use().slug());
    }
    for (var known : wave.printed()) {
      if (known.id().equals(batch.id())) {
        if (!known.equals(batch)) {
          throw Problem.conflict("key-used-before");
        }
        return Decision.keep(wave);
      }
    }
    if (wave.printed().size() >= MOST_BATCHES) {
      throw Problem.conflict("too-many-codes", MOST_BATCHES);
    }
    var next = wave.printing(batch);
    return Decision.replace(next, next);
  }

  /** The ballot of a code for a phone. */
  Future<String> redeem(String id, String code) {
    return waves
        .wave(id)
        .compose(calendar::bring)
        .compose(
            wave -> {
              SurveyService.mustBeOpen(wave.on(waves.today()));
              return ballot(wave, CodeUse.QR, code);
            });
  }

  /** The ballot of a paper form, for staff of the wave's locality. */
  Future<String> paper(String id, String number, Caller caller) {
    return waves
        .wave(id)
        .compose(
            wave -> {
              caller.mustWorkIn(wave.locality());
              return calendar.bring(wave);
            })
        .compose(
            wave -> {
              if (wave.on(waves.today()) == WaveState.PLANNED) {
                throw Problem.conflict("wave-not-begun");
              }
              if (!wave.takesAnswersOn(waves.today())) {
                throw Problem.conflict("wave-not-open");
              }
              return ballot(wave, CodeUse.PAPER, number);
            });
  }

  private Future<String> ballot(Wave wave, CodeUse use, String code) {
    return codes(wave)
        .map(
            codes ->
                codes
                    .ballot(use, code)
                    .orElseThrow(
                        () -> Problem.invalid(List.of(Violation.at("/code", "unknown-code")))));
  }

  private Future<PrintedCodes> codes(Wave wave) {
    return keys.open(wave)
        .map(
            open ->
                new PrintedCodes(open.orElseThrow(() -> Problem.conflict("wave-not-open")).box()));
  }
}
