package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.EventTowns.content;
import static org.localityvoice.event.EventTowns.session;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.http.Json;

/**
 * Every operation about events, ready to be tried by anybody on things that are there: an event of
 * Theo's with a session this afternoon, a draft that clashes with one of Rosa's, a child of Mum's
 * with a place, and what follows from them.
 */
final class EventDoors {
  private static final String AFTERNOON = "2026-11-23T15:00";
  private static final String CHRISTMAS = "2026-12-21T13:00";

  private final Town town;
  private final Map<String, Request> requests = new LinkedHashMap<>();
  private final String club;
  private final String day;
  private final String draft;
  private final String draftDay;
  private final String token;
  private final String elsewhere;

  /** What is sent; an empty body is none. */
  private record Request(String method, String path, Map<String, Object> body) {}

  EventDoors(Town town) {
    this.town = town;
    var collects = List.of("dietary", "emergency-contacts", "collectors");
    club = EventTowns.drafted(town, "collects", collects);
    day = EventTowns.planned(town, club, AFTERNOON);
    var other = EventTowns.planned(town, club, "2026-11-24T15:00");
    draft = EventTowns.drafted(town);
    draftDay = EventTowns.planned(town, draft, CHRISTMAS);
    EventTowns.published(town, club);
    var week = new HafWeek(town, club);
    token = week.tablet(day);
    elsewhere = week.tablet(other);
    programme();
    children(week);
    clash();
    calendars(week);
    // Last, since it ends what the others are about.
    on("cancelEvent", "POST", "/v1/events/" + draft + "/cancel");
  }

  private void on(String operation, String method, String path) {
    requests.put(operation, new Request(method, path, Map.of()));
  }

  private void on(String operation, String method, String path, Object... body) {
    requests.put(operation, new Request(method, path, Town.body(body)));
  }

  private void on(String operation, String method, String path, Map<String, Object> body) {
    requests.put(operation, new Request(method, path, body));
  }

  private void programme() {
    var event = "/v1/events/" + draft;
    on("listEvents", "GET", "/v1/events");
    on("listEventVenues", "GET", "/v1/event-venues");
    on("getEvent", "GET", event);
    on("listLocalityEvents", "GET", "/v1/localities/newport/events");
    on("listEventDrafts", "GET", "/v1/localities/newport/event-drafts");
    on("putEvent", "PUT", event, content());
    on("putSession", "PUT", "/v1/sessions/" + draftDay, session(draft, CHRISTMAS));
    var series = session(draft, CHRISTMAS, "starts", "13:00", "ends", "15:00");
    series.remove("event");
    series.putAll(Town.body("id", EventTowns.id(), "dates", List.of("2026-12-22")));
    on("addEventSeries", "POST", event + "/series", series);
    on(
        "changeSessions",
        "POST",
        event + "/sessions/changes",
        "sessions",
        List.of(draftDay),
        "action",
        "change",
        "to",
        Map.of("capacity", 20));
    on("publishEvent", "POST", "/v1/events/" + club + "/publish");
  }

  private void children(HafWeek week) {
    var all = week.family("mum", "Mia", "Leo", "Kim", "Sam", "Zoe");
    week.family("other", "Eve");
    var mia = all.get(0);
    var party = HafWeek.party(List.of(mia));
    assertThat(week.registers("mum", day, party).status()).isEqualTo(201);
    var zoe = HafWeek.party(all.subList(4, 5));
    assertThat(week.registers("mum", day, zoe).status()).isEqualTo(201);
    registrations(party, all.get(1));
    door(String.valueOf(party.get("id")), mia, all.get(3), week);
    var needs = "/v1/participants/" + all.get(3) + "/needs/" + day;
    var told = EventTowns.puts(town.as("mum"), needs, needs());
    assertThat(told.status()).as(told.text()).isEqualTo(200);
    profiles(mia, all.get(2));
  }

  private static Object needs() {
    var member = (Map<?, ?>) ((List<?>) HafWeek.party(List.of("any")).get("participants")).get(0);
    return member.get("needs");
  }

  private void registrations(Map<String, Object> party, String leo) {
    var own = "/v1/registrations/" + party.get("id");
    on("registerParty", "POST", "/v1/sessions/" + day + "/registrations", party);
    on("registerPackage", "POST", "/v1/events/" + club + "/packages", HafWeek.party(List.of(leo)));
    on("listMyRegistrations", "GET", "/v1/registrations");
    on("getRegistration", "GET", own);
    on("changeParty", "PATCH", own, "participants", party.get("participants"));
    on("acceptOffer", "POST", own + "/accept");
    on("declineOffer", "POST", own + "/decline");
  }

