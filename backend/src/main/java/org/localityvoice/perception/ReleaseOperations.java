package org.localityvoice.perception;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.problem.Problem;

/** The release operations of the contract. */
final class ReleaseOperations {
  private final ReleaseService service;
  private final RecomputeService recompute;

  ReleaseOperations(ReleaseService service, RecomputeService recompute) {
    this.service = service;
    this.recompute = recompute;
  }

  private record ReleaseView(
      String id,
      String wave,
      String locality,
      int revision,
      String state,
      Instant proposedAt,
      String proposedBy,
      Optional<Instant> approvedAt,
      Optional<String> approvedBy,
      String method,
      String cellDigest,
      Optional<Basis> basis,
      List<ObservationView> observations) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record ObservationView(
      String measureId,
      String seriesId,
      String theme,
      String direction,
      String unit,
      String status,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String suppressionReason,
      @Nullable Double estimate,
      @Nullable Double ciLow,
      @Nullable Double ciHigh,
      @Nullable Integer baseValid,
      @Nullable Double se,
      @Nullable Integer effectiveBase,
      @Nullable Double designEffect,
      Observation.@Nullable Move change,
      List<String> caveats) {}

  private record ReleaseList(List<ReleaseView> releases) {}

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
        .map(
            releases ->
                Reply.ok(new ReleaseList(releases.stream().map(ReleaseOperations::view).toList())));
  }

  private Future<Reply> propose(Call call) {
    return service
        .propose(call.path("waveId"), call.caller(), call.idempotencyKey())
        .map(release -> Reply.created("/v1/releases/" + release.id(), view(release)));
  }

  private Future<Reply> get(Call call) {
    return service
        .release(call.path("releaseId"), call.caller())
        .map(release -> Reply.ok(view(release)));
  }

  private Future<Reply> breakdowns(Call call) {
    return service
        .entry(call.path("releaseId"), call.caller())
        .map(entry -> Reply.ok(BreakdownView.of(entry.orElseThrow(Problem::notFound))));
  }

  private Future<Reply> approve(Call call) {
    return service
        .approve(call.path("releaseId"), call.caller())
        .map(release -> Reply.ok(view(release)));
  }

  private Future<Reply> recompute(Call call) {
    return service
        .release(call.path("releaseId"), call.caller())
        .compose(recompute::of)
        .map(Reply::ok);
  }

  private static ReleaseView view(Release release) {
    return new ReleaseView(
        release.id(),
        release.wave(),
        release.locality(),
        release.revision(),
        release.state().name().toLowerCase(Locale.ROOT),
        release.proposedAt(),
        release.proposedBy(),
        Optional.ofNullable(release.approvedAt()),
        Optional.ofNullable(release.approvedBy()),
        release.figures().method() + " " + release.figures().methodVersion(),
        release.figures().cellDigest(),
        Optional.ofNullable(release.figures().basis()),
        release.figures().observations().stream()
            .map(
                seen ->
                    new ObservationView(
                        seen.measureId(),
                        seen.seriesId(),
                        seen.theme(),
                        seen.direction(),
                        seen.unit(),
                        seen.status(),
                        seen.suppressionReason(),
                        seen.estimate(),
                        seen.ciLow(),
                        seen.ciHigh(),
                        seen.baseValid(),
                        seen.se(),
                        seen.effectiveBase(),
                        seen.designEffect(),
                        seen.change(),
                        seen.caveats()))
            .toList());
  }
}
