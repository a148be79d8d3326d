package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.localityvoice.event.people.Sealing;
import org.localityvoice.mongo.DerivedId;

/**
 * The way in for notes about people that were taken elsewhere than at a door, such as of a lost
 * child on a walkabout. They go where notes of incidents go, are sealed and kept like these, and
 * only the locality's safeguarding lead reads them.
 */
public final class Incidents {
  /** As long as notes from the door. */
  private static final Period KEPT = Period.of(21, 4, 0);

  private static final String KIND = "event.attendance/incident";

  /** Stands where a note from the door has the digest; a retry is known by what is sealed. */
  private static final String SEALED = "sealed";

  private final IncidentStore store;
  private final Sealing sealing;
  private final InstantSource clock;
  private final ZoneId zone;

  Incidents(IncidentStore store, Sealing sealing, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
    this.zone = zone;
  }

  /** What became of a note. */
  public enum Kept {
    /** It is kept. */
    NEW,
    /** It was kept before. */
    KNOWN,
    /** Another one is kept under its id. */
    OTHER
  }

  /**
   * A note.
   *
   * @param place where it was taken, such as {@code walkabout/7b0c…}
   * @param id made by the device
   * @param by uid of who answers for it
   * @param at what the device's clock said
   * @param text what was written, without odd characters, and not blank
   */
  public record Note(String place, String locality, String id, String by, Instant at, String text) {
    /** Without what was written. */
    @Override
    public String toString() {
      return "note " + id;
    }

    /** About nobody whom we know; then the text. */
    private String content() {
      return "\n" + text;
    }
  }

  /** Keeps a note; the same again changes nothing. The lead is told that there is something new. */
  public Future<Kept> keep(Note note) {
    var id = DerivedId.of("concern", note.place(), note.id());
    return sealing
        .seal(KIND, id, note.content())
        .compose(hidden -> store.add(incident(note, id, hidden)))
        .compose(added -> added ? Future.succeededFuture(Kept.NEW) : compared(note, id));
  }

  private Future<Kept> compared(Note note, String id) {
    return store
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Kept.OTHER)
                    : sealing
                        .open(KIND, id, found.get().sealed())
                        .map(
                            content ->
                                content.equals(note.content()) && found.get().by().equals(note.by())
                                    ? Kept.KNOWN
                                    : Kept.OTHER));
  }

  private Incident incident(Note note, String id, String sealed) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Incident(
        id,
        note.id(),
        note.place(),
        note.locality(),
        null,
        note.by(),
        note.at(),
        now,
        sealed,
        SEALED,
        now.atZone(zone).plus(KEPT).toInstant(),
        null,
        List.of(IncidentAlert.effect(id, note.locality(), now)),
        now);
  }
}
