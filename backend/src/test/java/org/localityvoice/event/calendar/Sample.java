package org.localityvoice.event.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Feeds to test with. */
final class Sample {
  private Sample() {}

  /** A feed with one session of these texts. */
  static CalendarFeed feed(String title, String description, List<String> categories) {
    return feed(
        new CalendarEntry(
            CalendarEntry.uid("s-1", "voice.example"),
            2,
            Instant.parse("2026-07-01T08:15:30.123Z"),
            Instant.parse("2026-07-28T09:00:00Z"),
            Instant.parse("2026-07-28T13:00:00Z"),
            CalendarEntry.Status.CONFIRMED,
            false,
            "en",
            title,
            description,
            title,
            Optional.of(new CalendarEntry.Place(52.5, -1.25)),
            Optional.of(URI.create("https://voice.example/v1/events/e-1")),
            categories));
  }

  static CalendarFeed feed(CalendarEntry... entries) {
    return new CalendarFeed(
        "events-riverside@voice.example",
        "en",
        "Events in Riverside",
        "",
        Optional.of(URI.create("https://voice.example/v1/localities/riverside/events.ics")),
        Duration.ofHours(1),
        List.of(entries));
  }
}
