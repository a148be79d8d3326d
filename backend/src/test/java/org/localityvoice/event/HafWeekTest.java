package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.HafWeek.party;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/**
 * The whole story of a holiday week, as its people see it: Theo makes it, Ana books Mia and Leo,
 * and Gran collects them. It begins on Monday 23 November 2026.
 */
@ExtendWith(TownExtension.class)
class HafWeekTest {
  private Town town;
  private HafWeek week;
  private List<String> days;
  private String wednesday;

  @BeforeEach
  void theo_makes_a_week_of_four_dates(Town shared) {
    town = shared;
    var collects = List.of("dietary", "emergency-contacts", "collectors");
    var event = EventTowns.drafted(town, "collects", collects);
    week = new HafWeek(town, event);
    days = week.planned();
    assertThat(days).as("none on Christmas Day").hasSize(4);
    wednesday = days.get(2);
    EventTowns.published(town, event);
    assertThat(week.places()).containsExactly("few", "few", "few", "few");
  }

  @Test
  void two_children_wait_together_for_a_full_day_get_it_and_go_home_with_gran() {
    // Zofia has two of the three places on Wednesday.
    var others = party(week.family("zofia", "Jan", "Ola"));
    assertThat(week.registers("zofia", wednesday, others).at("/state")).isEqualTo("placed");
    var children = week.family("ana", "Mia", "Leo");
    var waiting = booksDayByDay(children);
    var calendar = week.opensCalendar("ana");
    assertThat(week.calendar(calendar)).containsOnlyKeys(days.get(0), days.get(1), days.get(3));

    acceptsWhatIsOffered(others, waiting, calendar);
    comesAndGoes(waiting);
    isOver(children, calendar);
  }

  /** The week as a whole is not to be had, so Ana takes each date as it is. */
  private Map<String, Object> booksDayByDay(List<String> children) {
    assertThat(week.books("ana", party(children)).problem()).isEqualTo("session-full");
    town.works();
    assertThat(week.states("ana")).as("nothing of the week is left").isEmpty();
    var parties = days.stream().map(day -> party(children)).toList();
    for (var i = 0; i < days.size(); i++) {
      var answer = week.registers("ana", days.get(i), parties.get(i));
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(answer.json().path("participants")).as("nobody is parted").hasSize(2);
    }
    assertThat(week.states("ana")).containsExactly("placed", "placed", "waiting", "placed");
    town.works();
    assertThat(week.places()).containsExactly("few", "few", "full", "few");
    assertThat(registration(parties.get(2)).at("/position")).isEqualTo("1");
    assertThat(week.tickets("ana", parties.get(2).get("id"), wednesday)).isEmpty();
    return parties.get(2);
  }

  private void acceptsWhatIsOffered(
      Map<String, Object> others, Map<String, Object> waiting, String calendar) {
    assertThat(does("zofia", others, "cancel").at("/state")).isEqualTo("ended");
    town.works();
    assertThat(registration(waiting).at("/state")).isEqualTo("offered");
    assertThat(week.told("ana")).containsExactly("registration.offered");
    assertThat(town.as("ana").gets("/v1/inbox").text())
        .contains((String) waiting.get("id"), "Feast of Fun")
        .doesNotContain("Mia", "Leo");
    assertThat(week.calendar(calendar)).containsEntry(wednesday, "TENTATIVE").hasSize(4);

    var accepted = does("ana", waiting, "accept");
    assertThat(accepted.at("/state")).isEqualTo("placed");
    assertThat(accepted.json().path("participants")).hasSize(2);
    assertThat(does("ana", waiting, "accept").text()).isEqualTo(accepted.text());
    assertThat(week.calendar(calendar)).containsEntry(wednesday, "CONFIRMED").hasSize(4);
  }

  /** On Wednesday both tablets at the door are without a network. */
  private void comesAndGoes(Map<String, Object> booked) {
    week.until("2026-12-23T11:00:00Z");
    assertThat(week.told("ana")).as("of Wednesday").startsWith("registration.reminder");
    var tickets = week.tickets("ana", booked.get("id"), wednesday);
    assertThat(tickets).hasSize(2);
    var tablet = week.tablet(wednesday);
    var other = week.tablet(wednesday);
    var expected = week.roster(wednesday, tablet);
    assertThat(expected).containsOnlyKeys("Mia N.", "Leo N.");
    // What Gran is called is another thing for each child.
    var gran =
        List.of("Mia N.", "Leo N.").stream()
            .map(name -> expected.get(name).at("/collectors/0/collector").asText())
            .toList();

    week.until("2026-12-23T12:55:00Z");
    var first = tickets.stream().map(ticket -> week.notes("check-in", ticket)).toList();
    week.until("2026-12-23T12:57:00Z");
    var second = List.of(week.notes("check-in", tickets.get(0)));
    week.until("2026-12-23T14:55:00Z");
    // The later note arrives first, and the earlier tablet does not hear the answer.
    assertThat(week.sends(wednesday, other, second)).containsExactly("recorded");
    assertThat(week.sends(wednesday, tablet, first)).containsExactly("already-in", "recorded");
    assertThat(week.sends(wednesday, tablet, first)).containsOnly("duplicate");

    week.until("2026-12-23T15:00:00Z");
    var alone = week.notes("check-out", tickets.get(0));
    assertThat(week.sends(wednesday, tablet, List.of(alone))).containsExactly("collector-needed");
    var home =
        List.of(
            week.notes("check-out", tickets.get(0), "collector", gran.get(0)),
            week.notes("check-out", tickets.get(1), "collector", gran.get(1)));
    assertThat(week.sends(wednesday, tablet, home)).containsExactly("recorded", "recorded");
    for (var line : week.roster(wednesday, other).values()) {
      assertThat(line.path("in").asText()).as("the first time").isEqualTo("2026-12-23T12:55:00Z");
      assertThat(line.path("out").asText()).isEqualTo("2026-12-23T15:00:00Z");
    }
  }

  private void isOver(List<String> children, String calendar) {
    var needs = "/v1/participants/" + children.get(0) + "/needs/" + wednesday;
    assertThat(town.as("ana").gets(needs).at("/dietary")).isEqualTo("No nuts.");
    week.until("2027-01-09T09:00:00Z");
    assertThat(town.as("ana").gets(needs).text()).as("forgotten after two weeks").isEqualTo("{}");
    assertThat(week.states("ana")).isEmpty();
    var over = town.as("ana").gets("/v1/registrations?over=true");
    assertThat(over.json().findValuesAsText("session")).containsExactlyInAnyOrderElementsOf(days);
    assertThat(over.json().findValuesAsText("state")).containsOnly("placed");
    assertThat(week.calendar(calendar)).containsOnlyKeys(days);
    assertThat(town.outbox().documents()).isZero();
    var takeUp = town.as("nadia").gets("/v1/localities/newport/event-takeup?period=2026-Q4");
    assertThat(takeUp.at("/sessions")).isEqualTo("4");
    assertThat(takeUp.at("/sessionsWithAttendance")).isEqualTo("1");
    assertThat(takeUp.json().has("participants")).as("two children are too few").isFalse();
    assertThat(takeUp.json().findValues("participants")).isEmpty();
    assertThat(takeUp.json().has("noShows")).isFalse();
  }

  private Answer registration(Map<String, Object> party) {
    return town.as("ana").gets("/v1/registrations/" + party.get("id"));
  }

  private Answer does(String uid, Map<String, Object> party, String what) {
    var path = "/v1/registrations/" + party.get("id") + "/" + what;
    return town.as(uid).sends("POST", path, BodyPublishers.noBody());
  }
}
