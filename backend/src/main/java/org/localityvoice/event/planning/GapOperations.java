package org.localityvoice.event.planning;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import org.localityvoice.event.planning.GapReport.BandGaps;
import org.localityvoice.event.planning.GapReport.Cell;
import org.localityvoice.event.planning.GapReport.Gaps;
import org.localityvoice.event.planning.GapReport.WeekGaps;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operation that reports what is missing. */
final class GapOperations {
  private final GapService service;

  GapOperations(GapService service) {
    this.service = service;
  }

  void addTo(Api api) {
    api.on("getEventGaps", this::report);
  }

  private record View(String locality, List<WeekView> weeks) {}

  private record WeekView(
      String week, LocalDate from, LocalDate to, GapsView total, List<BandView> bands) {}

  private record BandView(String ages, GapsView places) {}

  private record GapsView(CellView sendCapable, CellView others) {}

  private record CellView(int sessions, int offered, int taken, int drafted) {}

  private Future<Reply> report(Call call) {
    var locality = call.path("localityId");
    return service
        .report(locality, day(call, "from"), day(call, "to"), call.caller())
        .map(
            report ->
                Reply.ok(
                    new View(locality, report.weeks().stream().map(GapOperations::week).toList())));
  }

  private static LocalDate day(Call call, String name) {
    return LocalDate.parse(
        call.query(name)
            .orElseThrow(() -> new IllegalStateException("the contract demands a day")));
  }

  private static WeekView week(WeekGaps one) {
    return new WeekView(
        one.week().label(),
        one.week().monday(),
        one.week().sunday(),
        gaps(one.total()),
        one.bands().stream().map(GapOperations::band).toList());
  }

  private static BandView band(BandGaps one) {
    return new BandView(one.band().label(), gaps(one.gaps()));
  }

  private static GapsView gaps(Gaps gaps) {
    return new GapsView(cell(gaps.send()), cell(gaps.others()));
  }

  private static CellView cell(Cell cell) {
    return new CellView(cell.sessions(), cell.offered(), cell.taken(), cell.drafted());
  }
}
