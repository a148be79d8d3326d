package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.localityvoice.directory.DirectoryViews.Named;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operations by which the directory is kept true. */
final class UpkeepOperations {
  private static final int MOST_TO_DO = 100;

  private final UpkeepService upkeep;

  UpkeepOperations(UpkeepService upkeep) {
    this.upkeep = upkeep;
  }

  void addTo(Api api) {
    api.on("reportDirectoryProblem", this::problem).on("getDirectoryFreshness", this::freshness);
  }

  private record ProblemBody(Doubt.Kind kind) {}

  private Future<Reply> problem(Call call) {
    return upkeep
        .doubt(call.path("serviceId"), call.body(ProblemBody.class).kind())
        .map(noted -> Reply.noContent());
  }

  private record DoubtView(String kind, int days, LocalDate lastOn) {}

  private record ToDoView(
      String id,
      String name,
      String freshness,
      Optional<LocalDate> assuredOn,
      int complete,
      List<String> missing,
      List<DoubtView> doubts) {}

  private record Counts(int assured, int ageing, int stale, int unknown) {}

  private record UpkeepView(
      Named organisation,
      String keeper,
      int services,
      int drafts,
      Counts freshness,
      int complete,
      int doubted,
      List<ToDoView> toDo) {}

  private record ReportView(
      String locality, LocalDate day, boolean whole, List<UpkeepView> organisations) {}

  private Future<Reply> freshness(Call call) {
    var locality = call.path("localityId");
    return upkeep
        .report(locality, call.caller())
        .map(
            report ->
                Reply.ok(
                    new ReportView(
                        locality,
                        report.on(),
                        report.whole(),
                        report.organisations().stream().map(UpkeepOperations::view).toList())));
  }

  private static UpkeepView view(Upkeep one) {
    var organisation = one.organisation();
    return new UpkeepView(
        new Named(organisation.id(), organisation.content().name()),
        organisation.content().keeper(),
        one.published().size(),
        one.drafts(),
        new Counts(
            one.count(Freshness.ASSURED),
            one.count(Freshness.AGEING),
            one.count(Freshness.STALE),
            one.count(Freshness.UNKNOWN)),
        one.complete(),
        one.doubted(),
        one.toDo().stream().limit(MOST_TO_DO).map(service -> toDo(service, one.today())).toList());
  }

  private static ToDoView toDo(Provision service, LocalDate today) {
    return new ToDoView(
        service.id(),
        service.content().name(),
        Upkeep.freshness(service, today).slug(),
        Optional.ofNullable(service.assuredOn()),
        Completeness.percent(service.content()),
        Upkeep.missing(service),
        Doubt.shown(service.doubts()).stream()
            .map(doubt -> new DoubtView(doubt.kind().slug(), doubt.days().size(), doubt.last()))
            .toList());
  }
}
