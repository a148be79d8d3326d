package org.localityvoice.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.event.EventService.Put;
import org.localityvoice.event.NewSessions.Fresh;
import org.localityvoice.http.Json;
import org.localityvoice.identity.Caller;
import org.localityvoice.outbox.Relay;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** What is done about events, by people and by the effects of what they did. */
public final class EventWork {
  private final EventServices services;
  private final ZoneId zone;

  EventWork(EventServices services, ZoneId zone) {
    this.services = services;
    this.zone = zone;
  }

  EventServices services() {
    return services;
  }

  /** What was decided about a whole event is done to each session, until all is done. */
  void connect(Relay relay) {
    var publishing = services.publishing();
    relay
        .deliver(
            EventEffect.PUBLISH, effect -> publishing.publish(EventEffect.read(effect).sessions()))
        .deliver(
            EventEffect.CANCEL, effect -> publishing.cancelSessions(EventEffect.read(effect).id()))
        .deliver(EventEffect.ABOUT, effect -> publishing.refresh(EventEffect.read(effect).id()));
  }

  /**
   * Makes an event with its sessions and publishes it, as a person would with three requests. What
   * was cut off before goes on: the sessions that are missing are made, the others stay as they
   * are. Nothing happens where somebody has published, cancelled or changed the event since.
   *
   * @param content the body of {@code PUT /v1/events/{eventId}}
   * @param sessions bodies of {@code PUT /v1/sessions/{sessionId}}
   * @param caller who manages events there
   */
  public Future<Void> begin(String id, JsonNode content, List<JsonNode> sessions, Caller caller) {
    var wanted = Json.value(content, EventRequests.Content.class).wanted();
    return services
        .events()
        .put(id, wanted, Optional.empty(), caller)
        .map(Put::event)
        .map(Optional::of)
        .recover(EventWork::unlessChanged)
        .compose(
            begun ->
                begun
                    .filter(event -> event.state() == EventState.DRAFT)
                    .map(event -> goOn(event, sessions, caller))
                    .orElseGet(Future::succeededFuture));
  }

  private static Future<Optional<Event>> unlessChanged(Throwable failure) {
    return failure instanceof Problem problem && problem.type() == ProblemType.PRECONDITION_FAILED
        ? Future.succeededFuture(Optional.empty())
        : Future.failedFuture(failure);
  }

  private Future<Void> goOn(Event event, List<JsonNode> sessions, Caller caller) {
    return services
        .sessions()
        .ofEvent(event.id())
        .map(there -> there.stream().map(Session::id).collect(Collectors.toSet()))
        .compose(there -> add(event, sessions, there, caller))
        .compose(added -> services.publishing().publish(event))
        .mapEmpty();
  }

  private Future<Void> add(Event event, List<JsonNode> sessions, Set<String> there, Caller caller) {
    var added = Future.<Void>succeededFuture();
    for (var i = 0; i < sessions.size(); i++) {
      var id = event.id() + "-" + (i + 1);
      if (!there.contains(id)) {
        var plan = Json.value(sessions.get(i), SessionRequests.OneSession.class).plan(zone);
        var fresh = List.of(new Fresh(id, plan));
        added = added.compose(before -> services.making().create(event, fresh, caller).mapEmpty());
      }
    }
    return added;
  }
}
