package org.localityvoice.event.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.EventTowns.content;
import static org.localityvoice.event.EventTowns.drafted;
import static org.localityvoice.event.EventTowns.edits;
import static org.localityvoice.event.EventTowns.planned;
import static org.localityvoice.event.EventTowns.published;
import static org.localityvoice.event.EventTowns.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.event.calendar.Readers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What is on, in everybody's calendar program. */
@ExtendWith(StoreExtension.class)
class PublicFeedsTest {
  private static final String PARTNER = "/v1/partners/thirteen/events.ics";
  private static Town town;

  @BeforeAll
  static void open(Store store, @TempDir Path folder) {
    town = Town.on(store, folder, Map.of());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void a_session_says_what_where_and_when_in_the_language_asked_for() {
    var english = "Games, crafts; and “żurek” \\o/ for everybody: " + "👩‍👧 漢字 ".repeat(8).strip();
    var polish = "Gry, zabawy; i żurek — " + "zażółć gęślą jaźń ".repeat(3).strip();
    var event = drafted(town, "title", Map.of("en", english, "pl", polish));
    var winter = planned(town, event, "2027-02-01T10:00");
    var summer = planned(town, event, "2027-07-01T10:00");
    assertThat(Calendars.sessions(Calendars.newport(town))).as("drafts").doesNotContain(winter);
    published(town, event);
    var answer = Calendars.newport(town);
    assertThat(Calendars.read(answer))
        .contains(
            new Readers.Found(
                Calendars.uid(winter),
                english,
                "For ages 6 to 10. By Thirteen Housing.",
                venue("Main hall"),
                List.of("Holiday club with a meal")));
    assertThat(Calendars.event(answer, winter).getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2027-02-01T10:00:00Z"));
    assertThat(Calendars.event(answer, summer).getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2027-07-01T09:00:00Z"));
    assertThat(answer.text()).contains("DTSTART:20270701T090000Z\r\n").doesNotContain("RRULE");
    assertThat(answer.text()).contains("NAME;LANGUAGE=en:Events in Newport\r\n");

    var pl = town.nobody().gets("/v1/localities/newport/events.ics?lang=pl");
    assertThat(Calendars.event(pl, winter).getSummary().getValue()).isEqualTo(polish);
    assertThat(Calendars.event(pl, winter).getSummary().getLanguage()).isEqualTo("pl");
    assertThat(Calendars.event(pl, winter).getLocation().getValue()).isEqualTo(venue("Duża sala"));
    var header =
        town.nobody().gets("/v1/localities/newport/events.ics", "Accept-Language", "pl, en;q=0.5");
    assertThat(header.text()).isEqualTo(pl.text());
  }

  private static String venue(String space) {
    var hub = town.nobody().gets("/v1/event-venues").json().path("venues");
    for (var venue : hub) {
      if (venue.path("id").asText().equals("newport-hub")) {
        return "Newport Hub, " + space + ", " + venue.path("address").asText();
      }
    }
    throw new AssertionError("no hub");
  }

  @Test
  void a_session_that_moves_stays_the_same_one_and_its_sequence_grows() {
    var event = drafted(town);
    var id = planned(town, event, "2027-02-02T10:00");
    published(town, event);
    var first = Calendars.newport(town);
    assertThat(Calendars.event(first, id).getSequence().getValue()).isZero();
    town.clock().advance(Duration.ofMinutes(1));
    assertThat(
            edits(town.as("theo"), "/v1/sessions/" + id, session(event, "2027-02-02T14:00"), 2)
                .status())
        .isEqualTo(200);
    town.works();
    var moved = Calendars.event(Calendars.newport(town), id);
    assertThat(moved.getSequence().getValue()).isEqualTo(1);
    assertThat(moved.getDateEnd().getValue().toInstant())
        .isEqualTo(Instant.parse("2027-02-02T16:00:00Z"));
    assertThat(moved.getLastModified().getValue())
        .isAfter(Calendars.event(first, id).getLastModified().getValue());

    // Another name moves nobody.
    town.clock().advance(Duration.ofMinutes(1));
    edits(town.as("theo"), "/v1/events/" + event, content("title", Map.of("en", "Fun")), 2);
    town.works();
    var renamed = Calendars.event(Calendars.newport(town), id);
    assertThat(renamed.getSummary().getValue()).isEqualTo("Fun");
    assertThat(renamed.getSequence().getValue()).isEqualTo(1);
    assertThat(renamed.getLastModified().getValue()).isAfter(moved.getLastModified().getValue());
  }

  @Test
  void what_is_cancelled_is_told_for_30_days() {
    var event = drafted(town);
    var id = planned(town, event, "2027-02-03T10:00");
    published(town, event);
    var cancel = Town.body("sessions", List.of(id), "action", "cancel");
    town.as("theo").posts("/v1/events/" + event + "/sessions/changes", cancel);
    town.works();
    var cancelled = Calendars.event(Calendars.newport(town), id);
    assertThat(cancelled.getStatus().isCancelled()).isTrue();
    assertThat(cancelled.getSequence().getValue()).isEqualTo(1);
    town.clock().advance(Duration.ofDays(30).minusMinutes(1));
    assertThat(Calendars.sessions(Calendars.newport(town))).contains(id);
    town.clock().advance(Duration.ofMinutes(1));
    assertThat(Calendars.sessions(Calendars.newport(town))).doesNotContain(id);
  }

  @Test
  void a_calendar_goes_from_30_days_ago_to_a_year_ahead() {
    var event = drafted(town);
    var now = town.clock().instant();
    var soon = planned(town, event, starts(now.plus(Duration.ofDays(1))));
    var ahead = planned(town, event, starts(now.plus(Duration.ofDays(364))));
    var beyond = planned(town, event, starts(now.plus(Duration.ofDays(367))));
    published(town, event);
    assertThat(Calendars.sessions(Calendars.newport(town)))
        .containsSubsequence(soon, ahead)
        .doesNotContain(beyond);
    town.clock().advance(Duration.ofDays(31));
    assertThat(Calendars.sessions(Calendars.newport(town))).contains(soon, beyond);
    town.clock().advance(Duration.ofDays(2));
    assertThat(Calendars.sessions(Calendars.newport(town))).doesNotContain(soon);
  }

  private static String starts(Instant at) {
    return at.toString().substring(0, 11) + "07:00";
  }

  @Test
  void a_reader_that_has_it_already_gets_nothing_until_something_changes() {
    var event = drafted(town);
    planned(town, event, "2027-02-05T10:00");
    published(town, event);
    var first = town.nobody().gets(PARTNER);
    assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=300");
    var tag = first.header("ETag");
    var again = town.nobody().gets(PARTNER, "If-None-Match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("ETag")).isEqualTo(tag);
    edits(town.as("theo"), "/v1/events/" + event, content("title", Map.of("en", "New")), 2);
    town.works();
    assertThat(town.nobody().gets(PARTNER, "If-None-Match", tag).status()).isEqualTo(200);
    var pl = town.nobody().gets(PARTNER + "?lang=pl", "If-None-Match", tag);
    assertThat(pl.status()).isEqualTo(200);
  }

  @Test
  void a_partner_s_calendar_has_their_sessions_and_nobody_else_s() {
    var event = drafted(town);
    var own = planned(town, event, "2027-02-08T10:00");
    published(town, event);
    assertThat(Calendars.sessions(town.nobody().gets(PARTNER))).contains(own);
    assertThat(town.nobody().gets(PARTNER).text()).contains("NAME;LANGUAGE=en:Events by Thirteen");
    assertThat(Calendars.sessions(town.nobody().gets("/v1/partners/early-help/events.ics")))
        .isEmpty();
    assertThat(Calendars.sessions(town.nobody().gets("/v1/localities/north-ormesby/events.ics")))
        .isEmpty();
  }

  @Test
  void where_there_is_no_such_locality_or_partner_there_is_no_calendar() {
    for (var path :
        List.of("/v1/localities/nowhere/events.ics", "/v1/partners/nobody/events.ics")) {
      assertThat(town.nobody().gets(path).problem()).isEqualTo("not-found");
    }
    var wrong = town.nobody().gets(PARTNER + "?lang=Polish!");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.places()).containsExactly("query:lang");
    assertThat(town.nobody().gets(PARTNER + "?lang=cy").text())
        .as("no texts in it")
        .contains("NAME;LANGUAGE=en:");
  }
}
