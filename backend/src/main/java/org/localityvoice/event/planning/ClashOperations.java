package org.localityvoice.event.planning;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Json;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.PlainText;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** The operations on clashes. */
final class ClashOperations {
  private static final int USUAL_PAGE = 50;

  private final ClashService service;

  ClashOperations(ClashService service) {
    this.service = service;
  }

  void addTo(Api api) {
    api.on("listEventClashes", this::list)
        .on("getEventClash", this::get)
        .on("answerEventClash", this::answer)
        .on("answerEventClashes", this::answerMany)
        .on("decideEventClash", this::decide);
  }

  private record NewAnswer(
      int round,
      String session,
      String resolution,
      Optional<String> into,
      Optional<String> reason) {
    Asked asked() {
      return new Asked(round, Resolution.of(resolution), into, plain(reason));
    }
  }

  private record ManyAnswers(List<OneOfMany> answers) {}

  private record OneOfMany(
      String clash,
      int round,
      String session,
      String resolution,
      Optional<String> into,
      Optional<String> reason) {
    Asked asked() {
      return new Asked(round, Resolution.of(resolution), into, plain(reason));
    }
  }

  private record NewDecision(
      int round, String resolution, Optional<String> givesWay, Optional<String> reason) {
    Asked asked() {
      return new Asked(round, Resolution.of(resolution), givesWay, plain(reason));
    }
  }

  private static Optional<String> plain(Optional<String> text) {
    return text.map(PlainText::of).filter(one -> !one.isEmpty());
  }

  private Future<Reply> list(Call call) {
    var limit = call.number("limit", USUAL_PAGE);
    var what =
        new ClashService.Listed(
            call.path("localityId"),
            ClashState.of(call.query("state").orElse(ClashState.OPEN.slug())),
            call.query("pair"),
            call.query("after").map(ListMark::read),
            limit);
    return service
        .list(what, call.caller())
        .map(
            page -> {
              var next =
                  page.size() < limit
                      ? Optional.<String>empty()
                      : Optional.of(page.get(page.size() - 1).mark().text());
              return Reply.ok(
                  new ClashViews.ClashList(page.stream().map(ClashViews::clash).toList(), next));
            });
  }

  private Future<Reply> get(Call call) {
    return service
        .find(call.path("clashId"), call.caller())
        .map(clash -> Reply.tagged(ClashViews.clash(clash)));
  }

  private Future<Reply> answer(Call call) {
    var body = call.body(NewAnswer.class);
    return service
        .answer(
            call.path("clashId"),
            body.session(),
            body.asked(),
            request(call, "answer"),
            call.caller())
        .map(clash -> Reply.ok(ClashViews.clash(clash)));
  }

  private Future<Reply> answerMany(Call call) {
    var results = Future.succeededFuture(List.<ClashViews.ResultView>of());
    for (var one : call.body(ManyAnswers.class).answers()) {
      results =
          results.compose(
              before ->
                  answerOne(call, one)
                      .map(result -> Stream.concat(before.stream(), Stream.of(result)).toList()));
    }
    return results.map(all -> Reply.ok(new ClashViews.ResultList(all)));
  }

  /** Each by itself: what one is refused for is told, and stops no other. */
  private Future<ClashViews.ResultView> answerOne(Call call, OneOfMany one) {
    var request =
        new Clash.Applied(
            DerivedId.of(call.caller().uid(), "answers", call.idempotencyKey(), one.clash()),
            DerivedId.of(Json.canonical(Json.tree(one))));
    return Future.succeededFuture()
        .compose(
            go -> service.answer(one.clash(), one.session(), one.asked(), request, call.caller()))
        .map(ClashViews::answered)
        .recover(
            failure ->
                failure instanceof Problem problem && problem.type() != ProblemType.UNAVAILABLE
                    ? Future.succeededFuture(ClashViews.refused(one.clash(), problem.code()))
                    : Future.failedFuture(failure));
  }

  private Future<Reply> decide(Call call) {
    return service
        .decide(
            call.path("clashId"),
            call.body(NewDecision.class).asked(),
            request(call, "decision"),
            call.caller())
        .map(clash -> Reply.ok(ClashViews.clash(clash)));
  }

  private static Clash.Applied request(Call call, String what) {
    return new Clash.Applied(
        DerivedId.of(call.caller().uid(), what, call.idempotencyKey()),
        DerivedId.of(Json.canonical(call.body(JsonNode.class))));
  }
}
