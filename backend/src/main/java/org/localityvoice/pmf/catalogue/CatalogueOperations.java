package org.localityvoice.pmf.catalogue;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Partner;
import org.localityvoice.locality.Theme;
import org.localityvoice.pmf.catalogue.CatalogueMeasure.Mark;
import org.localityvoice.problem.Problem;

/** The catalogue, for everybody. */
final class CatalogueOperations {
  private final CatalogueStore store;
  private final Areas areas;

  CatalogueOperations(CatalogueStore store, Areas areas) {
    this.store = store;
    this.areas = areas;
  }

  private record View(List<ThemeView> themes) {}

  private record ThemeView(
      String id, Map<String, String> name, LeadView lead, List<MeasureView> measures) {}

  private record LeadView(String id, String name) {}

  private record MeasureView(
      String id,
      Map<String, String> title,
      String unit,
      String direction,
      boolean central,
      String source,
      List<MarkView> baselines,
      List<MarkView> targets) {}

  private record MarkView(Optional<String> locality, String period, double value) {}

  void addTo(Api api) {
    api.on("listPmfMeasures", this::list);
  }

  private Future<Reply> list(Call call) {
    return Future.all(areas.area(), store.read())
        .map(
            both -> {
              Optional<Area> area = both.resultAt(0);
              return Reply.tagged(view(area.orElseThrow(Problem::notFound), both.resultAt(1)));
            });
  }

  private static View view(Area area, Catalogue catalogue) {
    return new View(area.themes().stream().map(theme -> view(area, theme, catalogue)).toList());
  }

  private static ThemeView view(Area area, Theme theme, Catalogue catalogue) {
    var lead = area.partner(theme.lead()).map(Partner::name).orElse(theme.lead());
    return new ThemeView(
        theme.id(),
        theme.name().byLanguage(),
        new LeadView(theme.lead(), lead),
        catalogue.measures().stream()
            .filter(measure -> measure.theme().equals(theme.id()))
            .map(CatalogueOperations::view)
            .toList());
  }

  private static MeasureView view(CatalogueMeasure measure) {
    return new MeasureView(
        measure.id(),
        new TreeMap<>(measure.title()),
        measure.unit(),
        measure.direction(),
        measure.central(),
        measure.source(),
        views(measure.baselines()),
        views(measure.targets()));
  }

  private static List<MarkView> views(List<Mark> marks) {
    return marks.stream()
        .map(
            mark -> new MarkView(Optional.ofNullable(mark.locality()), mark.period(), mark.value()))
        .toList();
  }
}
