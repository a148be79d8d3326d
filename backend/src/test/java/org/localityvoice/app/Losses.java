package org.localityvoice.app;

import static org.localityvoice.app.KeptPlaces.list;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;

/** The control of {@link KeptPlaces}: what must never happen, and must be noticed if it does. */
final class Losses {
  private Losses() {}

  /** Of what must be noticed, what is not. */
  static List<String> unnoticed(MongoDatabase database, List<Family> families) {
    var losses = new LinkedHashMap<String, Consumer<KeptPlaces>>();
    losses.put("a place is lost", kept -> list(evening(kept), "bookings").remove(0));
    losses.put("a child is there twice", Losses::booksAgain);
    losses.put("a session has too many", kept -> evening(kept).put("capacity", 0));
    losses.put(
        "a row says something else",
        kept -> kept.rows.forEach(row -> row.get("stand", Document.class).put("state", "ENDED")));
    losses.put(
        "a date is moved behind its back",
        kept -> evening(kept).put("startsAt", Date.from(Instant.EPOCH)));
    losses.put("what a child may not eat is lost", kept -> kept.collected.clear());
    losses.put(
        "what was told stays behind", kept -> kept.collected.add(Clubs.evening() + " nobody"));
    losses.put("a check-in is lost", kept -> kept.attendances.remove(0));
    losses.put("an offer goes out twice", kept -> kept.inbox.addAll(offeredTwice()));
    return losses.entrySet().stream()
        .filter(
            loss -> {
              var kept = new KeptPlaces(database);
              loss.getValue().accept(kept);
              return kept.atRest(families).isEmpty();
            })
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void booksAgain(KeptPlaces kept) {
    var bookings = list(evening(kept), "bookings");
    bookings.add(new Document(bookings.get(0)).append("registration", "another"));
  }

  private static Document evening(KeptPlaces kept) {
    return kept.allotments.stream()
        .flatMap(one -> list(one, "sessions").stream())
        .filter(one -> one.getString("id").equals(Clubs.evening()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Document> offeredTwice() {
    var about =
        new Document("code", "registration.offered").append("happening", new Document("id", "one"));
    var entry = new Document("recipient", "person:somebody").append("about", about);
    return List.of(entry, entry);
  }
}
