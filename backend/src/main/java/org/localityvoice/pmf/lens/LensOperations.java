package org.localityvoice.pmf.lens;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;
import org.localityvoice.pmf.lens.LensService.Felt;
import org.localityvoice.pmf.lens.LensService.Seen;
import org.localityvoice.pmf.lens.Lenses.Picture;

/** Three ways to look at a locality, for everybody, and what they mean. */
final class LensOperations {
  private static final String PREFIX = "lens.";

  private final LensService service;
  private final Messages messages;

  LensOperations(LensService service, Messages messages) {
    this.service = service;
    this.messages = messages;
  }

  private record View(
      String locality,
      String month,
      String language,
      FeltView felt,
      ReportedView reported,
      SeenView seen,
      String picture,
      String words) {}

  private record FeltView(Optional<Boolean> problem, String words, List<FeltEntry> measures) {}

  private record FeltEntry(
      String measure,
      String title,
      String status,
      LocalDate to,
      Optional<Integer> inHundred,
      Optional<Integer> low,
      Optional<Integer> high,
      Optional<Boolean> problem) {}

  private record ReportedView(
      Optional<Boolean> many,
      String words,
      String quarter,
      Optional<Integer> problems,
      Optional<Double> perThousandAdults) {}

  private record SeenView(
      Optional<Boolean> problem, String words, Optional<Double> index, Optional<LocalDate> at) {}

  private record Dictionary(List<Entry> lenses, List<Entry> pictures) {}

  private record Entry(String id, Optional<Double> threshold, Map<String, String> texts) {}

  void addTo(Api api) {
    api.on("getLenses", this::read).on("getLensDictionary", this::dictionary);
  }

  private Future<Reply> read(Call call) {
    var language = call.language(messages.languages());
    return service
        .look(call.path("localityId"), call.query("month").map(YearMonth::parse))
        .map(
            seen ->
                Reply.tagged(view(seen, language))
                    .with("Content-Language", language)
                    .with("Vary", "Accept-Language"));
  }

  private View view(Seen seen, String language) {
    var lenses = seen.lenses();
    var picture = lenses.picture();
    var walked = seen.walked();
    return new View(
        seen.locality().id(),
        seen.month().toString(),
        language,
        new FeltView(
            lenses.felt(),
            state(language, "felt", lenses.felt()),
            seen.felt().stream().map(one -> entry(one, language)).toList()),
        new ReportedView(
            lenses.reported(),
            seen.reported().counted()
                ? state(language, "reported", lenses.reported())
                : say(language, "reported.uncounted"),
            seen.reported().quarter().name(),
            seen.reported().problems(),
            seen.reported().rate().map(rate -> Math.round(rate * 10) / 10.0)),
        new SeenView(
            lenses.seen(),
            state(language, "seen", lenses.seen()),
            walked.map(WalkaboutIndex.Walked::index),
            walked.map(WalkaboutIndex.Walked::at)),
        picture.slug(),
        say(language, "picture." + picture.slug()));
  }

  private static FeltEntry entry(Felt felt, String language) {
    var said = felt.said();
    return new FeltEntry(
        felt.measure().id(),
        felt.measure().title(language),
        said.status(),
        said.to(),
        said.points("estimate"),
        said.points("ciLow"),
        said.points("ciHigh"),
        felt.problem());
  }

  private String state(String language, String lens, Optional<Boolean> problem) {
    return say(language, lens + "." + problem.map(yes -> yes ? "yes" : "no").orElse("unknown"));
  }

  private String say(String language, String key) {
    return messages.text(language, PREFIX + key, List.of());
  }

  private Future<Reply> dictionary(Call call) {
    return Future.succeededFuture(
        Reply.tagged(
            new Dictionary(
                List.of(
                    lens("felt", Lenses.FELT_BELOW),
                    lens("reported", Lenses.REPORTED_FROM),
                    lens("seen", Lenses.SEEN_BELOW)),
                Stream.of(Picture.values())
                    .map(
                        one ->
                            new Entry(
                                one.slug(),
                                Optional.empty(),
                                texts("picture." + one.slug() + ".definition", List.of())))
                    .toList())));
  }

  private Entry lens(String id, double threshold) {
    return new Entry(
        id, Optional.of(threshold), texts(id + ".definition", List.of(Math.round(threshold))));
  }

  private Map<String, String> texts(String key, List<Object> arguments) {
    var texts = new LinkedHashMap<String, String>();
    for (var language : messages.languages()) {
      texts.put(language, messages.text(language, PREFIX + key, arguments));
    }
    return texts;
  }
}
