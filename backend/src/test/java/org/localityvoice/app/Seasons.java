package org.localityvoice.app;

import static org.localityvoice.app.KeptPlaces.list;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.bson.Document;
import org.localityvoice.mongo.DerivedId;

/**
 * Theo, who drafts one small season of three evenings after the other, publishes it and calls every
 * other one off. What he sends follows from its number, so that a retry sends the same.
 */
final class Seasons {
  private static final int DAYS = 3;
  private static final int IN_A_ROUND = 2;

  /** So many fit before the farthest day that anybody may plan for. */
  private static final int MOST = 200;

  /** How far a season is: what comes next has not been answered yet. */
  private enum Stage {
    WANTED,
    DRAFTED,
    PLANNED,
    PUBLISHED,
    CANCELLED;

    private Stage next() {
      return switch (this) {
        case WANTED -> DRAFTED;
        case DRAFTED -> PLANNED;
        case PLANNED -> PUBLISHED;
        case PUBLISHED, CANCELLED -> CANCELLED;
      };
    }
  }

  private final Phones phones;
  private final List<Stage> stages = new ArrayList<>();
  private LocalDate first = LocalDate.EPOCH;

  Seasons(Phones phones) {
    this.phones = phones;
  }

  /** A few more, until the server is dead. */
  List<Future<?>> begin(String address) {
    return Phones.onEach(
        1,
        client -> {
          var open = true;
          for (var i = 0; open && i < IN_A_ROUND && stages.size() < MOST; i++) {
            if (stages.isEmpty()) {
              first = LocalDate.now(ZoneId.of("Europe/London")).plusDays(40);
            }
            stages.add(Stage.WANTED);
            open = goesOn(client, address);
          }
        });
  }

  /** Finishes what a kill cut off. */
  void goOn(String address) {
    if (!stages.isEmpty() && !goesOn(Phones.client(), address)) {
      phones.surprised("no answer for Theo's season on return");
    }
  }

  /** Takes the latest to its end; false when the server did not say what came of a step. */
  private boolean goesOn(HttpClient client, String address) {
    var number = stages.size() - 1;
    var last = number % 2 == 0 ? Stage.PUBLISHED : Stage.CANCELLED;
    while (stages.get(number) != last) {
      var next = stages.get(number).next();
      if (!takes(client, address + "/v1/events/" + event(number), number, next)) {
        return false;
      }
      stages.set(number, next);
    }
    return true;
  }

  private static String event(int number) {
    return DerivedId.of("season", String.valueOf(number));
  }

  private boolean takes(HttpClient client, String event, int number, Stage next) {
    return switch (next) {
      case DRAFTED ->
          theo(client, "PUT", event, Clubs.content(List.of(), false), "If-None-Match", "*");
      case PLANNED -> theo(client, "POST", event + "/series", series(number));
      case PUBLISHED -> theo(client, "POST", event + "/publish", "");
      default -> theo(client, "POST", event + "/cancel", "");
    };
  }

  private boolean theo(
      HttpClient client, String method, String address, Object body, String... headers) {
    return phones
        .asks(client, method, address, "theo", body, Set.of(200, 201), headers)
        .isPresent();
  }

  private Map<String, Object> series(int number) {
    var days = new ArrayList<String>();
    for (var day = 0; day < DAYS; day++) {
      days.add(first.plusDays((long) number * DAYS + day).toString());
    }
    return Map.of(
        "id",
        "the-series",
        "dates",
        days,
        "starts",
        "18:00",
        "ends",
        "20:00",
        "venue",
        "newport-hub",
        "space",
        "quiet-room",
        "capacity",
        5);
  }

  /**
   * What is not as Theo was told.
   *
   * @param atRest whether everything that follows has followed
   */
  List<String> faults(MongoDatabase database, boolean atRest) {
    var faults = new ArrayList<String>();
    var sessions = Kept.all(database, "sessions");
    var allotments =
        Kept.all(database, "allotments").stream()
            .flatMap(one -> list(one, "sessions").stream())
            .toList();
    var taken =
        Kept.all(database, "space_diaries").stream()
            .flatMap(one -> list(one, "entries").stream())
            .map(Seasons::time)
            .toList();
    for (var number = 0; number < stages.size(); number++) {
      var event = event(number);
      var own = sessions.stream().filter(one -> event.equals(one.get("eventId"))).toList();
      var stage = stages.get(number);
      if (own.size() > DAYS || (own.size() < DAYS && stage.compareTo(Stage.PLANNED) >= 0)) {
        faults.add("season %d, %s, has %d evenings".formatted(number, stage, own.size()));
      }
      for (var session : own) {
        var places =
            allotments.stream().filter(one -> session.get("_id").equals(one.get("id"))).toList();
        var status = session.getString("status");
        var fits =
            switch (stage) {
              case PUBLISHED -> number % 2 == 1 || status.equals("SCHEDULED");
              case CANCELLED -> status.equals("CANCELLED");
              default -> true;
            };
        if (!fits || places.size() > 1 || (status.equals("SCHEDULED") && places.isEmpty())) {
          faults.add("season %d, %s: %s, %s".formatted(number, stage, session, places));
        }
        if (!status.equals("CANCELLED") && !taken.contains(time(session))) {
          faults.add("an evening without its room: " + session);
        }
        if (atRest && stage == Stage.CANCELLED && !isOff(places)) {
          faults.add("called off, and still has places: " + places);
        }
      }
    }
    return faults;
  }

  /** The control: whether it is noticed when a season is not there that Theo was told of. */
  boolean missesOne(MongoDatabase database) {
    stages.add(Stage.PUBLISHED);
    try {
      return !faults(database, true).isEmpty();
    } finally {
      stages.remove(stages.size() - 1);
    }
  }

  private static boolean isOff(List<Document> places) {
    return places.stream().allMatch(one -> "CANCELLED".equals(one.getString("state")));
  }

  private static String time(Document of) {
    var slot = of.get("slot", of);
    var session = of.containsKey("session") ? of.get("session") : of.get("_id");
    return session + " " + slot.get("startsAt") + " " + slot.get("endsAt");
  }

  @Override
  public String toString() {
    return stages.size() + " seasons";
  }
}
