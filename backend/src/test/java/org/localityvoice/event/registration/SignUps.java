package org.localityvoice.event.registration;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.localityvoice.event.Events;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.Session;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.event.people.Participant;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Wait;

/** Crowds that want few places, put beside a running server for the benchmark. */
public final class SignUps implements AutoCloseable {
  private static final int PLACES = 30;

  private final Vertx vertx = Vertx.vertx();
  private final Mongo mongo;
  private final Events events;

  /** In the store of that server. */
  public SignUps(String uri) {
    mongo = Mongo.connect(uri);
    events = MadeEvents.beside(vertx, mongo, InstantSource.system());
  }

  /** One wish to come. */
  @SuppressWarnings("ArrayRecordComponent") // Sent as it is, compared by nobody.
  public record SignUp(String uid, String path, byte[] body) {}

  /** A new crowd: so many children, each with a guardian, and in turn for each of the sessions. */
  public List<SignUp> crowd(int size, int sessions) {
    var event = MadeEvents.event(UUID.randomUUID().toString());
    var first = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(10));
    var all = new ArrayList<Session>();
    for (var i = 0; i < sessions; i++) {
      var starts = first.plus(Duration.ofDays(i));
      all.add(MadeEvents.session(event.id() + "-" + i, event, starts, PLACES));
    }
    MadeEvents.store(vertx, mongo, events, event, all.toArray(Session[]::new));
    var born = LocalDate.now(ZoneId.of("UTC")).minusYears(8);
    var children =
        IntStream.range(0, size)
            .mapToObj(i -> MadePeople.child(id(), born, "g-" + id(), event.id()))
            .toList();
    MadePeople.store(vertx, mongo, children.toArray(Participant[]::new));
    return IntStream.range(0, size)
        .mapToObj(i -> wish(children.get(i), all.get(i % sessions).id()))
        .toList();
  }

  private static SignUp wish(Participant child, String session) {
    var needs =
        Map.of(
            "dietary",
            "No nuts.",
            "emergencyContacts",
            List.of(Map.of("name", "Ana Petrescu", "phone", "01632 960123")));
    var body =
        Map.of("id", id(), "participants", List.of(Map.of("id", child.id(), "needs", needs)));
    return new SignUp(
        child.addedBy(), "/v1/sessions/" + session + "/registrations", Json.bytes(body));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    mongo.close();
    Wait.forResult(vertx.close());
  }
}
