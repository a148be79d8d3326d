package org.localityvoice.app;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** Who has places in what a data folder holds, against what families were told. */
final class KeptPlaces {
  private static final Set<String> LIVE = Set.of("Placed", "Waiting", "Offered", "Held");

  private final List<String> faults = new ArrayList<>();
  final List<Document> allotments;
  final List<Document> rows;
  final List<Document> attendances;
  final List<Document> inbox;
  private final List<Document> sessions;
  final Set<String> collected;

  /** Bookings by child: in which sessions, and how. */
  private final Map<String, Map<String, String>> standings = new HashMap<>();

  KeptPlaces(MongoDatabase database) {
    allotments = Kept.all(database, "allotments");
    rows = Kept.all(database, "registrations");
    attendances = Kept.all(database, "attendance");
    inbox = Kept.all(database, "inbox");
    sessions = Kept.all(database, "sessions");
    collected =
        Kept.all(database, "collected").stream()
            .map(one -> one.getString("session") + " " + one.getString("participant"))
            .collect(Collectors.toCollection(HashSet::new));
  }

  /** What is not as it must be at any moment, whatever was cut off. */
  static List<String> faults(MongoDatabase database, List<Family> families, Moves moves) {
    var kept = new KeptPlaces(database);
    kept.faults.addAll(moves.faults(kept.sessions));
    return kept.always(families, false);
  }

  /** The same once everything that follows has followed. */
  static List<String> faultsAtRest(MongoDatabase database, List<Family> families, Moves moves) {
    var kept = new KeptPlaces(database);
    kept.faults.addAll(moves.faults(kept.sessions));
    return kept.atRest(families);
  }

  List<String> atRest(List<Family> families) {
    always(families, true);
    idle();
    times();
    collected.stream()
        .filter(
            one -> {
              var gap = one.indexOf(' ');
              var there = standings.getOrDefault(one.substring(gap + 1), Map.of());
              return !there.containsKey(one.substring(0, gap));
            })
        .forEach(one -> faults.add("is still told of somebody who does not come: " + one));
    families.forEach(this::toldOfOffer);
    return faults;
  }

  private List<String> always(List<Family> families, boolean atRest) {
    places();
    rows(atRest);
    families.forEach(this::family);
    attendances();
    families.forEach(this::checkedIn);
    inbox();
    return faults;
  }

  static List<Document> list(Document of, String name) {
    return of.getList(name, Document.class);
  }

  private static String standing(Document booking) {
    return booking.get("standing", Document.class).getString("type");
  }

  private static int taken(Document session) {
    return list(session, "bookings").stream()
        .filter(one -> !standing(one).equals("Waiting"))
        .mapToInt(one -> one.getList("participants", String.class).size())
        .sum();
  }

  /** No session has more than it may, and nobody is in one twice. */
  private void places() {
    for (var allotment : allotments) {
      for (var session : list(allotment, "sessions")) {
        var id = session.getString("id");
        if (taken(session) > session.getInteger("capacity")) {
          faults.add(id + " has " + taken(session) + " places taken");
        }
        for (var booking : list(session, "bookings")) {
          for (var child : booking.getList("participants", String.class)) {
            var before =
                standings
                    .computeIfAbsent(child, fresh -> new HashMap<>())
                    .put(id, standing(booking));
            if (before != null) {
              faults.add(child + " is in " + id + " twice");
            }
          }
        }
      }
    }
  }

  /** Rows say what the allotments say, of those allotments whose effects have been carried out. */
  private void rows(boolean all) {
    var byId = rows.stream().collect(Collectors.toMap(row -> row.getString("_id"), row -> row));
    var open = new HashSet<String>();
    for (var allotment : allotments) {
      if (!list(allotment, "outbox").isEmpty()) {
        if (all) {
          faults.add("effects of " + allotment.getString("_id") + " wait");
        }
        open.add(allotment.getString("_id"));
        continue;
      }
      for (var session : list(allotment, "sessions")) {
        for (var booking : list(session, "bookings")) {
          var row = byId.get(booking.getString("registration"));
          if (row == null || !state(row).equalsIgnoreCase(standing(booking))) {
            faults.add("a row is %s, the booking %s".formatted(row, booking));
          }
        }
      }
    }
    for (var row : rows) {
      var visit = row.get("visit", Document.class);
      if (LIVE.stream().anyMatch(state(row)::equalsIgnoreCase)
          && !open.contains(visit.getString("allotment"))
          && !booked(visit.getString("session"), row.getString("_id"))) {
        faults.add("a row without a booking: " + row);
      }
    }
  }

