package org.localityvoice.walkabout.measure;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.localityvoice.estimate.Rounding;
import org.localityvoice.i18n.Messages;
import org.localityvoice.walkabout.grading.Element;
import org.localityvoice.walkabout.grading.WalkaboutIndex;
import org.localityvoice.walkabout.grading.WeightedKappa;

/**
 * Figures as the contract shows them: what is withheld is absent, with its reason.
 *
 * @param language of the answer
 */
record IndexViews(Messages messages, String language) {
  private static final String ENGLISH = "en";
  private static final int KAPPA_DECIMALS = 3;

  record ElementView(
      String element,
      String name,
      String theme,
      Optional<Double> index,
      Optional<String> withheld,
      int transectsGraded,
      int transectsPlanned,
      int gradings,
      int notApplicable,
      int unsettled,
      String words) {}

  record MonthView(
      String month,
      boolean provisional,
      int walkabouts,
      Optional<Double> overall,
      List<ElementView> elements,
      int findings,
      ShareView verifiedOnTime,
      ShareView reportedBefore) {}

  record ShareView(
      int findings,
      Optional<Integer> number,
      Optional<Double> percent,
      Optional<String> withheld,
      String words) {}

  record IndexView(String locality, String methodVersion, List<MonthView> months) {}

  IndexView index(String locality, IndexService.Seen seen, YearMonth now) {
    return new IndexView(
        locality,
        WalkaboutIndex.METHOD,
        seen.months().entrySet().stream()
            .map(entry -> month(entry.getKey(), entry.getValue(), seen, now))
            .toList());
  }

  private MonthView month(YearMonth month, Pool pool, IndexService.Seen seen, YearMonth now) {
    var fate = seen.fates().of(month);
    return new MonthView(
        month.toString(),
        month.equals(now),
        pool.walkabouts(),
        pool.overall(seen.current()).map(IndexViews::rounded),
        seen.told(pool).stream().map(one -> element(one, pool)).toList(),
        fate.findings(),
        share("on-time", fate.onTime()),
        share("reported", fate.reported()));
  }

  private ShareView share(String key, Share share) {
    return new ShareView(
        share.base(),
        Optional.of(share.number()).filter(any -> share.told()),
        share.percent(),
        share.told() ? Optional.empty() : Optional.of(Share.WITHHELD),
        share.told()
            ? say(key, List.of(share.number(), share.base()))
            : say(key + ".withheld", List.of(Share.FEWEST)));
  }

  private ElementView element(Element element, Pool pool) {
    var figure = pool.of(element.id());
    var index = figure.index();
    var name =
        element.name().getOrDefault(language, element.name().getOrDefault(ENGLISH, element.id()));
    var withheld = pool.withheld(figure);
    return new ElementView(
        element.id(),
        name,
        element.theme(),
        index.value().map(IndexViews::rounded),
        withheld,
        index.graded(),
        index.planned(),
        figure.gradings(),
        index.notApplicable(),
        index.unsettled(),
        withheld
            .map(why -> say(why, List.of(name, limit(why))))
            .orElseGet(
                () ->
                    say(
                        "told",
                        List.of(
                            name,
                            decimal(index.value().orElse(0.0)),
                            index.graded(),
                            index.planned()))));
  }

  private static int limit(String why) {
    return why.equals("route-not-walked")
        ? WalkaboutIndex.LEAST_WALKED_PERCENT
        : WalkaboutIndex.FEWEST;
  }

  private String say(String key, List<Object> arguments) {
    return messages.text(language, "walkabout.index." + key, arguments);
  }

  /** To one decimal, as the language writes it. */
  private String decimal(double value) {
    return String.format(Locale.forLanguageTag(language), "%.1f", rounded(value));
  }

  static double rounded(double value) {
    return Rounding.to(value, 1);
  }

  record KappaView(
      Optional<Double> kappa, int pairs, int notApplicable, Optional<String> withheld) {}

  record ElementAgreement(String element, KappaView agreement) {}

  record AgreementView(
      String locality,
      String from,
      String to,
      int rewalks,
      int sameGrader,
      KappaView all,
      List<ElementAgreement> elements) {}

  static AgreementView agreement(String locality, Months months, Agreements found) {
    return new AgreementView(
        locality,
        months.from().toString(),
        months.to().toString(),
        found.rewalks(),
        found.sameGrader(),
        kappa(found.all()),
        found.elements().entrySet().stream()
            .map(entry -> new ElementAgreement(entry.getKey(), kappa(entry.getValue())))
            .toList());
  }

  private static KappaView kappa(WeightedKappa one) {
    return new KappaView(
        one.value().map(value -> Rounding.to(value, KAPPA_DECIMALS)),
        one.pairs(),
        one.notApplicable(),
        one.withheld().map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