  private void door(String registration, String mia, String sam, HafWeek week) {
    var at = "/v1/sessions/" + day;
    var guest = week.roster(day, token).get("Mia N.").path("guest").asText();
    var ticket = week.tickets("mum", registration, day).get(0);
    var note = Town.body("id", EventTowns.id(), "at", now(), "text", "A fall.");
    on("listTickets", "GET", "/v1/registrations/" + registration + "/tickets?session=" + day);
    on("listDeviceTokens", "GET", at + "/device-tokens");
    on("makeDeviceToken", "POST", at + "/device-tokens", "label", "door");
    week.tablet(day);
    var spare = town.as("theo").gets(at + "/device-tokens").at("/items/1/id");
    on("revokeDeviceToken", "DELETE", at + "/device-tokens/" + spare);
    on("getRoster", "GET", at + "/roster");
    on("getRosterGuest", "GET", at + "/roster/" + guest);
    on(
        "takeAttendance",
        "POST",
        at + "/attendance",
        "items",
        List.of(week.notes("check-in", ticket)));
    on("makeWalkInPass", "POST", at + "/walk-in-passes", pass(sam));
    on("admitWalkIn", "POST", at + "/walk-ins", "pass", "x");
    on("noteIncident", "POST", at + "/incidents", note);
    var kept = town.nobody().posts(at + "/incidents", note, "Device-Token", token).at("/id");
    on("listIncidents", "GET", "/v1/localities/newport/incidents");
    on("getIncident", "GET", "/v1/incidents/" + kept);
    on("holdIncident", "PUT", "/v1/incidents/" + kept + "/hold", "reviewOn", "2026-12-20");
    on("releaseIncident", "DELETE", "/v1/incidents/" + kept + "/hold");
    on("getNeeds", "GET", "/v1/participants/" + mia + "/needs/" + day);
    on("putNeeds", "PUT", "/v1/participants/" + mia + "/needs/" + day, "dietary", "None.");
    var other = week.roster(day, token).get("Zoe N.").path("guest").asText();
    on("cancelGuest", "DELETE", at + "/roster/" + other + "?reason=unsafe");
    on("cancelRegistration", "POST", "/v1/registrations/" + registration + "/cancel");
  }

  private static Map<String, Object> pass(String child) {
    return Town.body("id", EventTowns.id(), "participants", List.of(child));
  }

  private String now() {
    return town.clock().instant().toString();
  }

  private void profiles(String mia, String kim) {
    var own = "/v1/participants/" + mia;
    var cared = "/v1/participants/" + kim;
    var name = Town.body("givenName", "Mia", "familyName", "Nowak", "homeLocality", "newport");
    on("getOwnParticipant", "GET", "/v1/me/participant");
    var self = new LinkedHashMap<>(name);
    self.put("born", "1990-05-01");
    on("putOwnParticipant", "PUT", "/v1/me/participant", self);
    on("listParticipants", "GET", "/v1/participants");
    var child = new LinkedHashMap<>(name);
    child.putAll(Town.body("born", "2019-01-01", "relationship", "parent", "declaration", true));
    child.put("id", EventTowns.id());
    on("addChild", "POST", "/v1/participants", child);
    on("getParticipant", "GET", own);
    on("changeParticipant", "PUT", own, name);
    var link = town.as("mum").gets(own).at("/guardians/0/id");
    on("endGuardianLink", "DELETE", own + "/guardians/" + link);
    on("listConsentWordings", "GET", "/v1/consent-wordings");
    var photos = consent("photos");
    on("giveConsent", "POST", own + "/consents", photos);
    on("withdrawConsent", "POST", own + "/consents/" + photos.get("id") + "/withdraw");
    on("makeGuardianCode", "POST", "/v1/guardian-codes", "kind", "guardian", "participant", mia);
    var code = Town.body("kind", "staff-check", "participant", mia);
    var made = town.as("mum").posts("/v1/guardian-codes", code, "Idempotency-Key", Person.key());
    on("redeemGuardianCode", "POST", "/v1/guardian-codes/redeem", "code", made.at("/code"));
    requests.get("redeemGuardianCode").body().put("declaration", true);
    on(
        "checkGuardian",
        "POST",
        "/v1/guardian-codes/check",
        "code",
        made.at("/code"),
        "childFamilyName",
        "Nowak",
        "childBorn",
        "2018-05-04",
        "guardianFamilyName",
        "Nowak");
    on("holdParticipant", "PUT", cared + "/hold", "reason", "guardian-in-doubt");
    on("listHolds", "GET", "/v1/participant-holds");
    on("releaseParticipant", "DELETE", cared + "/hold");
    var council = cared + "/corporate-parent";
    on("noteCorporateParent", "PUT", council);
    var given = consent("photos");
    on("giveConsentAsCorporateParent", "POST", council + "/consents", given);
    var withdraw = council + "/consents/" + given.get("id") + "/withdraw";
    on("withdrawConsentAsCorporateParent", "POST", withdraw);
    on("endCorporateParent", "DELETE", council);
    on("removeParticipant", "DELETE", cared);
  }