  private boolean booked(String session, String registration) {
    return allotments.stream()
        .flatMap(one -> list(one, "sessions").stream())
        .filter(one -> one.getString("id").equals(session))
        .flatMap(one -> list(one, "bookings").stream())
        .anyMatch(one -> one.getString("registration").equals(registration));
  }

  private static String state(Document row) {
    return row.get("stand", Document.class).getString("state");
  }

  private void family(Family family) {
    var sessions =
        switch (family.wish()) {
          case CLUB -> Set.of(Clubs.club(family.number / 5));
          case WEEK -> Set.copyOf(Clubs.week());
          case EVENING -> Set.of(Clubs.evening());
        };
    for (var child : family.children()) {
      var there = standings.getOrDefault(child, Map.of());
      if (!sessions.containsAll(there.keySet())) {
        faults.add(child + " is where nobody asked for it: " + there);
      }
      if (!family.isUnsure() && !fits(family, sessions, there)) {
        faults.add(family + " was told so, but " + child + " has " + there);
      }
      if (!family.isUnsure() && family.isToComeWithNeeds()) {
        sessions.stream()
            .filter(session -> !collected.contains(session + " " + child))
            .forEach(session -> faults.add(session + " does not know what " + child + " eats"));
      }
    }
  }

  private static boolean fits(Family family, Set<String> sessions, Map<String, String> there) {
    return switch (family.told()) {
      case NOTHING -> there.isEmpty();
      case PLACED ->
          there.keySet().equals(sessions) && Set.of("Placed").containsAll(there.values());
      case WAITING ->
          there.keySet().equals(sessions)
              && Set.of("Waiting", "Offered").containsAll(there.values());
      case REFUSED, LEFT -> there.isEmpty();
    };
  }

  /** Whoever was checked in was, once. */
  private void attendances() {
    var seen = new HashSet<String>();
    for (var one : attendances) {
      if (!seen.add(one.getString("session") + " " + one.getString("participant"))) {
        faults.add("attended twice: " + one);
      }
      var items =
          list(one, "entries").stream()
              .map(entry -> entry.get("item", Document.class).getString("id"))
              .toList();
      if (!items.equals(List.of("came-" + one.getString("participant")))) {
        faults.add("an attendance of " + items);
      }
    }
  }

  /** Nobody was told of one offer twice. */
  private void inbox() {
    var seen = new HashSet<String>();
    for (var entry : inbox) {
      if (isOffer(entry) && !seen.add(offer(entry))) {
        faults.add("offered twice: " + entry);
      }
    }
  }

  private static boolean isOffer(Document entry) {
    return "registration.offered".equals(entry.get("about", Document.class).getString("code"));
  }

  private static String offer(Document entry) {
    var about = entry.get("about", Document.class);
    return entry.getString("recipient") + " " + about.get("happening", Document.class).get("id");
  }

  private void toldOfOffer(Family family) {
    var wanted = "person:" + family.uid() + " " + family.registration();
    if (family.wasOffered()
        && inbox.stream().filter(KeptPlaces::isOffer).noneMatch(one -> offer(one).equals(wanted))) {
      faults.add(family + " was not told of an offer");
    }
  }

  private void checkedIn(Family family) {
    if (family.wasCheckedIn()
        && !attendances.stream()
            .map(one -> one.getString("participant"))
            .collect(Collectors.toSet())
            .containsAll(family.children())) {
      faults.add(family + " was checked in, and the register does not say so");
    }
  }

  /** Everything that shows a time shows that of the session. */
  private void times() {
    Map<String, Object> starts = new HashMap<>();
    for (var session : sessions) {
      starts.put(session.getString("_id"), session.get("slot", Document.class).get("startsAt"));
    }
    for (var allotment : allotments) {
      for (var session : list(allotment, "sessions")) {
        if (!session.get("startsAt").equals(starts.get(session.getString("id")))) {
          faults.add("the allotment has another time: " + session);
        }
      }
    }
    for (var row : rows) {
      var visit = row.get("visit", Document.class);
      if (LIVE.stream().anyMatch(state(row)::equalsIgnoreCase)
          && !visit.get("startsAt").equals(starts.get(visit.getString("session")))) {
        faults.add("a row has another time: " + row);
      }
    }
  }

  /** No places are free for which the next party waits. */
  private void idle() {
    for (var allotment : allotments) {
      for (var session : list(allotment, "sessions")) {
        var free = session.getInteger("capacity") - taken(session);
        list(session, "bookings").stream()
            .filter(one -> standing(one).equals("Waiting"))
            .findFirst()
            .filter(one -> one.getList("participants", String.class).size() <= free)
            .ifPresent(one -> faults.add(session.getString("id") + " has idle places"));
      }
    }
  }
}
