package org.localityvoice.locality;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.Areas.Current;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * What can be reported, for everybody, and ready-made replies, for staff. The categories of a
 * locality change only with an import, so they are written once for each language and kept ready.
 */
public final class CategoryOperations {
  private static final int MOST_READY = 2_000;

  private final Areas areas;
  private final Cache<Key, Reply> ready = Caffeine.newBuilder().maximumSize(MOST_READY).build();

  /** Serves the categories of that area. */
  public CategoryOperations(Areas areas) {
    this.areas = areas;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    api.on("listCategories", this::categories).on("listReportTemplates", this::templates);
  }

  private Future<Reply> categories(Call call) {
    return areas.current().map(current -> categories(current.orElseThrow(Problem::notFound), call));
  }

  private Reply categories(Current current, Call call) {
    var area = current.area();
    var locality = area.locality(call.path("localityId")).orElseThrow(Problem::notFound);
    var language = call.language(current.reportingLanguages());
    return ready.get(
        new Key(current.digest(), language, locality.id()),
        key ->
            Reply.tagged(CategoryAnswers.list(area, locality, language))
                .with("Content-Language", language)
                .with("Vary", "Accept-Language"));
  }

  private Future<Reply> templates(Call call) {
    return areas
        .area()
        .map(area -> area.map(Area::reporting).orElse(Reporting.none()))
        .map(reporting -> templates(reporting, call));
  }

  private static Reply templates(Reporting reporting, Call call) {
    var category = call.query("category");
    if (category.isPresent() && category.flatMap(reporting::category).isEmpty()) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.QUERY, "category", "no-such-category", List.of())));
    }
    var move = call.query("move");
    return Reply.tagged(
        CategoryAnswers.templates(
            reporting.templates().stream()
                .filter(template -> category.isEmpty() || template.fits(category.get()))
                .filter(template -> move.isEmpty() || template.goesWith(move.get()))
                .toList()));
  }

  /** What an answer depends on. */
  private record Key(String digest, String language, String localityId) {}
}
