package org.localityvoice.event.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.event.registration.Bookings;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;
import org.slf4j.LoggerFactory;

/** A family's sessions, in the calendar program on the kitchen wall. */
@ExtendWith(StoreExtension.class)
class OwnFeedsTest {
  private static Bookings bookings;
  private static Store data;

  @BeforeAll
  static void open(Store store, @TempDir Path folder) {
    data = store;
    bookings = new Bookings(store, folder);
  }

  @AfterAll
  static void close() {
    bookings.close();
  }

  @Test
  void a_mother_sees_where_her_children_are_expected_and_nothing_of_them() {
    var ana = uid("ana");
    var days = bookings.days(3, 4);
    var mia = bookings.child(ana, days.get(0));
    var leo = bookings.child(ana, days.get(0));
    bookings.registered(ana, days.get(0), mia, leo);
    var second = bookings.registered(ana, days.get(1), mia);
    var eve = uid("eve");
    bookings.registered(eve, days.get(2), bookings.child(eve, days.get(2)));
    var calendar = reads(opens(ana));
    assertThat(Calendars.sessions(calendar)).containsExactly(days.get(0), days.get(1));
    var first = Calendars.event(calendar, days.get(0));
    assertThat(first.getSummary().getValue()).isEqualTo("Feast of Fun");
    assertThat(first.getLocation().getValue()).startsWith("Newport Hub, Main hall");
    assertThat(first.getStatus().isConfirmed()).isTrue();
    assertThat(first.getTransparency().isOpaque()).as("she is busy meanwhile").isTrue();
    assertThat(names(calendar))
        .as("all that is said")
        .isSubsetOf(
            "BEGIN",
            "END",
            "VERSION",
            "PRODID",
            "UID",
            "LAST-MODIFIED",
            "NAME",
            "X-WR-CALNAME",
            "REFRESH-INTERVAL",
            "X-PUBLISHED-TTL",
            "DTSTAMP",
            "SEQUENCE",
            "DTSTART",
            "DTEND",
            "STATUS",
            "TRANSP",
            "SUMMARY",
            "LOCATION",
            "GEO");
    assertThat(calendar.text()).doesNotContain(ana, mia, leo, second, "canary", "nuts", "Petrescu");

    assertThat(bookings.does(ana, second, "cancel").status()).isEqualTo(200);
    assertThat(Calendars.sessions(reads(opens(ana)))).containsExactly(days.get(0));
    assertThat(Calendars.sessions(reads(opens(uid("nobody"))))).isEmpty();
  }

  private static List<String> names(Answer calendar) {
    return calendar
        .text()
        .replace("\r\n ", "")
        .lines()
        .map(line -> line.split("[:;]", 2)[0])
        .distinct()
        .toList();
  }

  @Test
  void who_only_waits_has_no_entry_and_who_is_offered_a_place_has_a_tentative_one() {
    var ana = uid("ana");
    var eve = uid("eve");
    var day = bookings.days(1, 1).get(0);
    var placed = bookings.registered(ana, day, bookings.child(ana, day));
    bookings.registered(eve, day, bookings.child(eve, day));
    var calendar = opens(eve);
    assertThat(Calendars.sessions(reads(calendar))).isEmpty();
    bookings.does(ana, placed, "cancel");
    bookings.town.works();
    var offered = Calendars.event(reads(calendar), day);
    assertThat(offered.getStatus().isTentative()).isTrue();
    assertThat(offered.getTransparency().isTransparent()).isTrue();
  }

  @Test
  void a_session_that_is_somewhere_else_says_so_as_news() {
    var ana = uid("ana");
    var day = bookings.days(1, 4).get(0);
    bookings.registered(ana, day, bookings.child(ana, day));
    var calendar = opens(ana);
    var before = Calendars.event(reads(calendar), day);
    var event = day.substring(0, day.lastIndexOf('-'));
    var elsewhere =
        Map.of(
            "sessions",
            List.of(day),
            "action",
            "change",
            "to",
            Map.of("venue", "newport-park", "space", "pitch"));
    var answer =
        bookings.town.as("theo").posts("/v1/events/" + event + "/sessions/changes", elsewhere);
    assertThat(answer.at("/verdicts/0/verdict")).as(answer.text()).isEqualTo("changed");
    var after = Calendars.event(reads(calendar), day);
    assertThat(after.getLocation().getValue()).startsWith("Newport Park");
    assertThat(after.getSequence().getValue()).isEqualTo(before.getSequence().getValue() + 1);
    assertThat(after.getDateStart().getValue()).isEqualTo(before.getDateStart().getValue());
  }

  @Test
  void a_session_that_is_cancelled_stays_as_cancelled() {
    var ana = uid("ana");
    var day = bookings.days(1, 4).get(0);
    bookings.registered(ana, day, bookings.child(ana, day));
    var calendar = opens(ana);
    var before = Calendars.event(reads(calendar), day);
    var cancel = Map.of("sessions", List.of(day), "action", "cancel");
    var event = day.substring(0, day.lastIndexOf('-'));
    var answer =
        bookings.town.as("theo").posts("/v1/events/" + event + "/sessions/changes", cancel);
    assertThat(answer.at("/verdicts/0/verdict")).isEqualTo("changed");
    bookings.town.works();
    var after = Calendars.event(reads(calendar), day);
    assertThat(after.getStatus().isCancelled()).isTrue();
    assertThat(after.getSequence().getValue()).isEqualTo(before.getSequence().getValue() + 1);
    assertThat(after.getUid()).isEqualTo(before.getUid());
  }

