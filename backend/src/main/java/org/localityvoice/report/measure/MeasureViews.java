package org.localityvoice.report.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures as the contract shows them. */
final class MeasureViews {
  private MeasureViews() {}

  record Exact(
      String locality,
      String period,
      LocalDate from,
      LocalDate to,
      Instant at,
      String by,
      String confidential,
      FiguresView total,
      List<Group> groups) {}

  record Open(
      String locality,
      String period,
      LocalDate from,
      LocalDate to,
      Instant at,
      String by,
      String words,
      String withheld,
      FiguresView total,
      Optional<List<Group>> groups) {}

  record Group(String id, FiguresView figures) {}

  record FiguresView(List<Count> counts, List<ShareView> shares, List<Time> times) {}

  record Count(
      String id,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer value,
      Optional<String> reason) {}

  record ShareView(
      String id,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer numerator,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer denominator,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double percent,
      Optional<String> reason) {}

  record Time(
      String id,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double hours,
      Optional<Integer> atRisk,
      Optional<String> reason) {}

  /** For staff. */
  static Exact exact(Measured measured) {
    var asked = measured.asked();
    var groups = new TreeMap<String, Numbers>();
    measured.groups().forEach((group, figures) -> groups.put(group, Numbers.exact(figures)));
    return new Exact(
        asked.locality(),
        asked.period().name(),
        asked.period().from(),
        asked.period().to(),
        asked.at(),
        asked.by().slug(),
        asked.scope().slug(),
        figures(Numbers.exact(measured.total())),
        groups(groups));
  }

  /**
   * For everybody.
   *
   * @param words what the figures say
   * @param withheld what is not shown, and why
   */
  static Open open(Measured measured, Numbers total, String words, String withheld) {
    var asked = measured.asked();
    return new Open(
        asked.locality(),
        asked.period().name(),
        asked.period().from(),
        asked.period().to(),
        asked.at(),
        asked.by().slug(),
        words,
        withheld,
        figures(total),
        asked.by() == Grouping.NONE
            ? Optional.empty()
            : Numbers.shown(measured).map(MeasureViews::groups));
  }

  private static List<Group> groups(Map<String, Numbers> numbers) {
    return numbers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new Group(entry.getKey(), figures(entry.getValue())))
        .toList();
  }

  private static FiguresView figures(Numbers numbers) {
    return new FiguresView(
        numbers.counts().entrySet().stream()
            .map(entry -> count(entry.getKey(), entry.getValue()))
            .toList(),
        Share.all().stream()
            .filter(share -> numbers.has(share.numerator()))
            .map(share -> share(share, numbers))
            .toList(),
        numbers.times().stream().map(MeasureViews::time).toList());
  }

  private static Count count(String id, Optional<Integer> value) {
    return new Count(
        id, value.orElse(null), value.isPresent() ? Optional.empty() : Optional.of(Numbers.SMALL));
  }

  private static ShareView share(Share share, Numbers numbers) {
    var numerator = numbers.count(share.numerator());
    var denominator = numbers.count(share.denominator());
    var known = numerator.isPresent() && denominator.isPresent();
    var percent =
        known ? Share.percent(numerator.get(), denominator.get()) : Optional.<Double>empty();
    var reason = known ? Quantile.Reason.NO_REPORTS.slug() : Numbers.SMALL;
    return new ShareView(
        share.id(),
        numerator.orElse(null),
        denominator.orElse(null),
        percent.orElse(null),
        percent.isPresent() ? Optional.empty() : Optional.of(reason));
  }

  private static Time time(Numbers.Time time) {
    return new Time(time.id(), time.hours().orElse(null), time.atRisk(), time.reason());
  }
}
