package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.EventAccess.Sight;
import org.localityvoice.event.NewSessions.Fresh;
import org.localityvoice.event.SessionService.Put;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Handler;
import org.localityvoice.http.Preconditions;
import org.localityvoice.http.Reply;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** The operations by which partners make events. */
final class StaffEventOperations {
  private static final String EVENT = "eventId";

  private final EventServices services;
  private final EventReplies replies;
  private final ZoneId zone;
  private final Runnable written;

  /**
   * The operations.
   *
   * @param written to be run after a change, so that what follows from it need not wait
   */
  StaffEventOperations(
      EventServices services, EventReplies replies, ZoneId zone, Runnable written) {
    this.services = services;
    this.replies = replies;
    this.zone = zone;
    this.written = written;
  }

  void addTo(Api api) {
    api.on("putEvent", then(this::put))
        .on("putSession", then(this::session))
        .on("publishEvent", then(this::publish))
        .on("cancelEvent", then(this::cancel));
  }

  private Handler then(Handler change) {
    return call -> change.handle(call).onComplete(done -> written.run());
  }

  private Future<Reply> put(Call call) {
    var wanted = call.body(EventRequests.Content.class).wanted();
    return services
        .events()
        .put(call.path(EVENT), wanted, Preconditions.seen(call), call.caller())
        .compose(put -> event(call, put.event(), put.created()));
  }

  private Future<Reply> event(Call call, Event event, boolean created) {
    return services
        .lists()
        .event(event.id(), call.holder())
        .compose(
            seen ->
                replies.edition(
                    call,
                    created,
                    event.edition(),
                    views -> views.event(event, seen.sessions(), seen.sight())));
  }

  private Future<Event> managed(Call call) {
    return services.events().managed(call.path(EVENT), call.caller());
  }

  private Future<Reply> publish(Call call) {
    return managed(call)
        .compose(services.publishing()::publish)
        .compose(event -> event(call, event, false));
  }

  private Future<Reply> cancel(Call call) {
    return managed(call)
        .compose(services.publishing()::cancel)
        .compose(event -> event(call, event, false));
  }

  private Future<Reply> session(Call call) {
    var body = call.body(SessionRequests.OneSession.class);
    var plan = body.plan(zone);
    var seen = Preconditions.seen(call);
    return services
        .events()
        .managed(body.event(), call.caller())
        .compose(event -> put(event, call.path("sessionId"), plan, seen, call))
        .compose(
            put ->
                replies.edition(
                    call,
                    put.created(),
                    put.session().edition(),
                    views -> views.session(put.session(), Sight.MANAGER)));
  }

  private Future<Put> put(Event event, String id, Plan plan, Optional<Long> seen, Call call) {
    return services
        .sessions()
        .find(id)
        .compose(
            found -> {
              found.filter(one -> !one.eventId().equals(event.id())).ifPresent(this::notThis);
              if (seen.isPresent()) {
                return services.changing().change(id, one -> plan, seen, call.caller(), "");
              }
              return found.isPresent()
                  ? Future.succeededFuture(same(found.get(), plan))
                  : make(event, id, plan, call);
            });
  }

  private Future<Put> make(Event event, String id, Plan plan, Call call) {
    return services
        .making()
        .create(event, List.of(new Fresh(id, plan)), call.caller())
        .compose(
            made ->
                services
                    .sessions()
                    .find(id)
                    .map(
                        found -> {
                          var session = found.orElseThrow();
                          return made.contains(id)
                              ? new Put(session, true, true)
                              : same(event, session, plan);
                        }));
  }

  /** Somebody else was faster with that id: it is our own retry, or another session. */
  private static Put same(Event event, Session found, Plan plan) {
    if (!found.eventId().equals(event.id())) {
      throw Problem.notFound();
    }
    return same(found, plan);
  }

  /** Another event's session is not there for whoever asks about this event's. */
  private void notThis(Session session) {
    throw Problem.notFound();
  }

  private static Put same(Session found, Plan plan) {
    if (!found.plan().equals(plan)) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    return new Put(found, false, false);
  }
}
