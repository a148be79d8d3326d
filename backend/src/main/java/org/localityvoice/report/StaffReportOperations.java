package org.localityvoice.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;

/** The operations by which staff see what is to be done in a locality, and take it with them. */
final class StaffReportOperations {
  private static final int USUAL_PAGE = 50;
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final String GEO_JSON = "application/geo+json";

  private final TriageService triage;
  private final CountService counts;
  private final ExportService exports;
  private final Messages messages;
  private final InstantSource clock;

  StaffReportOperations(
      TriageService triage,
      CountService counts,
      ExportService exports,
      Messages messages,
      InstantSource clock) {
    this.triage = triage;
    this.counts = counts;
    this.exports = exports;
    this.messages = messages;
    this.clock = clock;
  }

  void addTo(Api api) {
    api.on("listReportsForTriage", this::triage)
        .on("getReportCounts", this::counts)
        .on("exportReportsAsCsv", call -> export(call, new ExportCsv(), CSV, "csv"))
        .on(
            "exportReportsAsGeoJson",
            call -> export(call, new ExportGeoJson(), GEO_JSON, "geojson"))
        .on("getReportExportDictionary", this::dictionary);
  }

  private record Items(List<TriageItem> items, Optional<String> next) {}

  private record Dictionary(List<Entry> columns) {}

  private record Entry(String name, String type, String source, String meaning) {}

  private Future<Reply> triage(Call call) {
    var order =
        call.query("sort").filter("submitted"::equals).isPresent()
            ? ListOrder.OLDEST_SUBMITTED
            : ListOrder.EXPECTED;
    var wanted =
        new TriageService.Wanted(
            call.path("localityId"),
            ListQuery.filter(call, Optional.empty(), Optional.empty()),
            order,
            call.query("after"),
            call.number("limit", USUAL_PAGE));
    var now = clock.instant();
    return triage
        .page(wanted, call.caller())
        .map(
            page ->
                Reply.ok(
                    new Items(
                        page.items().stream().map(report -> TriageItem.of(report, now)).toList(),
                        page.next())));
  }

  private Future<Reply> counts(Call call) {
    return counts.locality(call.path("localityId"), call.caller()).map(Reply::ok);
  }

  private Future<Reply> export(Call call, ExportFormat format, String type, String ending) {
    var locality = call.path("localityId");
    var wanted =
        new ExportService.Wanted(
            locality,
            ListQuery.time(call, "submittedSince").orElseThrow(),
            ListQuery.time(call, "submittedUntil")
                .orElseGet(() -> clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS)));
    return exports
        .export(wanted, call.caller(), format)
        .map(written -> file(written, type, "reports-" + locality + "." + ending));
  }

  private static Reply file(Buffer written, String type, String name) {
    return Reply.of(type, written)
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private Future<Reply> dictionary(Call call) {
    var language = call.language(messages.languages());
    return Future.succeededFuture(
        Reply.ok(
                new Dictionary(
                    ExportColumns.ALL.stream().map(column -> entry(column, language)).toList()))
            .with("Content-Language", language)
            .with("Vary", "Accept-Language"));
  }

  private Entry entry(ExportColumns.Column column, String language) {
    return new Entry(
        column.name(),
        column.type().slug(),
        column.source(),
        messages.text(language, "export." + column.name(), List.of()));
  }
}
