package org.localityvoice.survey;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;

/** The operations of planned waves: plan, meter and codes. */
final class PlanOperations {
  private final PlanService plans;
  private final CodeService codes;
  private final Waves waves;
  private final Messages messages;

  private record NewWave(String id, SentPlan plan) {}

  private record CodeOrder(String use, int count) {}

  private record Codes(String use, List<String> codes) {}

  private record Code(String code) {}

  PlanOperations(PlanService plans, CodeService codes, Waves waves, Messages messages) {
    this.plans = plans;
    this.codes = codes;
    this.waves = waves;
    this.messages = messages;
  }

  void addTo(Api api) {
    api.on("planWave", this::plan)
        .on("getWavePlan", this::get)
        .on("changeWavePlan", this::change)
        .on("getRepresentativeness", this::meter)
        .on("printCodes", this::print)
        .on("redeemCode", this::redeem)
        .on("keyPaperForm", this::paper);
  }

  private Future<Reply> plan(Call call) {
    var sent = call.body(NewWave.class);
    return plans
        .plan(call.path("localityId"), sent.id(), sent.plan(), call.caller())
        .map(planned -> reply(call, 201, planned).with("Location", "/v1/waves/" + sent.id()));
  }

  private Future<Reply> get(Call call) {
    return plans.plan(call.path("waveId"), call.caller()).map(planned -> reply(call, 200, planned));
  }

  private Future<Reply> change(Call call) {
    var tag = call.header("If-Match").orElseThrow().replace("\"", "");
    return plans
        .change(call.path("waveId"), Long.parseLong(tag), call.body(SentPlan.class), call.caller())
        .map(planned -> reply(call, 200, planned));
  }

  private Reply reply(Call call, int status, PlanService.Planned planned) {
    var view = views(call).plan(planned, waves.today(), waves.zone());
    return Reply.json(status, view)
        .with("ETag", '"' + String.valueOf(planned.wave().version()) + '"')
        .with("Vary", "Accept-Language");
  }

  private Future<Reply> meter(Call call) {
    return plans
        .meter(call.path("waveId"), call.caller())
        .map(metered -> Reply.ok(views(call).meter(metered)).with("Vary", "Accept-Language"));
  }

  private PlanViews views(Call call) {
    return new PlanViews(messages, call.language(messages.languages()));
  }

  private Future<Reply> print(Call call) {
    var order = call.body(CodeOrder.class);
    return codes
        .print(
            call.path("waveId"),
            CodeUse.of(order.use()),
            order.count(),
            call.idempotencyKey(),
            call.caller())
        .map(made -> Reply.json(201, new Codes(order.use(), made)));
  }

  private Future<Reply> redeem(Call call) {
    return codes
        .redeem(call.path("waveId"), call.body(Code.class).code())
        .map(ballot -> Reply.json(201, Map.of("ballot", ballot)));
  }

  private Future<Reply> paper(Call call) {
    return codes
        .paper(call.path("waveId"), call.body(Code.class).code(), call.caller())
        .map(ballot -> Reply.json(201, Map.of("ballot", ballot)));
  }
}
