package org.localityvoice.survey;

import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.DerivedId;

/** A plan as it is sent and shown. */
record SentPlan(
    SurveyViews.QuestionnaireReference questionnaire,
    String period,
    String from,
    String to,
    int graceDays,
    List<String> modes,
    int target,
    List<String> breakdowns) {

  @SuppressWarnings("NullAway") // A request may leave the breakdowns out.
  SentPlan {
    modes = modes.stream().sorted().toList();
    breakdowns = breakdowns == null ? List.of() : List.copyOf(breakdowns);
  }

  /** The plan of a wave that has one. */
  static Optional<SentPlan> of(Wave wave) {
    return Optional.ofNullable(wave.plan()).map(plan -> of(wave, plan));
  }

  private static SentPlan of(Wave wave, WavePlan plan) {
    return new SentPlan(
        SurveyViews.reference(wave),
        wave.period(),
        wave.from(),
        wave.to(),
        plan.graceDays(),
        plan.modes(),
        plan.target(),
        plan.breakdowns());
  }

  /** Key of the questionnaire's version. */
  String form() {
    return Questionnaire.key(questionnaire.id(), questionnaire.version());
  }

  /** A new wave. */
  Wave wave(String id, String locality, WaveKeys.Made keys) {
    return wave(id, 1, locality, digest(locality), keys, List.of());
  }

  /** The next version of a wave that has not begun. */
  Wave instead(Wave wave, WavePlan before) {
    return wave(
        wave.id(),
        wave.version() + 1,
        wave.locality(),
        before.madeOf(),
        new WaveKeys.Made(wave.secret(), wave.answerKey(), wave.keysElsewhere()),
        wave.printed());
  }

  private Wave wave(
      String id,
      long version,
      String locality,
      String madeOf,
      WaveKeys.Made keys,
      List<Wave.Printed> printed) {
    return new Wave(
        id,
        version,
        locality,
        form(),
        period,
        from,
        to,
        false,
        false,
        WaveState.PLANNED,
        keys.ballots(),
        null,
        null,
        List.of(),
        null,
        new WavePlan(graceDays, modes, target, breakdowns, madeOf),
        printed,
        null,
        keys.answers(),
        keys.elsewhere());
  }

  /** What a retry is known by. */
  String digest(String locality) {
    return DerivedId.of(locality, Json.text(this));
  }
}
