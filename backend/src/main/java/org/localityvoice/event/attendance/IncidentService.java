package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.localityvoice.event.people.Sealing;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.PlainText;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Takes notes of incidents and lets the locality's safeguarding lead read them. Nothing of the text
 * goes anywhere else: whoever wrote it gets an id back, and the lead is told that there is
 * something new.
 */
final class IncidentService {
  /** Claims that involve children are kept past their 21st birthday. */
  private static final Period KEPT = Period.of(21, 4, 0);

  private static final String KIND = "event.attendance/incident";

  private final IncidentStore store;
  private final Guests guests;
  private final Insiders insiders;
  private final DoorAuditStore audit;
  private final Sealing sealing;
  private final InstantSource clock;
  private final ZoneId zone;

  IncidentService(
      IncidentStore store,
      Guests guests,
      Insiders insiders,
      DoorAuditStore audit,
      Sealing sealing,
      InstantSource clock,
      ZoneId zone) {
    this.store = store;
    this.guests = guests;
    this.insiders = insiders;
    this.audit = audit;
    this.sealing = sealing;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * What was written.
   *
   * @param guests names of those it is about, as they are on the roster
   */
  record Note(String id, Instant at, List<String> guests, String text) {
    /** Without what was written. */
    @Override
    public String toString() {
      return "note " + id;
    }
  }

  /**
   * A note with its text, for who may read it.
   *
   * @param about ids of participants
   */
  record Read(Incident incident, List<String> about, String text) {
    /** Without what was written. */
    @Override
    public String toString() {
      return incident.toString();
    }
  }

  /** Keeps a note; the same again changes nothing. Gives back its id, and nothing else. */
  Future<String> keep(AtDoor at, Note note) {
    var text = PlainText.of(note.text());
    if (text.isEmpty()) {
      throw Problem.invalid(List.of(Violation.at("/text", "blank")));
    }
    if (!at.hours().canHaveBeen(note.at(), at.now())) {
      throw Problem.invalid(List.of(Violation.at("/at", "incident-time")));
    }
    var id = DerivedId.of("incident", at.session().id(), note.id());
    var digest = at.key().digest(note.at() + " " + String.join(" ", note.guests()) + "\n" + text);
    return about(at, note)
        .compose(about -> sealing.seal(KIND, id, String.join(" ", about) + "\n" + text))
        .compose(hidden -> store.add(incident(at, note, id, hidden, digest)))
        .compose(
            added ->
                added
                    ? Future.succeededFuture(id)
                    : store.find(id).map(found -> same(found, digest)));
  }

  /** Who it is about: their names at the door are good for a month only. */
  private Future<List<String>> about(AtDoor at, Note note) {
    return guests
        .expected(at.session(), at.key())
        .compose(all -> insiders.with(at.session(), all, note.guests()))
        .map(
            all -> {
              var faults = new ArrayList<Violation>();
              var about = new ArrayList<String>();
              for (var i = 0; i < note.guests().size(); i++) {
                var one = all.get(note.guests().get(i));
                if (one == null) {
                  faults.add(Violation.at("/guests/" + i, "unknown-guest"));
                } else {
                  about.add(one.participant());
                }
              }
              if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
              }
              return about;
            });
  }

  private Incident incident(AtDoor at, Note note, String id, String sealed, String digest) {
    return new Incident(
        id,
        note.id(),
        at.session().id(),
        at.session().localityId(),
        at.device().id(),
        at.device().maker().uid(),
        note.at().truncatedTo(ChronoUnit.MILLIS),
        at.now(),
        sealed,
        digest,
        at.now().atZone(zone).plus(KEPT).toInstant(),
        null,
        List.of(IncidentAlert.effect(id, at.session().localityId(), at.now())),
        at.now());
  }

  private static Read read(Incident incident, String content) {
    var parts = content.split("\n", 2);
    var about = parts[0].isEmpty() ? List.<String>of() : List.of(parts[0].split(" ", -1));
    return new Read(incident, about, parts[1]);
  }

  private static String same(Optional<Incident> found, String digest) {
    return found
        .filter(one -> one.digest().equals(digest))
        .map(Incident::id)
        .orElseThrow(() -> Problem.conflict("incident-id-taken"));
  }

  /** The notes of a locality, without their texts. */
  Future<List<Incident>> list(Caller caller, String locality, Optional<ListMark> after, int limit) {
    caller.mustWorkIn(locality);
    return store.ofLocality(locality, after, limit);
  }

  /** One with its text; that it was read is noted first. */
  Future<Read> read(Caller caller, String id) {
    return find(caller, id)
        .compose(
            incident ->
                audit
                    .add(
                        new DoorAuditStore.IncidentRead(
                            UUID.randomUUID().toString(),
                            id,
                            caller.uid(),
                            signing(caller).role(),
                            clock.instant()))
                    .compose(noted -> opened(incident)));
  }

  /** One of a locality where somebody is the safeguarding lead. */
  Future<Incident> find(Caller caller, String id) {
    return store
        .find(id)
        .map(found -> found.orElseThrow(Problem::notFound))
        .map(
            incident -> {
              signing(caller);
              caller.mustWorkIn(incident.locality());
              return incident;
            });
  }

  static Signatory signing(Caller caller) {
    return caller.signing(Set.of(Role.SAFEGUARDING_LEAD));
  }

  /** What was written, for whoever has made sure that it may be read, or shows it to nobody. */
  Future<Read> opened(Incident incident) {
    return sealing
        .open(KIND, incident.id(), incident.sealed())
        .map(content -> read(incident, content));
  }
}
