package org.localityvoice.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.localityvoice.problem.Violation;

/** Writes a refusal as GeoReport v2 wants errors: one for each place that is wrong. */
final class GeoReportErrors {
  private static final XmlDocument XML = new XmlDocument(Map.of("errors", "error"));

  private GeoReportErrors() {}

  static Buffer json(Refusal refusal) {
    return Buffer.buffer(Json.bytes(errors(refusal)));
  }

  static Buffer xml(Refusal refusal) {
    return XML.write("errors", Json.tree(errors(refusal)));
  }

  private static List<GeoReportError> errors(Refusal refusal) {
    if (refusal.faults().isEmpty()) {
      return List.of(new GeoReportError(refusal.status(), refusal.detail()));
    }
    return refusal.faults().stream()
        .map(fault -> new GeoReportError(refusal.status(), place(fault) + fault.detail()))
        .toList();
  }

  private static String place(Refusal.Fault fault) {
    var violation = fault.violation();
    var place =
        violation.in() == Violation.In.BODY && violation.place().startsWith("/")
            ? violation.place().substring(1)
            : violation.place();
    return place.isEmpty() ? "" : place + ": ";
  }

  private record GeoReportError(int code, String description) {}
}
