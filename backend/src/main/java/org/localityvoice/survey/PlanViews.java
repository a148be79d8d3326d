package org.localityvoice.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.i18n.Messages;
import org.localityvoice.survey.SurveyViews.WaveSummary;

/** Plans, planner and meter as the contract shows them, in one language. */
final class PlanViews {
  private static final String PREFIX = "survey.plan.";

  private final Messages messages;
  private final String language;

  PlanViews(Messages messages, String language) {
    this.messages = messages;
    this.language = language;
  }

  record PlannerView(
      double smallestDetectableChange,
      double effectiveBase,
      double designEffect,
      double earlierEffectiveBase,
      Optional<String> earlierWave,
      double power,
      double level,
      String sentence,
      String basis) {}

  record WavePlanView(
      WaveSummary wave, SentPlan plan, Map<String, Integer> codes, PlannerView planner) {}

  record GroupView(String option, String label, int population, Optional<Integer> answers) {}

  record MarginView(String stratum, int score, List<GroupView> groups) {}

  record MeterView(
      String wave,
      String status,
      int responses,
      Optional<Integer> effectiveBase,
      Optional<Integer> efficiency,
      Optional<Double> halfWidth,
      List<MarginView> margins,
      Optional<Representativeness.Advice> mostValuable,
      List<String> sentences) {}

  WavePlanView plan(PlanService.Planned planned, LocalDate today, ZoneId zone) {
    var wave = planned.wave();
    return new WavePlanView(
        SurveyViews.summary(wave, today, zone),
        planned.plan(),
        Map.of("qr", printed(wave, CodeUse.QR), "paper", printed(wave, CodeUse.PAPER)),
        planner(planned));
  }

  private static int printed(Wave wave, CodeUse use) {
    return wave.printed().stream()
        .filter(batch -> batch.use() == use)
        .mapToInt(Wave.Printed::count)
        .sum();
  }

  private PlannerView planner(PlanService.Planned planned) {
    var planner = planned.planner();
    var points = (int) Math.ceil(planner.smallestDetectableChange());
    return new PlannerView(
        round(planner.smallestDetectableChange(), 1),
        round(planner.effectiveBase(), 1),
        round(planner.designEffect(), 2),
        round(planner.earlierEffectiveBase(), 1),
        planner.earlierWave(),
        Planner.POWER,
        Planner.LEVEL,
        say("change", planned.plan().target(), points),
        planner
            .earlierWave()
            .map(wave -> say("basis.wave", wave, round(planner.designEffect(), 2)))
            .orElseGet(() -> say("basis.assumed", round(planner.designEffect(), 2))));
  }

  MeterView meter(PlanService.Metered metered) {
    var meter = metered.meter();
    var form = metered.form();
    return new MeterView(
        metered.wave().id(),
        meter.status().name(),
        meter.responses(),
        meter.effectiveBase(),
        meter.efficiency(),
        meter.halfWidth(),
        meter.margins().stream()
            .map(
                margin ->
                    new MarginView(
                        margin.stratum(),
                        margin.score(),
                        margin.options().stream()
                            .map(share -> group(form, margin.stratum(), share))
                            .toList()))
            .toList(),
        meter.advice(),
        sentences(meter, form));
  }

  private GroupView group(Questionnaire form, String stratum, Representativeness.Share share) {
    return new GroupView(
        share.option(), label(form, stratum, share.option()), share.population(), share.answers());
  }

  private List<String> sentences(Representativeness meter, Questionnaire form) {
    var first =
        switch (meter.status()) {
          case TOO_FEW -> say("meter.too-few", Representativeness.FEWEST);
          case GROUP_TOO_SMALL -> say("meter.responses", meter.responses());
          case NOT_CONVERGED -> say("meter.not-converged", meter.responses());
          case OK ->
              say(
                  "meter.base",
                  meter.responses(),
                  meter.effectiveBase().orElse(0),
                  meter.halfWidth().orElse(0.0));
        };
    return meter
        .advice()
        .map(
            advice -> {
              var label = label(form, advice.stratum(), advice.option());
              return advice
                  .points()
                  .map(points -> say("meter.more", advice.answers(), label, points))
                  .orElseGet(() -> say("meter.small", advice.answers(), label));
            })
        .map(second -> List.of(first, second))
        .orElse(List.of(first));
  }

  private String label(Questionnaire form, String stratum, String option) {
    return form.strata().stream()
        .filter(known -> known.id().equals(stratum))
        .flatMap(known -> known.options().stream())
        .filter(known -> known.id().equals(option))
        .findFirst()
        .map(known -> known.label().getOrDefault(language, known.label().getOrDefault("en", "")))
        .filter(text -> !text.isEmpty())
        .orElse(option);
  }

  private String say(String key, Object... arguments) {
    return messages.text(language, PREFIX + key, List.of(arguments));
  }

  private static double round(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).doubleValue();
  }
}
