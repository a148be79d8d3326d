package org.localityvoice.report.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.i18n.Messages;

/** What each figure about reports means, in every language there is. */
final class MeasureDictionary {
  private static final String PREFIX = "measure.";

  private final Messages messages;
  private final List<Definition> figures = new ArrayList<>();

  private MeasureDictionary(Messages messages) {
    this.messages = messages;
  }

  /**
   * One figure.
   *
   * @param partOf the count that it adds up to, with others
   * @param pmf its id in the performance framework
   */
  record Definition(
      String id,
      String kind,
      String unit,
      Optional<String> partOf,
      Optional<String> numerator,
      Optional<String> denominator,
      boolean notDealtWith,
      Optional<String> pmf,
      Map<String, Texts> texts) {}

  record Texts(String name, String definition) {}

  record Dictionary(List<Definition> figures) {}

  /** The whole dictionary, in the order in which figures are shown. */
  static Dictionary of(Messages messages) {
    var dictionary = new MeasureDictionary(messages);
    dictionary.count("reports", "reports", "");
    dictionary.count(MeasureCell.DUPLICATE.slug(), "reports", "reports");
    Sums.PROBLEMS
        .parts()
        .forEach(
            part -> dictionary.count(part.id(), "problems", part.whole() ? "reports" : part.of()));
    dictionary.count("people", "people", "");
    Sums.QUESTIONS.parts().forEach(part -> dictionary.count(part.id(), "questions", part.of()));
    dictionary.count("answers-volunteered", "answers", "");
    Share.all().forEach(dictionary::share);
    OperationalMeasure.all().stream()
        .filter(measure -> measure.share().isEmpty())
        .forEach(measure -> dictionary.time(measure.figure()));
    return new Dictionary(List.copyOf(dictionary.figures));
  }

  private void count(String id, String unit, String partOf) {
    var of = Optional.of(partOf).filter(one -> !one.isEmpty());
    add(id, "count", unit, of, Optional.empty(), Optional.empty());
  }

  private void share(Share share) {
    add(
        share.id(),
        "share",
        "percent",
        Optional.empty(),
        Optional.of(share.numerator()),
        Optional.of(share.denominator()));
  }

  private void time(String id) {
    add(id, "time", "hours", Optional.empty(), Optional.empty(), Optional.empty());
  }

  private void add(
      String id,
      String kind,
      String unit,
      Optional<String> partOf,
      Optional<String> numerator,
      Optional<String> denominator) {
    var cells = List.of(MeasureCell.values());
    var open =
        id.equals("not-dealt-with")
            || cells.stream().anyMatch(cell -> cell.slug().equals(id) && cell.notDealtWith());
    var pmf =
        OperationalMeasure.all().stream()
            .filter(measure -> measure.figure().equals(id))
            .map(OperationalMeasure::id)
            .findFirst();
    figures.add(
        new Definition(id, kind, unit, partOf, numerator, denominator, open, pmf, texts(id)));
  }

  private Map<String, Texts> texts(String id) {
    var texts = new LinkedHashMap<String, Texts>();
    for (var language : messages.languages()) {
      texts.put(
          language,
          new Texts(
              messages.text(language, PREFIX + id + ".name", List.of()),
              messages.text(language, PREFIX + id + ".definition", List.of())));
    }
    return texts;
  }
}
