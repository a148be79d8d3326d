package org.localityvoice.event;

import java.util.List;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;

/**
 * What follows from a change of an event or a session. An effect names what has changed, and not
 * how: whoever carries it out reads that anew, so a late one does no harm.
 *
 * @param id of the event or session
 * @param sessions that are to be published; otherwise empty
 */
record EventEffect(String id, List<String> sessions) {
  static final String SESSION = "event.session";
  static final String PUBLISH = "event.publish";
  static final String CANCEL = "event.cancel";
  static final String ABOUT = "event.about";

  EventEffect {
    sessions = List.copyOf(sessions);
  }

  static EventEffect read(Outgoing effect) {
    return Json.value(effect.payload(), EventEffect.class);
  }

  static Outgoing ofSession(String id, long version) {
    return new EventEffect(id, List.of()).outgoing(SESSION, version);
  }

  Outgoing outgoing(String kind, long version) {
    return new Outgoing(id + ":" + kind + ":" + version, kind, Json.text(this));
  }
}
