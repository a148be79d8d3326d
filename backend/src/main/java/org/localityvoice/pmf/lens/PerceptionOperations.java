package org.localityvoice.pmf.lens;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.pmf.PublishedFigures;
import org.localityvoice.pmf.catalogue.Catalogue;
import org.localityvoice.pmf.catalogue.CatalogueMeasure;
import org.localityvoice.problem.Problem;

/** What people in a locality say, for everybody to read. */
final class PerceptionOperations {
  /** Of so many of the latest quarters the last figures are looked for. */
  static final int MOST_PERIODS = 20;

  private final Areas areas;
  private final PublishedFigures figures;
  private final Supplier<Future<Catalogue>> catalogue;
  private final Messages messages;

  /** The operation. */
  PerceptionOperations(
      Areas areas,
      PublishedFigures figures,
      Supplier<Future<Catalogue>> catalogue,
      Messages messages) {
    this.areas = areas;
    this.figures = figures;
    this.catalogue = catalogue;
    this.messages = messages;
  }

  private record View(String locality, String language, List<Entry> perceptions) {}

  private record Entry(
      String measure,
      String title,
      String theme,
      boolean central,
      String status,
      String sentence,
      String when,
      String period,
      LocalDate from,
      LocalDate to,
      Optional<Integer> inHundred,
      Optional<Integer> low,
      Optional<Integer> high,
      Optional<Integer> base,
      Optional<String> verdict,
      List<String> caveats) {}

  /** Binds it. */
  void addTo(Api api) {
    api.on("getPerceptions", this::read);
  }

  private Future<Reply> read(Call call) {
    var id = call.path("localityId");
    var language = call.language(messages.languages());
    return Future.all(areas.find(id), figures.of(id, MOST_PERIODS), catalogue.get())
        .map(
            all -> {
              Optional<Locality> locality = all.resultAt(0);
              var last = Said.last(all.resultAt(1), LocalDate.MAX);
              var words = new PerceptionWords(messages, language);
              var entries = new ArrayList<Entry>();
              for (var measure : all.<Catalogue>resultAt(2).measures()) {
                Optional.ofNullable(last.get(measure.id()))
                    .ifPresent(said -> entries.add(entry(measure, said, words, language)));
              }
              var found = locality.orElseThrow(Problem::notFound);
              return Reply.tagged(new View(found.id(), language, entries))
                  .with("Content-Language", language)
                  .with("Vary", "Accept-Language");
            });
  }

  private static Entry entry(
      CatalogueMeasure measure, Said said, PerceptionWords words, String language) {
    var caveats = new ArrayList<String>();
    said.observation().path("caveats").forEach(one -> caveats.add(one.asText()));
    return new Entry(
        measure.id(),
        measure.title(language),
        measure.theme(),
        measure.central(),
        said.status(),
        words.of(measure, said),
        words.when(said),
        said.period(),
        said.from(),
        said.to(),
        said.points("estimate"),
        said.points("ciLow"),
        said.points("ciHigh"),
        said.base(),
        said.verdict(),
        caveats);
  }
}
