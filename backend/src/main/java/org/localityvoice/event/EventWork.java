package org.localityvoice.event;

import org.localityvoice.outbox.Relay;

/** What is done about events, by people and by the effects of what they did. */
public final class EventWork {
  private final EventServices services;

  EventWork(EventServices services) {
    this.services = services;
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
}
