package org.localityvoice.app;

import java.net.http.HttpClient;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.bson.Document;

/** Theo, who moves the three dates of the week to and fro while families book and give back. */
final class Moves {
  private static final int IN_A_ROUND = 4;
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final Phones phones;
  private int asked;
  private int told;

  Moves(Phones phones) {
    this.phones = phones;
  }

  /** A few moves, until the server is dead. */
  List<Future<?>> begin(String address) {
    return Phones.onEach(
        1,
        client -> {
          for (var i = 0; i < IN_A_ROUND && told == asked; i++) {
            asked++;
            moves(client, address);
          }
        });
  }

  /** Asks once more for what was not answered, or for what was. */
  void goOn(String address) {
    if (asked > 0) {
      moves(Phones.client(), address);
      if (told < asked) {
        phones.surprised("no answer for Theo on return");
      }
    }
  }

  private static LocalTime starts(int move) {
    return move % 2 == 0 ? LocalTime.of(16, 0) : LocalTime.of(16, 30);
  }

  private static String space(int move) {
    return move / 2 % 2 == 0 ? "main-hall" : "kitchen";
  }

  private void moves(HttpClient client, String address) {
    var starts = starts(asked);
    var to =
        Map.of(
            "starts",
            starts.toString(),
            "ends",
            starts.plusHours(2).toString(),
            "venue",
            "newport-hub",
            "space",
            space(asked));
    var body = Map.of("sessions", Clubs.week(), "action", "change", "to", to);
    phones
        .asks(
            client,
            "POST",
            address + "/v1/events/" + Clubs.WEEK + "/sessions/changes",
            "theo",
            body,
            Set.of(200))
        .ifPresent(
            heard -> {
              told = asked;
              var verdicts = heard.body().findValuesAsText("verdict");
              if (verdicts.size() != 3 || verdicts.contains("refused")) {
                phones.surprised("Theo was told " + heard);
              }
            });
  }

  /** Dates that are not where Theo was told that they are. */
  List<String> faults(List<Document> sessions) {
    var faults = new ArrayList<String>();
    for (var session : sessions) {
      var slot = session.get("slot", Document.class);
      var starts = slot.getDate("startsAt").toInstant().atZone(ZONE).toLocalTime();
      if (Clubs.week().contains(session.getString("_id"))
          && told == asked
          && !(starts.equals(starts(told)) && slot.getString("spaceId").equals(space(told)))) {
        faults.add("after move %d a date is %s".formatted(told, slot));
      }
    }
    return faults;
  }

  @Override
  public String toString() {
    return told + " moves";
  }
}
