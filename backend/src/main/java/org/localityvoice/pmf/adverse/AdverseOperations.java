package org.localityvoice.pmf.adverse;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The list of adverse movements. */
final class AdverseOperations {
  private final AdverseService service;

  AdverseOperations(AdverseService service) {
    this.service = service;
  }

  private record View(
      String locality, String period, int revision, Instant at, List<MovementView> movements) {}

  private record MovementView(
      String measure, String series, String reason, double difference, Optional<Double> pValue) {}

  private record ViewList(double falseDiscoveryRate, List<View> reports) {}

  void addTo(Api api) {
    api.on("listAdverseMovements", this::list);
  }

  private Future<Reply> list(Call call) {
    return service
        .of(call.query("locality"), call.caller())
        .map(
            all ->
                Reply.ok(
                    new ViewList(
                        AdverseMovement.RATE, all.stream().map(AdverseOperations::view).toList())));
  }

  private static View view(AdverseReport report) {
    return new View(
        report.locality(),
        report.period(),
        report.revision(),
        report.at(),
        report.movements().stream()
            .map(
                one ->
                    new MovementView(
                        one.measure(),
                        one.series(),
                        one.reason().slug(),
                        one.difference(),
                        Optional.ofNullable(one.pValue())))
            .toList());
  }
}
