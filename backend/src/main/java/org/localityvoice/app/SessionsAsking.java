package org.localityvoice.app;

import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.people.Collecting;

/** What sessions ask of those who come, by what their events declare. */
final class SessionsAsking implements Collecting {
  private final Events events;

  SessionsAsking(Events events) {
    this.events = events;
  }

  @Override
  public Future<Optional<Asked>> of(String session) {
    return events
        .session(session)
        .compose(
            found ->
                found
                    .filter(Session::listed)
                    .map(this::asked)
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<Asked>> asked(Session session) {
    return events
        .event(session.eventId())
        .map(
            found ->
                found.map(
                    event ->
                        new Asked(
                            event.programme().collects(),
                            session.endsAt(),
                            session.status() == SessionStatus.CANCELLED)));
  }
}
