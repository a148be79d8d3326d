package org.localityvoice.app;

import java.net.http.HttpClient;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.localityvoice.app.Phones.Heard;

/** What Theo of the landlord has on: a club, a week and an evening, with a tablet at its door. */
final class Clubs {
  static final int DAYS = 2;
  static final String WEEK = "kill-week-event";

  private static final String CLUB = "kill-club-event";
  private static final String EVENING = "kill-evening-event";
  private static final int CLUB_PLACES = 4;
  private static final int WEEK_PLACES = 8;
  private static final int EVENING_PLACES = 200;
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final Phones phones;
  private String device = "";

  Clubs(Phones phones) {
    this.phones = phones;
  }

  static String club(int day) {
    return CLUB + "-" + Math.floorMod(day, DAYS);
  }

  static String evening() {
    return EVENING + "-0";
  }

  /** The token of the tablet. */
  String device() {
    return device;
  }

  /** The sessions of the week. */
  static List<String> week() {
    return IntStream.range(0, 3).mapToObj(day -> WEEK + "-" + day).toList();
  }

  /** Drafts and publishes all of it. */
  void open(String address) {
    var client = Phones.client();
    var monday = LocalDate.now(ZONE).plusDays(7).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    var afternoons = new ArrayList<LocalDateTime>();
    var late = new ArrayList<LocalDateTime>();
    for (var day = 0; day < 3; day++) {
      afternoons.add(monday.plusDays(day).atTime(13, 0));
      late.add(monday.plusDays(day).atTime(16, 0));
    }
    event(client, address, CLUB, List.of("dietary"), false);
    sessions(
        client,
        address,
        CLUB,
        afternoons.subList(0, DAYS),
        "newport-hub",
        "main-hall",
        CLUB_PLACES);
    event(client, address, WEEK, List.of("dietary"), true);
    sessions(client, address, WEEK, late, "newport-hub", "main-hall", WEEK_PLACES);
    event(client, address, EVENING, List.of(), false);
    var soon = LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES).plusHours(3);
    sessions(client, address, EVENING, List.of(soon), "newport-park", "pitch", EVENING_PLACES);
    var made =
        theo(
            client,
            "POST",
            address + "/v1/sessions/" + evening() + "/device-tokens",
            Map.of("label", "door"),
            "Idempotency-Key",
            "the-tablet-at-the-door");
    device = made.at("/token");
  }

  private void event(
      HttpClient client, String address, String id, List<String> collects, boolean packageOnly) {
    var content = content(collects, packageOnly);
    theo(client, "PUT", address + "/v1/events/" + id, content, "If-None-Match", "*");
  }

  /** An event of the landlord for children. */
  static Map<String, Object> content(List<String> collects, boolean packageOnly) {
    return Map.ofEntries(
        Map.entry("locality", "newport"),
        Map.entry("organiser", "thirteen"),
        Map.entry("title", Map.of("en", "Clubs for everybody")),
        Map.entry("description", Map.of("en", "Games and a hot meal.")),
        Map.entry("activity", "holiday-club"),
        Map.entry("ages", Map.of("from", 6, "to", 10)),
        Map.entry("collects", collects),
        Map.entry(
            "guardian", Map.of("consentNeeded", false, "tier", "declared", "checkOut", false)),
        Map.entry("packageOnly", packageOnly));
  }

  private void sessions(
      HttpClient client,
      String address,
      String event,
      List<LocalDateTime> starts,
      String venue,
      String space,
      int capacity) {
    for (var i = 0; i < starts.size(); i++) {
      var session =
          Map.of(
              "event",
              event,
              "starts",
              starts.get(i).toString(),
              "ends",
              starts.get(i).plusHours(2).toString(),
              "venue",
              venue,
              "space",
              space,
              "capacity",
              capacity);
      theo(
          client,
          "PUT",
          address + "/v1/sessions/" + event + "-" + i,
          session,
          "If-None-Match",
          "*");
    }
    theo(client, "POST", address + "/v1/events/" + event + "/publish", "");
  }

  private Heard theo(
      HttpClient client, String method, String address, Object body, String... headers) {
    return phones
        .asks(client, method, address, "theo", body, Set.of(200, 201), headers)
        .orElseThrow();
  }
}
