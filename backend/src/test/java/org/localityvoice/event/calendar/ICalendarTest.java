package org.localityvoice.event.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** A calendar says exactly this, and two other people's libraries read it so. */
class ICalendarTest {
  private static final CalendarEntry CANCELLED =
      new CalendarEntry(
          CalendarEntry.uid("s-7", "voice.example"),
          3,
          Instant.parse("2026-07-02T10:00:00Z"),
          Instant.parse("2026-10-25T00:30:00Z"),
          Instant.parse("2026-10-25T01:30:00Z"),
          CalendarEntry.Status.CANCELLED,
          true,
          "pl",
          "Gry; zabawy, śpiew",
          "",
          "",
          Optional.empty(),
          Optional.empty(),
          List.of());

  private static final CalendarFeed FEED =
      Sample.feed(
          Sample.feed(
                  "Football, and lunch; free \\o/",
                  "Bring a coat.\nLunch is cooked: żurek, naleśników dość, and tea for everybody.",
                  List.of("Sport", "Food, free"))
              .entries()
              .get(0),
          CANCELLED);

  @Test
  void a_calendar_is_these_bytes() {
    assertThat(new String(ICalendar.write(FEED), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Locality Voice//Events//EN
            UID:events-riverside@voice.example
            LAST-MODIFIED:20260702T100000Z
            NAME;LANGUAGE=en:Events in Riverside
            X-WR-CALNAME:Events in Riverside
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            SOURCE;VALUE=URI:https://voice.example/v1/localities/riverside/events.ics
            BEGIN:VEVENT
            UID:session-s-1@voice.example
            DTSTAMP:20260701T081530Z
            LAST-MODIFIED:20260701T081530Z
            SEQUENCE:2
            DTSTART:20260728T090000Z
            DTEND:20260728T130000Z
            STATUS:CONFIRMED
            TRANSP:TRANSPARENT
            SUMMARY;LANGUAGE=en:Football\\, and lunch\\; free \\\\o/
            DESCRIPTION;LANGUAGE=en:Bring a coat.\\nLunch is cooked: żurek\\, naleśnik
             ów dość\\, and tea for everybody.
            LOCATION:Football\\, and lunch\\; free \\\\o/
            GEO:52.500000;-1.250000
            URL:https://voice.example/v1/events/e-1
            CATEGORIES;LANGUAGE=en:Sport,Food\\, free
            END:VEVENT
            BEGIN:VEVENT
            UID:session-s-7@voice.example
            DTSTAMP:20260702T100000Z
            LAST-MODIFIED:20260702T100000Z
            SEQUENCE:3
            DTSTART:20261025T003000Z
            DTEND:20261025T013000Z
            STATUS:CANCELLED
            TRANSP:TRANSPARENT
            SUMMARY;LANGUAGE=pl:Gry\\; zabawy\\, śpiew
            END:VEVENT
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void ical4j_reads_it_and_finds_no_fault() {
    var calendar = Readers.ical4j(ICalendar.write(FEED));
    assertThat(calendar.validate(true).getEntries()).isEmpty();
    var events = calendar.<VEvent>getComponents();
    assertThat(events).hasSize(2);
    var first = events.get(0);
    assertThat(Instant.from(first.getDateTimeStart().getDate()))
        .isEqualTo(Instant.parse("2026-07-28T09:00:00Z"));
    assertThat(first.getRequiredProperty("GEO").getValue()).isEqualTo("52.500000;-1.250000");
    assertThat(first.getRequiredProperty("SEQUENCE").getValue()).isEqualTo("2");
    // The hour that the clocks repeat is plain in UTC.
    assertThat(Instant.from(events.get(1).getDateTimeEnd().getDate()))
        .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
  }

  @Test
  void biweekly_reads_it_and_has_nothing_to_warn_of() {
    var calendar = Readers.biweekly(ICalendar.write(FEED));
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0).getWarnings()).isEmpty();
    assertThat(calendar.getRefreshInterval().getValue().toString()).isEqualTo("PT1H");
    assertThat(calendar.getSource().getValue()).endsWith("/riverside/events.ics");
    assertThat(calendar.getNames().get(0).getValue()).isEqualTo("Events in Riverside");
    var first = calendar.getEvents().get(0);
    assertThat(first.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-07-28T09:00:00Z"));
    assertThat(first.getLastModified().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-07-01T08:15:30Z"));
    assertThat(first.getSummary().getLanguage()).isEqualTo("en");
    assertThat(first.getUrl().getValue()).isEqualTo("https://voice.example/v1/events/e-1");
    assertThat(calendar.getEvents().get(1).getStatus().isCancelled()).isTrue();
  }

  @Test
  void the_readers_do_find_faults() {
    // The control: without its stamp an event is refused by both.
    var without =
        new String(ICalendar.write(FEED), StandardCharsets.UTF_8)
            .replaceAll("DTSTAMP:[^\r]+\r\n", "")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(Readers.ical4j(without).validate(true).getEntries()).isNotEmpty();
    assertThat(Readers.biweekly(without).validate(biweekly.ICalVersion.V2_0).getWarnings())
        .isNotEmpty();
  }

  @Test
  void an_empty_calendar_is_one_too() {
    var empty = ICalendar.write(Sample.feed());
    assertThat(Readers.read(empty)).isEmpty();
    assertThat(Readers.ical4j(empty).validate(true).getEntries()).isEmpty();
    assertThat(new String(empty, StandardCharsets.UTF_8)).doesNotContain("LAST-MODIFIED");
  }

  @Test
  void addresses_and_languages_cannot_bring_lines_of_their_own() {
    var feed = Sample.feed("", "", List.of());
    assertThat(
            new CalendarFeed(
                feed.uid(),
                "en\r\nX-EVIL:1",
                feed.name(),
                "",
                Optional.empty(),
                feed.refresh(),
                List.of()))
        .satisfies(
            evil ->
                assertThatThrownBy(() -> ICalendar.write(evil))
                    .isInstanceOf(IllegalArgumentException.class));
    assertThatThrownBy(() -> new ContentLines().line("URL", "https://a.example/\r\nX-EVIL:1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> URI.create("https://a.example/\r\nX-EVIL:1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
