package org.localityvoice.event.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.calendar.Readers;

/** Calendars as two other people's libraries read them from a server. */
final class Calendars {
  private Calendars() {}

  /** A calendar that both read alike and find no fault with, written as the format demands. */
  static List<Readers.Found> read(Answer answer) {
    var stream = stream(answer);
    assertThat(Readers.ical4j(stream).validate(true).getEntries()).isEmpty();
    var found = Readers.read(stream);
    if (!found.isEmpty()) {
      // To biweekly a time zone is no component, so it warns of a calendar without sessions.
      assertThat(Readers.biweekly(stream).validate(biweekly.ICalVersion.V2_0).getWarnings())
          .isEmpty();
    }
    assertThat(answer.text()).endsWith("\r\n");
    assertThat(Arrays.stream(answer.text().split("\r\n")))
        .noneMatch(line -> line.contains("\n") || line.contains("\r"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    return found;
  }

  /** The ids of the sessions in a calendar. */
  static List<String> sessions(Answer answer) {
    return read(answer).stream()
        .map(found -> found.uid().replaceAll("^session-|@localhost$", ""))
        .toList();
  }

  /** The very session in a calendar, with its details. */
  static VEvent event(Answer answer, String session) {
    assertThat(sessions(answer)).contains(session);
    return Readers.biweekly(stream(answer)).getEvents().stream()
        .filter(event -> event.getUid().getValue().equals(uid(session)))
        .findFirst()
        .orElseThrow();
  }

  static String uid(String session) {
    return "session-" + session + "@localhost";
  }

  static Answer newport(Town town) {
    return town.nobody().gets("/v1/localities/newport/events.ics");
  }

  private static byte[] stream(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/calendar; charset=utf-8");
    return answer.text().getBytes(StandardCharsets.UTF_8);
  }
}