  @Test
  void an_address_is_told_once_replaced_and_revoked_at_once() {
    var ana = uid("ana");
    var key = Person.key();
    var mine = "/v1/me/calendar";
    assertThat(bookings.town.as(ana).gets(mine).problem()).isEqualTo("not-found");
    var made = bookings.town.as(ana).retries(mine + "?lang=pl", key);
    assertThat(made.status()).isEqualTo(201);
    assertThat(bookings.town.as(ana).retries(mine + "?lang=pl", key).text()).isEqualTo(made.text());
    var first = address(made);
    assertThat(first).matches("/v1/calendars/[0-9a-f]{32}\\.ics\\?lang=pl");
    var read = reads(first);
    assertThat(read.text()).contains("NAME;LANGUAGE=pl:Moje wydarzenia");
    assertThat(read.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(reads(first, "If-None-Match", read.header("ETag")).status()).isEqualTo(304);
    assertThat(bookings.town.as(ana).gets(mine).text())
        .isEqualTo("{\"since\":\"" + made.at("/since") + "\"}");

    var second = opens(ana);
    assertThat(reads(second).status()).isEqualTo(200);
    assertThat(reads(first).problem()).isEqualTo("not-found");
    // The first request, late on its way, brings nothing back.
    assertThat(bookings.town.as(ana).retries(mine, key).problem()).isEqualTo("calendar-replaced");
    assertThat(reads(second).status()).isEqualTo(200);

    var eve = opens(uid("eve"));
    for (var time = 0; time < 2; time++) {
      assertThat(bookings.town.as(ana).sends("DELETE", mine, BodyPublishers.noBody()).status())
          .isEqualTo(204);
    }
    var revoked = reads(second, "If-None-Match", "*");
    var unknown = reads("/v1/calendars/" + "0".repeat(32) + ".ics");
    assertThat(revoked.status()).isEqualTo(404);
    assertThat(revoked.text().replace(revoked.at("/instance"), ""))
        .isEqualTo(unknown.text().replace(unknown.at("/instance"), ""));
    assertThat(bookings.town.as(ana).gets(mine).status()).isEqualTo(404);
    assertThat(reads(eve).status()).as("somebody else's").isEqualTo(200);
    assertThat(reads("/v1/calendars/short.ics").status()).isEqualTo(400);
    assertThat(bookings.town.nobody().posts(mine).status()).isEqualTo(401);
    // Nobody writes through it.
    assertThat(bookings.town.nobody().posts(eve).status()).isEqualTo(405);
  }

  @Test
  void a_guardian_who_is_none_any_more_sees_no_more() {
    var ana = uid("ana");
    var day = bookings.days(1, 4).get(0);
    var mia = bookings.child(ana, day);
    bookings.registered(ana, day, mia);
    var calendar = opens(ana);
    assertThat(Calendars.sessions(reads(calendar))).containsExactly(day);
    assertThat(
            bookings
                .town
                .as(ana)
                .sends("DELETE", "/v1/participants/" + mia, BodyPublishers.noBody())
                .status())
        .isEqualTo(204);
    assertThat(Calendars.sessions(reads(calendar))).isEmpty();
  }

  @Test
  void the_secret_is_in_no_log_line_no_metric_and_no_store() {
    var lines = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var ours = (Logger) LoggerFactory.getLogger("org.localityvoice");
    var access = (Logger) LoggerFactory.getLogger("org.localityvoice.access");
    var usual = access.getLevel();
    lines.start();
    root.addAppender(lines);
    ours.setLevel(Level.TRACE);
    access.setLevel(Level.TRACE);
    try {
      var calendar = opens(uid("ana"));
      var secret = calendar.replaceAll("^/v1/calendars/|\\.ics.*$", "");
      reads(calendar);
      reads(calendar + "&nonsense=1");
      reads("/v1/calendars/" + secret + ".ics/more");
      reads("/v1/calendars/" + secret.substring(1) + ".ics");
      var logged =
          List.copyOf(lines.list).stream()
              .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
              .toList();
      assertThat(logged).as("requests are logged").anyMatch(l -> l.contains("readOwnCalendar"));
      assertThat(logged).noneMatch(line -> line.contains(secret.substring(1)));
      var metrics = bookings.town.management("/metrics").text();
      assertThat(metrics).contains("readOwnCalendar").doesNotContain(secret.substring(1));
      assertThat(kept()).as("what is kept").contains("digest").doesNotContain(secret);
    } finally {
      root.detachAppender(lines);
      ours.setLevel(null);
      access.setLevel(usual);
    }
  }

  private static String kept() {
    try (var client = MongoClients.create(data.uri())) {
      var name = String.valueOf(new ConnectionString(data.uri()).getDatabase());
      var all = client.getDatabase(name).getCollection(OwnCalendarStore.COLLECTION).find();
      return Wait.forResult(Publishers.list(all)).toString();
    }
  }

  private static String uid(String name) {
    return name + "-" + UUID.randomUUID();
  }

  private static String opens(String uid) {
    return address(bookings.town.as(uid).posts("/v1/me/calendar"));
  }

  private static String address(Answer made) {
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/address").replaceFirst("^http://localhost:[0-9]+", "");
  }

  private static Answer reads(String path, String... headers) {
    return bookings.town.nobody().gets(path, headers);
  }
}
