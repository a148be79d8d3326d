package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.EventTowns.content;
import static org.localityvoice.event.EventTowns.drafted;
import static org.localityvoice.event.EventTowns.edits;
import static org.localityvoice.event.EventTowns.ids;
import static org.localityvoice.event.EventTowns.planned;
import static org.localityvoice.event.EventTowns.published;
import static org.localityvoice.event.EventTowns.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What becomes of events as time passes. */
@ExtendWith(TownExtension.class)
class CancelledAndOverTest {
  @Test
  void a_published_event_may_be_reworded_and_cancelled_and_is_then_told_as_cancelled_for_30_days(
      Town town) {
    var event = drafted(town);
    planned(town, event, "2027-02-08T10:00");
    published(town, event);
    var path = "/v1/events/" + event;
    assertThat(
            edits(town.as("theo"), path, content("title", Map.of("en", "Fun for all")), 2).status())
        .isEqualTo(200);
    town.works();
    var list = "/v1/events?locality=newport&from=2027-02-08&to=2027-02-08";
    assertThat(town.nobody().gets(list).at("/items/0/event/title")).isEqualTo("Fun for all");

    assertThat(town.as("theo").posts(path + "/cancel", Map.of()).at("/state"))
        .isEqualTo("cancelled");
    assertThat(town.as("theo").posts(path + "/cancel", Map.of()).status()).isEqualTo(200);
    town.works();
    assertThat(town.nobody().gets(list).at("/items/0/status")).isEqualTo("cancelled");
    assertThat(town.nobody().gets(path).at("/state")).isEqualTo("cancelled");
    assertThat(edits(town.as("theo"), path, content(), 4).problem()).isEqualTo("event-cancelled");
    assertThat(town.as("theo").posts(path + "/publish", Map.of()).problem())
        .isEqualTo("event-cancelled");
    town.passes(Duration.ofDays(30));
    assertThat(ids(town.nobody().gets(list), "items")).isEmpty();
    assertThat(town.nobody().gets(path).status()).isEqualTo(404);
    assertThat(town.as("omar").gets(path).at("/state")).as("officers").isEqualTo("cancelled");
  }

  @Test
  void what_is_over_stays_as_it_was(Town town) {
    var event = drafted(town);
    var session = planned(town, event, "2026-11-24T10:00");
    published(town, event);
    town.passes(Duration.ofHours(26));
    var plan = session(event, "2026-11-24T10:00", "capacity", 19);
    assertThat(edits(town.as("theo"), "/v1/sessions/" + session, plan, 2).problem())
        .isEqualTo("session-over");
    var cancel = Town.body("sessions", List.of(session), "action", "cancel");
    var answer = town.as("theo").posts("/v1/events/" + event + "/sessions/changes", cancel);
    assertThat(answer.at("/verdicts/0/code")).isEqualTo("session-over");
    assertThat(town.as("theo").posts("/v1/events/" + event + "/cancel", Map.of()).status())
        .isEqualTo(200);
    assertThat(town.nobody().gets("/v1/events/" + event).at("/sessions/0/status"))
        .isEqualTo("scheduled");
    var today = "/v1/events?locality=newport";
    assertThat(ids(town.nobody().gets(today), "items")).doesNotContain(session);
    assertThat(ids(town.nobody().gets(today + "&from=2026-11-24"), "items")).contains(session);
  }
}
