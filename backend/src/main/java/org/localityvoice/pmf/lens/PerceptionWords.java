package org.localityvoice.pmf.lens;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.localityvoice.i18n.Messages;
import org.localityvoice.pmf.catalogue.CatalogueMeasure;

/** Says what people feel in plain sentences: how many, how sure, and whether it has changed. */
final class PerceptionWords {
  private static final String PREFIX = "perception.words.";

  private final Messages messages;
  private final String language;

  PerceptionWords(Messages messages, String language) {
    this.messages = messages;
    this.language = language;
  }

  /** The sentence: {@code 41 in 100 feel safe after dark; could be between 34 and 49; …}. */
  String of(CatalogueMeasure measure, Said said) {
    if (!said.told()) {
      return say(missing(said.status()), measure.title(language));
    }
    var share = said.points("estimate").orElseThrow();
    var whole =
        measure
            .says(language)
            .map(words -> say("share", share, words))
            .orElseGet(() -> say("share-titled", share, measure.title(language)));
    var low = said.points("ciLow").orElseThrow();
    var range = say("range", low, said.points("ciHigh").orElseThrow());
    var verdict = say("verdict." + said.verdict().orElse("none").replace('_', '-'));
    var sentence = whole + "; " + range + "; " + verdict + ".";
    return said.status().equals("OK") ? sentence : sentence + " " + say("unsure");
  }

  /** When it was asked, and how many answered. */
  String when(Said said) {
    return said.base()
        .map(base -> say("when-base", day(said.from()), day(said.to()), base))
        .orElseGet(() -> say("when", day(said.from()), day(said.to())));
  }

  private static String missing(String status) {
    return switch (status) {
      case "SUPPRESSED" -> "suppressed";
      case "NO_BASE" -> "nobody";
      case "WITHDRAWN" -> "withdrawn";
      default -> "no-figure";
    };
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag(language)).format(day);
  }

  private String say(String key, Object... arguments) {
    return messages.text(
        language, PREFIX + key, List.of(arguments).stream().<Object>map(String::valueOf).toList());
  }
}
