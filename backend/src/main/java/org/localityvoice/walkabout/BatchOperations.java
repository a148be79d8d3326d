package org.localityvoice.walkabout;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.ContractSchema;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Violation;

/** The operation by which devices send what they have noted. */
final class BatchOperations {
  private final BatchService service;
  private final List<BatchKind> keepers;
  private final Messages messages;
  private final Runnable written;

  /**
   * The operation.
   *
   * @param written to be run after a change, so that what follows from it need not wait
   */
  BatchOperations(
      BatchService service, List<BatchKind> keepers, Messages messages, Runnable written) {
    this.service = service;
    this.keepers = List.copyOf(keepers);
    this.messages = messages;
    this.written = written;
  }

  private record Body(JsonNode items) {}

  private record FaultView(String pointer, String detail) {}

  private record VerdictView(
      Optional<String> id,
      String verdict,
      boolean settled,
      Optional<String> parent,
      Optional<List<FaultView>> errors) {}

  private record All(List<VerdictView> items) {}

  void addTo(Api api) {
    Map<String, ContractSchema> schemas = new HashMap<>();
    schemas.put(BatchItem.REMOVE, api.schema("WalkaboutRemoveItem"));
    keepers.forEach(
        keeper -> keeper.schemas().forEach((kind, name) -> schemas.put(kind, api.schema(name))));
    var reader = new BatchReader(schemas);
    api.on("sendWalkaboutBatch", call -> take(call, reader));
  }

  private Future<Reply> take(Call call, BatchReader reader) {
    var sent = reader.read(call.body(Body.class).items());
    var twofold = BatchReader.twofold(sent);
    var certain = new HashMap<Integer, Verdict>();
    var items = new TreeMap<Integer, BatchItem>();
    for (var i = 0; i < sent.size(); i++) {
      var one = sent.get(i);
      if (one.item().isEmpty()) {
        certain.put(i, Verdict.invalid(one.faults()));
      } else if (twofold.contains(one.item().get().id())) {
        certain.put(i, BatchService.twofold());
      } else {
        items.put(i, one.item().get());
      }
    }
    return service
        .take(items, call.caller())
        .onComplete(done -> written.run())
        .map(
            verdicts -> {
              certain.putAll(verdicts);
              var language = call.language(messages.languages());
              var views = new ArrayList<VerdictView>();
              for (var i = 0; i < sent.size(); i++) {
                views.add(view(sent.get(i), certain.get(i), language));
              }
              return Reply.ok(new All(views));
            });
  }

  private VerdictView view(
      BatchReader.Sent sent, @org.jspecify.annotations.Nullable Verdict told, String language) {
    var verdict = java.util.Objects.requireNonNull(told, "every item has a verdict");
    var faults = verdict.faults().stream().map(one -> fault(one, language)).toList();
    return new VerdictView(
        sent.id(),
        verdict.kind().wire(),
        verdict.settled(),
        verdict.parent(),
        faults.isEmpty() ? Optional.empty() : Optional.of(faults));
  }

  private FaultView fault(Violation one, String language) {
    return new FaultView(
        "#" + one.place(), messages.text(language, "violation." + one.code(), one.arguments()));
  }
}
