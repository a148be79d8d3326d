package org.localityvoice.pledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.localityvoice.pledge.About.Findings;
import org.localityvoice.pledge.About.Problems;
import org.localityvoice.pledge.Perceptions.Perceived;
import org.localityvoice.pledge.YouSaidService.Page;

/** The feed as the contract shows it. */
final class YouSaidViews {
  private YouSaidViews() {}

  record FeedView(
      String locality,
      String language,
      String note,
      List<EntryView> entries,
      Optional<String> next) {}

  record EntryView(
      String id,
      String part,
      String kind,
      String subject,
      String title,
      Optional<String> theme,
      String period,
      LocalDate from,
      LocalDate to,
      String sentence,
      String basis,
      Optional<Integer> count,
      boolean withdrawn,
      List<Source> sources) {}

  /** Where to look it up: a path of the contract. */
  record Source(String kind, String link) {}

  /** What is particular to each kind of entry. */
  private record Traits(
      String kind,
      String subject,
      Optional<String> theme,
      String period,
      Optional<Integer> count,
      boolean withdrawn,
      List<Source> sources) {}

  static FeedView of(String localityId, String language, Page page, FeedWords words) {
    return new FeedView(
        localityId,
        language,
        words.note(),
        page.entries().stream().map(entry -> entry(entry, words)).toList(),
        page.next().map(FeedMark::text));
  }

  private static EntryView entry(Entry entry, FeedWords words) {
    var about = entry.about();
    var traits = traits(about);
    return new EntryView(
        entry.id(),
        entry.part().slug(),
        traits.kind(),
        traits.subject(),
        words.title(about),
        traits.theme(),
        traits.period(),
        entry.from(),
        entry.to(),
        words.sentence(about),
        words.basis(about),
        traits.count(),
        traits.withdrawn(),
        traits.sources());
  }

  private static Traits traits(About about) {
    if (about instanceof Perceived one) {
      return new Traits(
          "perception",
          one.measure(),
          Optional.of(one.theme()),
          one.period(),
          Optional.empty(),
          one.withdrawn(),
          List.of(
              // The statement itself: the first whose sequence is higher than the one before it.
              new Source(
                  "release", "/v1/pmf/observations.csv?since=" + (one.sequence() - 1) + "&limit=1"),
              new Source("questions", "/v1/waves/" + one.wave())));
    }
    if (about instanceof Problems problems) {
      var quarter = problems.quarter();
      return new Traits(
          "reports",
          problems.category().equals(CountedQuarter.ALL_KINDS) ? "all" : problems.category(),
          Optional.empty(),
          quarter.quarter(),
          Optional.of(problems.count()),
          false,
          List.of(
              new Source(
                  "report-figures",
                  "/v1/localities/%s/report-measures/public?period=%s&by=category"
                      .formatted(quarter.locality(), quarter.quarter())),
              new Source("definitions", "/v1/report-measures/dictionary")));
    }
    var findings = (Findings) about;
    var found = findings.found();
    return new Traits(
        "findings",
        found.element(),
        Optional.of(found.theme()),
        found.month(),
        Optional.of(findings.count()),
        false,
        List.of(
            new Source("walkabouts", "/v1/localities/" + findings.locality() + "/walkabouts"),
            new Source(
                "findings",
                "/v1/localities/%s/findings?element=%s"
                    .formatted(findings.locality(), found.element()))));
  }
}
