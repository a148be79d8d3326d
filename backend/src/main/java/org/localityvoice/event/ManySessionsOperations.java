package org.localityvoice.event;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.EventAccess.Sight;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Handler;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The operations by which partners make, change and cancel many sessions at once. */
final class ManySessionsOperations {
  private final EventServices services;
  private final EventReplies replies;
  private final Messages messages;
  private final Runnable written;

  /**
   * The operations.
   *
   * @param written to be run after a change, so that what follows from it need not wait
   */
  ManySessionsOperations(
      EventServices services, EventReplies replies, Messages messages, Runnable written) {
    this.services = services;
    this.replies = replies;
    this.messages = messages;
    this.written = written;
  }

  void addTo(Api api) {
    api.on("addEventSeries", then(this::series)).on("changeSessions", then(this::changes));
  }

  private Handler then(Handler change) {
    return call -> change.handle(call).onComplete(done -> written.run());
  }

  private Future<Event> managed(Call call) {
    return services.events().managed(call.path("eventId"), call.caller());
  }

  private record Sessions(List<EventViews.SessionView> sessions) {}

  private Future<Reply> series(Call call) {
    var series = call.body(SessionRequests.WholeSeries.class).series();
    return managed(call)
        .compose(event -> services.series().expand(event, series, call.caller()))
        .compose(
            all ->
                replies.ok(
                    call,
                    views ->
                        new Sessions(
                            all.stream().map(one -> views.session(one, Sight.MANAGER)).toList())));
  }

  private Future<Reply> changes(Call call) {
    var body = call.body(SessionRequests.Changes.class);
    var wish = body.wish();
    return managed(call)
        .compose(event -> services.bulk().change(event, body.sessions(), wish, call.caller()))
        .map(verdicts -> verdicts.stream().map(one -> verdict(one, call)).toList())
        .map(verdicts -> Reply.ok(new Verdicts(verdicts)));
  }

  private record VerdictView(
      String session,
      String verdict,
      Optional<String> code,
      Optional<String> detail,
      Optional<List<String>> conflicts) {}

  private record Verdicts(List<VerdictView> verdicts) {}

  private VerdictView verdict(BulkService.Verdict one, Call call) {
    var refusal = one.refusal();
    return new VerdictView(
        one.session(),
        refusal.isPresent() ? "refused" : one.changed() ? "changed" : "unchanged",
        refusal.map(ManySessionsOperations::code),
        refusal.map(problem -> detail(problem, call.language(messages.languages()))),
        refusal.map(Problem::conflicts).filter(ids -> !ids.isEmpty()));
  }

  /** Of bad input, what is wrong; there is one thing only that a session's own state can add. */
  private static String code(Problem problem) {
    return problem.violations().stream().findFirst().map(Violation::code).orElse(problem.code());
  }

  private String detail(Problem problem, String language) {
    return problem.violations().stream()
        .findFirst()
        .map(one -> messages.text(language, "violation." + one.code(), one.arguments()))
        .orElseGet(() -> messages.text(language, "problem." + problem.code(), problem.arguments()));
  }
}