  private static Map<String, Object> consent(String purpose) {
    return Town.body(
        "id",
        EventTowns.id(),
        "purpose",
        purpose,
        "wordingVersion",
        "2026-1",
        "language",
        "en",
        "given",
        true);
  }

  private void clash() {
    var rosa = town.as("rosa");
    var event = EventTowns.id();
    var theirs = content("organiser", "environment-and-community-services");
    assertThat(EventTowns.makes(rosa, "/v1/events/" + event, theirs).status()).isEqualTo(201);
    var park = session(event, CHRISTMAS, "venue", "newport-park", "space", "pitch");
    var date = EventTowns.makes(rosa, "/v1/sessions/" + EventTowns.id(), park);
    assertThat(date.status()).as(date.text()).isEqualTo(201);
    town.works();
    var clashes = "/v1/localities/newport/event-clashes";
    var id = rosa.gets(clashes).at("/items/0/id");
    assertThat(id).isNotEmpty();
    on("listEventClashes", "GET", clashes);
    on("getEventClash", "GET", "/v1/event-clashes/" + id);
    var says = Town.body("round", 1, "session", draftDay, "resolution", "moved");
    on("answerEventClash", "POST", "/v1/event-clashes/" + id + "/answers", says);
    var each = new LinkedHashMap<>(says);
    each.put("clash", id);
    on("answerEventClashes", "POST", "/v1/event-clash-answers", "answers", List.of(each));
    var decides = Town.body("round", 1, "resolution", "moved", "givesWay", draftDay);
    on("decideEventClash", "POST", "/v1/event-clashes/" + id + "/decisions", decides);
    var weeks = "?from=2026-12-21&to=2026-12-27";
    on("getEventGaps", "GET", "/v1/localities/newport/event-gaps" + weeks);
  }

  private void calendars(HafWeek week) {
    on("getLocalityCalendar", "GET", "/v1/localities/newport/events.ics");
    on("getPartnerCalendar", "GET", "/v1/partners/thirteen/events.ics");
    on("readOwnCalendar", "GET", week.opensCalendar("mum"));
    on("getOwnCalendar", "GET", "/v1/me/calendar");
    on("openOwnCalendar", "POST", "/v1/me/calendar");
    on("closeOwnCalendar", "DELETE", "/v1/me/calendar");
  }

  /** The session is over; what there is to know is known for a day. */
  void afternoonIsOver() {
    until("2026-11-23T18:00:00Z");
    on("listNoShows", "GET", "/v1/sessions/" + day + "/no-shows");
  }

  private void until(String moment) {
    new HafWeek(town, club).until(moment);
    requests.clear();
  }

  /** A quarter that is over, counted, and proposed as a statement by Nadia. */
  void quarterIsOver() {
    until("2027-01-09T09:00:00Z");
    var at = "/v1/localities/newport/event-takeup";
    var proposal = Town.body("id", EventTowns.id(), "period", "2026-Q4");
    on("getEventTakeUp", "GET", at + "?period=2026-Q4");
    on("listTakeUpStatements", "GET", at + "-statements");
    var made = town.as("nadia").posts(at + "-statements", proposal);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    on("proposeTakeUpStatement", "POST", at + "-statements", proposal);
    on("getTakeUpStatement", "GET", "/v1/event-takeup-statements/" + proposal.get("id"));
    var statement = "/v1/event-takeup-statements/" + proposal.get("id");
    on("approveTakeUpStatement", "POST", statement + "/approve");
  }

  /** The operations, in the order in which they are to be tried. */
  List<String> operations() {
    return List.copyOf(requests.keySet());
  }

  /**
   * Somebody tries an operation.
   *
   * @param who {@code nobody}, {@code tablet} at this door, {@code elsewhere} at another one, or a
   *     uid
   */
  Answer tries(String who, String operation) {
    var request = requests.get(operation);
    var person =
        List.of("nobody", "tablet", "elsewhere").contains(who) ? town.nobody() : town.as(who);
    var headers = new ArrayList<>(List.of("Idempotency-Key", Person.key()));
    if (who.equals("tablet") || who.equals("elsewhere")) {
      headers.addAll(List.of("Device-Token", who.equals("tablet") ? token : elsewhere));
    }
    if (List.of("putEvent", "putSession").contains(operation)) {
      headers.addAll(List.of("If-Match", "\"1\""));
    }
    var body = BodyPublishers.noBody();
    if (!request.body().isEmpty()) {
      headers.addAll(List.of("Content-Type", "application/json"));
      body = BodyPublishers.ofByteArray(Json.bytes(request.body()));
    }
    return person.sends(request.method(), request.path(), body, headers.toArray(String[]::new));
  }
}
