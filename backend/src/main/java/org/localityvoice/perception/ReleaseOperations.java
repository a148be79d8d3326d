package org.localityvoice.perception;

import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.perception.ReleaseViews.ReleaseView;
import org.localityvoice.problem.Problem;

/** The release operations of the contract. */
final class ReleaseOperations {
  private final ReleaseService service;
  private final RecomputeService recompute;

  ReleaseOperations(ReleaseService service, RecomputeService recompute) {
    this.service = service;
    this.recompute = recompute;
  }

  /** What may be said with a proposal. */
  private record NewRelease(@Nullable String reason) {}

  void addTo(Api api) {
    api.on("listReleases", this::list)
        .on("proposeRelease", this::propose)
        .on("getRelease", this::get)
        .on("getReleaseBreakdowns", this::breakdowns)
        .on("approveRelease", this::approve)
        .on("recomputeRelease", this::recompute);
  }

  private Future<Reply> list(Call call) {
    return service
        .of(call.path("waveId"), call.caller())
        .compose(
            releases ->
                service
                    .questionnaire(call.path("waveId"))
                    .map(form -> Reply.ok(new ReleaseViews(form).of(releases))));
  }

  private Future<Reply> propose(Call call) {
    return service
        .propose(call.path("waveId"), call.caller(), call.idempotencyKey(), reason(call))
        .compose(this::view)
        .map(view -> Reply.created("/v1/releases/" + view.id(), view));
  }

  private static Optional<String> reason(Call call) {
    return call.hasBody()
        ? Optional.ofNullable(call.body(NewRelease.class).reason())
        : Optional.empty();
  }

  private Future<Reply> get(Call call) {
    return service
        .release(call.path("releaseId"), call.caller())
        .compose(this::view)
        .map(Reply::ok);
  }

  private Future<Reply> breakdowns(Call call) {
    return service
        .entry(call.path("releaseId"), call.caller())
        .map(entry -> Reply.ok(BreakdownView.of(entry.orElseThrow(Problem::notFound))));
  }

  private Future<Reply> approve(Call call) {
    return service
        .approve(call.path("releaseId"), call.caller())
        .compose(this::view)
        .map(Reply::ok);
  }

  private Future<Reply> recompute(Call call) {
    return service
        .release(call.path("releaseId"), call.caller())
        .compose(recompute::of)
        .map(Reply::ok);
  }

  private Future<ReleaseView> view(Release release) {
    return service.questionnaire(release.wave()).map(form -> new ReleaseViews(form).of(release));
  }
}
