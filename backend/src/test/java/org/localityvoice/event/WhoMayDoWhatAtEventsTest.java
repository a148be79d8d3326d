package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/**
 * Every operation about events, at the hands of everybody. The table is the rule, from the left to
 * the right and line by line; what is done in one line is there in the next.
 *
 * <p>Mum has the child, the place and the calendar that it is about; Other is a mother as well.
 * Theo is an officer of the organiser, Rosa and Omar of other partners in the locality; Rosa's
 * draft clashes with Theo's. Wyn is a warden there, Nadia its manager, Nora that of the other
 * locality, Pat the performance officer, Sam the safeguarding lead and Ada the administrator.
 * Nobody has signed in, and neither has the tablet at the door, nor that of another session.
 */
@ExtendWith(TownExtension.class)
class WhoMayDoWhatAtEventsTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  private static final String TABLE =
      """
      operation                        nobody tablet elsewhere mum other wyn theo rosa omar nadia nora pat sam ada
      listEvents                       200    200    200       200 200   200 200  200  200  200   200  200 200 200
      listEventVenues                  200    200    200       200 200   200 200  200  200  200   200  200 200 200
      getEvent                         404    404    404       404 404   404 200  200  200  200   404  404 404 404
      listLocalityEvents               401    401    401       404 404   404 200  200  200  200   404  404 404 404
      listEventDrafts                  401    401    401       404 404   404 200  200  200  200   404  404 404 404
      putEvent                         401    401    401       404 404   404 200  404  404  200   404  404 404 404
      putSession                       401    401    401       404 404   404 200  404  404  200   404  404 404 404
      addEventSeries                   401    401    401       404 404   404 200  404  404  200   404  404 404 404
      changeSessions                   401    401    401       404 404   404 200  404  404  200   404  404 404 404
      publishEvent                     401    401    401       404 404   404 200  404  404  200   404  404 404 404
      registerParty                    401    401    401       200 404   404 404  404  404  404   404  404 404 404
      registerPackage                  401    401    401       201 404   404 404  404  404  404   404  404 404 404
      listMyRegistrations              401    401    401       200 200   200 200  200  200  200   200  200 200 200
      getRegistration                  401    401    401       200 404   404 404  404  404  404   404  404 404 404
      changeParty                      401    401    401       200 404   404 404  404  404  404   404  404 404 404
      acceptOffer                      401    401    401       200 404   404 404  404  404  404   404  404 404 404
      declineOffer                     401    401    401       409 404   404 404  404  404  404   404  404 404 404
      listTickets                      401    401    401       200 404   404 404  404  404  404   404  404 404 404
      listDeviceTokens                 401    401    401       404 404   404 200  404  404  200   404  404 404 404
      makeDeviceToken                  401    401    401       404 404   404 201  404  404  404   404  404 404 404
      revokeDeviceToken                401    401    401       404 404   404 204  404  404  204   404  404 404 404
      getRoster                        404    200    404       404 404   404 404  404  404  404   404  404 404 404
      getRosterGuest                   404    200    404       404 404   404 404  404  404  404   404  404 404 404
      takeAttendance                   404    200    404       404 404   404 404  404  404  404   404  404 404 404
      makeWalkInPass                   401    401    401       201 404   404 404  404  404  404   404  404 404 404
      admitWalkIn                      404    409    404       404 404   404 404  404  404  404   404  404 404 404
      noteIncident                     404    201    404       404 404   404 404  404  404  404   404  404 404 404
      listIncidents                    401    401    401       404 404   404 404  404  404  404   404  404 200 404
      getIncident                      401    401    401       404 404   404 404  404  404  404   404  404 200 404
      holdIncident                     401    401    401       404 404   404 404  404  404  404   404  404 200 404
      releaseIncident                  401    401    401       404 404   404 404  404  404  404   404  404 204 404
      getNeeds                         401    401    401       200 404   404 404  404  404  404   404  404 404 404
      putNeeds                         401    401    401       200 404   404 404  404  404  404   404  404 404 404
      cancelGuest                      401    401    401       404 404   404 204  404  404  404   404  404 404 404
      cancelRegistration               401    401    401       200 404   404 404  404  404  404   404  404 404 404
      getOwnParticipant                401    401    401       200 200   404 404  404  404  404   404  404 404 404
      putOwnParticipant                401    401    401       200 200   201 201  201  201  201   201  201 201 201
      listParticipants                 401    401    401       200 200   200 200  200  200  200   200  200 200 200
      addChild                         401    401    401       201 409   409 409  409  409  409   409  409 409 409
      getParticipant                   401    401    401       200 404   404 404  404  404  404   404  404 404 404
      changeParticipant                401    401    401       200 404   404 404  404  404  404   404  404 404 404
      endGuardianLink                  401    401    401       409 404   404 404  404  404  404   404  404 404 404
      listConsentWordings              200    200    200       200 200   200 200  200  200  200   200  200 200 200
      giveConsent                      401    401    401       201 404   404 404  404  404  404   404  404 404 404
      withdrawConsent                  401    401    401       200 404   404 404  404  404  404   404  404 404 404
      makeGuardianCode                 401    401    401       201 404   404 404  404  404  404   404  404 404 404
      redeemGuardianCode               401    401    401       404 404   404 404  404  404  404   404  404 404 404
      checkGuardian                    401    401    401       404 404   404 200  404  404  404   404  404 404 404
      holdParticipant                  401    401    401       404 404   404 404  404  404  200   404  404 200 404
      listHolds                        401    401    401       404 404   404 404  404  404  200   200  404 200 404
      releaseParticipant               401    401    401       404 404   404 404  404  404  200   404  404 200 404
      noteCorporateParent              401    401    401       404 404   404 404  404  404  200   404  404 200 404
      giveConsentAsCorporateParent     401    401    401       404 404   404 404  404  404  201   404  404 409 404
      withdrawConsentAsCorporateParent 401    401    401       404 404   404 404  404  404  204   404  404 204 404
      endCorporateParent               401    401    401       404 404   404 404  404  404  200   404  404 200 404
      removeParticipant                401    401    401       204 404   404 404  404  404  404   404  404 404 404
      listEventClashes                 401    401    401       404 404   404 200  200  200  200   404  404 404 404
      getEventClash                    401    401    401       404 404   404 200  200  200  200   404  404 404 404
      answerEventClash                 401    401    401       404 404   404 200  403  403  403   404  404 404 404
      answerEventClashes               401    401    401       404 404   404 ans  ref  ref  ref   ref  404 404 404
      decideEventClash                 401    401    401       404 404   404 404  404  404  409   404  404 404 404
      getEventGaps                     401    401    401       404 404   404 200  200  200  200   404  404 404 404
      getLocalityCalendar              200    200    200       200 200   200 200  200  200  200   200  200 200 200
      getPartnerCalendar               200    200    200       200 200   200 200  200  200  200   200  200 200 200
      readOwnCalendar                  200    200    200       200 200   200 200  200  200  200   200  200 200 200
      getOwnCalendar                   401    401    401       200 404   404 404  404  404  404   404  404 404 404
      openOwnCalendar                  401    401    401       201 201   201 201  201  201  201   201  201 201 201
      closeOwnCalendar                 401    401    401       204 204   204 204  204  204  204   204  204 204 204
      cancelEvent                      401    401    401       404 404   404 200  404  404  200   404  404 404 404
      """;

  private static final String AFTERWARDS =
      """
      operation                        nobody tablet elsewhere mum other wyn theo rosa omar nadia nora pat sam ada
      listNoShows                      401    401    401       404 404   404 200  404  404  200   404  404 404 404
      """;

  private static final String QUARTER =
      """
      operation                        nobody tablet elsewhere mum other wyn theo rosa omar nadia nora pat sam ada
      getEventTakeUp                   401    401    401       404 404   404 404  404  404  200   404  200 404 404
      listTakeUpStatements             401    401    401       404 404   404 404  404  404  200   404  200 404 404
      proposeTakeUpStatement           401    401    401       404 404   404 404  404  404  201   404  409 404 404
      getTakeUpStatement               401    401    401       404 404   404 404  404  404  200   404  200 404 404
      approveTakeUpStatement           401    401    401       404 404   404 404  404  404  409   404  200 404 404
      """;

  private final Set<String> walls = new TreeSet<>();
  private final Set<String> tried = new TreeSet<>();

  @Test
  void everybody_may_do_what_is_theirs_and_meets_a_wall_elsewhere(Town town) throws IOException {
    var doors = new EventDoors(town);
    assertThat(table(town, doors, TABLE)).isEqualTo(TABLE);
    doors.afternoonIsOver();
    assertThat(table(town, doors, AFTERWARDS)).isEqualTo(AFTERWARDS);
    doors.quarterIsOver();
    assertThat(table(town, doors, QUARTER)).isEqualTo(QUARTER);
    assertThat(walls).as("what is not theirs looks like what is not there").hasSize(1);
    assertThat(tried).as("no operation was forgotten").isEqualTo(operations());
  }

  /** The table as the town has it, in the layout of the one expected. */
  private String table(Town town, EventDoors doors, String expected) {
    var header = expected.lines().findFirst().orElseThrow();
    var people = List.of(header.split("\\s+", -1));
    var seen = new StringBuilder(header).append('\n');
    for (var operation : doors.operations()) {
      tried.add(operation);
      var row = new StringBuilder(" ".repeat(header.length())).replace(0, 0, operation);
      row.setLength(header.length());
      // Some operations may be tried only so often.
      town.clock().advance(Duration.ofMinutes(1));
      for (var who : people.subList(1, people.size())) {
        var answer = doors.tries(who, operation);
        if (answer.status() == 404) {
          walls.add(answer.text().replace(answer.at("/instance"), ""));
        }
        var column = header.indexOf(" " + who) + 1;
        row.replace(column, column + 3, cell(answer));
      }
      seen.append(row.toString().stripTrailing()).append('\n');
    }
    return seen.toString();
  }

  /** The status; of a request that is decided about bit by bit, what became of the bit. */
  private static String cell(Answer answer) {
    var outcome = answer.at("/results/0/outcome");
    return outcome.isEmpty() ? String.valueOf(answer.status()) : outcome.substring(0, 3);
  }

  /** The ids of all operations that the contract declares in its files about events. */
  private static Set<String> operations() throws IOException {
    var found = new TreeSet<String>();
    for (var path : yaml("openapi.yaml").path("paths")) {
      var parts = path.path("$ref").asText().split("#/paths/", -1);
      if (parts[0].startsWith("./event")) {
        var methods = yaml(parts[0].substring(2)).path("paths").path(parts[1]);
        found.addAll(methods.findValuesAsText("operationId"));
      }
    }
    assertThat(found).hasSizeGreaterThan(60);
    return found;
  }

  private static JsonNode yaml(String name) throws IOException {
    try (var file = WhoMayDoWhatAtEventsTest.class.getResourceAsStream("/openapi/" + name)) {
      return YAML.readTree(file);
    }
  }
}
