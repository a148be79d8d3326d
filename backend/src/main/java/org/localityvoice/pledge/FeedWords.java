package org.localityvoice.pledge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Text;
import org.localityvoice.pledge.About.Findings;
import org.localityvoice.pledge.About.Problems;
import org.localityvoice.pledge.Perceptions.Perceived;

/** Puts entries into plain sentences. Each says what is so, and none says why. */
final class FeedWords {
  private static final String PREFIX = "you-said.";

  private final Messages messages;
  private final Area area;
  private final String language;

  FeedWords(Messages messages, Area area, String language) {
    this.messages = messages;
    this.area = area;
    this.language = language;
  }

  /** What holds for all entries: they stand side by side. */
  String note() {
    return say("note");
  }

  /** The measure, the category or the element. */
  String title(About about) {
    if (about instanceof Perceived one) {
      return one.title();
    }
    if (about instanceof Problems problems) {
      return category(problems.category());
    }
    return new Text(((Findings) about).found().title()).in(language);
  }

  /** What is so. */
  String sentence(About about) {
    if (about instanceof Perceived one) {
      return one.sentence();
    }
    if (about instanceof Problems problems) {
      var quarter = problems.quarter();
      return say(
          "reports." + problems.counted().slug(),
          title(about),
          problems.count(),
          day(quarter.from()),
          day(quarter.to()),
          day(quarter.at()));
    }
    var findings = (Findings) about;
    return say(
        "findings." + findings.checked().slug(),
        title(about),
        findings.count(),
        month(findings),
        day(findings.at()));
  }

  /** What it rests on. */
  String basis(About about) {
    if (about instanceof Perceived one) {
      return one.basis();
    }
    return about instanceof Problems problems
        ? say("reports.basis", day(problems.quarter().at()), Feed.FEWEST - 1)
        : say("findings.basis", day(((Findings) about).at()), Feed.FEWEST - 1);
  }

  private String category(String id) {
    return id.equals(CountedQuarter.ALL_KINDS)
        ? say("reports.all-kinds")
        : area.reporting().category(id).map(one -> one.name().in(language)).orElse(id);
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag(language)).format(day);
  }

  private String month(Findings findings) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", Locale.forLanguageTag(language))
        .format(YearMonth.parse(findings.found().month()));
  }

  private String say(String key, Object... arguments) {
    return messages.text(
        language, PREFIX + key, List.of(arguments).stream().<Object>map(String::valueOf).toList());
  }
}
