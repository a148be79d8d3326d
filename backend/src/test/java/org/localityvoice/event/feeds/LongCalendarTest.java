package org.localityvoice.event.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.Events;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.Session;
import org.localityvoice.event.calendar.CalendarEntry;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Partner;
import org.localityvoice.locality.Reporting;
import org.localityvoice.locality.Text;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** A partner with more sessions than a calendar has. */
@ExtendWith(StoreExtension.class)
class LongCalendarTest {
  private static final Instant MONDAY = Instant.parse("2026-12-21T13:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private Events events;

  @BeforeEach
  void seven_sessions(Store store) {
    var mongo = store.connect();
    events = MadeEvents.beside(vertx, mongo, clock);
    var event = MadeEvents.event("feast");
    // Two begin at once, where one batch ends and the next begins.
    var all =
        IntStream.range(0, 7)
            .mapToObj(
                i ->
                    MadeEvents.session(
                        "s" + i, event, MONDAY.plus(Duration.ofDays(i == 2 ? 1 : i)), 20))
            .toArray(Session[]::new);
    MadeEvents.store(vertx, mongo, events, event, all);
  }

  @AfterEach
  void stop() {
    Wait.forResult(vertx.close());
  }

  @Test
  void the_first_ones_are_in_it_each_once() {
    assertThat(calendar(5, 2)).containsExactly("s0", "s1", "s2", "s3", "s4");
    assertThat(calendar(7, 7)).hasSize(7);
    assertThat(calendar(100, 3)).containsExactly("s0", "s1", "s2", "s3", "s4", "s5", "s6");
  }

  private List<String> calendar(int most, int batch) {
    var site = new Site(URI.create("https://voice.example"));
    var feeds = new PublicFeedService(events, site, clock, most, batch);
    var area =
        new Area(
            "town",
            "Town",
            "Europe/London",
            List.of(),
            List.of(
                new Partner("thirteen", "Thirteen", new Text(java.util.Map.of("en", "Homes.")))),
            List.of(),
            Reporting.none());
    var catalogue = Wait.forResult(events.catalogue());
    var wording = new Wording(catalogue, Optional.of(area), Messages.load(), "en");
    return Wait.forResult(feeds.ofPartner("thirteen", wording)).entries().stream()
        .map(CalendarEntry::uid)
        .map(uid -> uid.replaceAll("^session-|@voice.example$", ""))
        .toList();
  }
}
