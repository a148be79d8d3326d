package org.localityvoice.walkabout.finding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.walkabout.grading.FindingMove;
import org.localityvoice.walkabout.grading.FindingState;
import org.localityvoice.walkabout.grading.Grade;

/** The operations on findings. */
final class FindingOperations {
  private static final int USUAL_PAGE = 50;
  private static final String ID = "findingId";

  private final FindingService service;
  private final FindingPhotos photos;
  private final Confirming confirming;
  private final InstantSource clock;

  FindingOperations(
      FindingService service, FindingPhotos photos, Confirming confirming, InstantSource clock) {
    this.service = service;
    this.photos = photos;
    this.confirming = confirming;
    this.clock = clock;
  }

  private record MoveBody(
      String move,
      long edition,
      Optional<String> owner,
      Optional<String> after,
      Optional<String> photo) {
    FindingService.Wanted wanted() {
      return new FindingService.Wanted(
          FindingMove.of(move).orElseThrow(), edition, owner, after.flatMap(Grade::of), photo);
    }
  }

  private record SeenBody(String after, Optional<String> photo) {}

  private record TakenView(int findings) {}

  void addTo(Api api) {
    api.on("listFindings", this::list)
        .on("getFinding", this::get)
        .on("moveFinding", this::move)
        .on("verifyFinding", this::verify)
        .on("putFindingPhoto", this::photo)
        .on("getFindingPhoto", this::picture);
  }

  private Future<Reply> list(Call call) {
    var limit = call.number("limit", USUAL_PAGE);
    var wanted =
        new FindingStore.Wanted(
            call.path("localityId"),
            call.query("state").flatMap(FindingState::of).map(Enum::name),
            call.query("element"),
            call.query("owner"),
            call.flag("overdue") ? Optional.of(clock.instant()) : Optional.empty());
    return service
        .list(wanted, call.query("after").map(FindingOperations::mark), limit + 1, call.caller())
        .map(
            found -> {
              var page = found.subList(0, Math.min(limit, found.size()));
              var next =
                  found.size() > limit
                      ? Optional.of(text(page.get(page.size() - 1)))
                      : Optional.<String>empty();
              return Reply.ok(new FindingViews.Page(page.stream().map(this::view).toList(), next));
            });
  }

  private FindingViews.FindingView view(Finding one) {
    return FindingViews.finding(one, Optional.empty(), clock.instant());
  }

  private static String text(Finding last) {
    return Math.max(0, java.util.Objects.requireNonNull(last.seenAt()).toEpochMilli())
        + "_"
        + last.id();
  }

  private static FindingStore.Mark mark(String text) {
    var split = text.indexOf('_');
    try {
      return new FindingStore.Mark(
          Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, split)))),
          text.substring(split + 1));
    } catch (NumberFormatException e) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
    }
  }

  private Future<Reply> get(Call call) {
    return service
        .find(call.path(ID), call.caller())
        .compose(
            one ->
                confirming
                    .state(one)
                    .map(state -> Reply.ok(FindingViews.finding(one, state, clock.instant()))));
  }

  private Reply reply(Finding one) {
    return Reply.ok(view(one));
  }

  private Future<Reply> move(Call call) {
    return service
        .move(call.path(ID), call.body(MoveBody.class).wanted(), call.caller())
        .map(this::reply);
  }

  private Future<Reply> verify(Call call) {
    var body = call.body(SeenBody.class);
    var after = Grade.of(body.after()).orElseThrow();
    return service
        .verify(call.path(ID), after, body.photo(), call.caller())
        .map(one -> Reply.ok(new FindingViews.VerifiedView(one.id(), one.state().wire())));
  }

  private Future<Reply> photo(Call call) {
    return photos
        .put(call.path("walkaboutId"), call.path("sha256"), call.bytes(), call.caller())
        .map(count -> Reply.ok(new TakenView(count)));
  }

  private Future<Reply> picture(Call call) {
    return service
        .find(call.path(ID), call.caller())
        .compose(one -> photos.picture(one, call.path("sha256")))
        .map((Buffer bytes) -> Reply.of("image/jpeg", bytes).with("Cache-Control", "no-store"));
  }
}
