package org.localityvoice.event;

import java.time.InstantSource;
import java.time.ZoneId;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.locality.Areas;

/** The services of the feature, put together. */
record EventServices(
    EventService events,
    SessionStore sessions,
    SessionService changing,
    NewSessions making,
    SeriesService series,
    BulkService bulk,
    PublishService publishing,
    EventListService lists) {

  static EventServices of(
      EventStore events,
      SessionStore sessions,
      DiaryStore diaries,
      RollStore rollStore,
      EventCatalogues catalogues,
      Areas areas,
      Allotments allotments,
      PublishGate gate,
      InstantSource clock,
      ZoneId zone) {
    var spaces = new Spaces(diaries, sessions, clock);
    var changing = new SessionService(sessions, catalogues, spaces, clock, zone);
    var rolls = new Rolls(rollStore, sessions, clock);
    var making =
        new NewSessions(events, sessions, catalogues, spaces, rolls, changing, clock, zone);
    return new EventServices(
        new EventService(events, catalogues, areas, clock),
        sessions,
        changing,
        making,
        new SeriesService(events, sessions, catalogues, making, clock, zone),
        new BulkService(sessions, changing, zone),
        new PublishService(events, sessions, changing, allotments, gate, clock),
        new EventListService(events, sessions, clock));
  }
}
