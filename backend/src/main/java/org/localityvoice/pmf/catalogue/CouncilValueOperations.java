package org.localityvoice.pmf.catalogue;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.pmf.catalogue.CouncilValue.Entry;

/** The operations about figures that staff enter. */
final class CouncilValueOperations {
  private static final String ID = "measureValueId";

  private final CouncilValueService service;

  CouncilValueOperations(CouncilValueService service) {
    this.service = service;
  }

  private record View(
      String id,
      String locality,
      String measure,
      String period,
      int revision,
      double value,
      String source,
      String asOf,
      String state,
      Instant recordedAt,
      String recordedBy,
      Optional<Instant> decidedAt,
      Optional<String> decidedBy) {}

  private record ViewList(List<View> values) {}

  void addTo(Api api) {
    api.on("listMeasureValues", this::list)
        .on("recordMeasureValue", this::record)
        .on("approveMeasureValue", this::approve)
        .on("refuseMeasureValue", this::refuse);
  }

  private Future<Reply> list(Call call) {
    return service
        .of(call.path("localityId"), call.caller())
        .map(
            all -> Reply.ok(new ViewList(all.stream().map(CouncilValueOperations::view).toList())));
  }

  private Future<Reply> record(Call call) {
    return service
        .record(call.path("localityId"), call.body(Entry.class), call.caller())
        .map(made -> Reply.json(201, view(made)));
  }

  private Future<Reply> approve(Call call) {
    return service.approve(call.path(ID), call.caller()).map(value -> Reply.ok(view(value)));
  }

  private Future<Reply> refuse(Call call) {
    return service.refuse(call.path(ID), call.caller()).map(value -> Reply.ok(view(value)));
  }

  private static View view(CouncilValue value) {
    return new View(
        value.id(),
        value.locality(),
        value.measure(),
        value.period(),
        value.revision(),
        value.value(),
        value.source(),
        value.asOf(),
        value.state().slug(),
        value.recordedAt(),
        value.recordedBy(),
        Optional.ofNullable(value.decidedAt()),
        Optional.ofNullable(value.decidedBy()));
  }
}
