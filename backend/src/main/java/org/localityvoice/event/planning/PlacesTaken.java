package org.localityvoice.event.planning;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.allocation.Allotment;
import org.localityvoice.event.allocation.SessionPlaces;

/**
 * How many places the sessions of an allotment have given away: numbers only, copied from the
 * allotment, which alone decides.
 *
 * @param id of the allotment
 * @param version of the allotment that this was made of
 * @param last when the last of its sessions begins
 */
public record PlacesTaken(
    @BsonId String id, long version, List<Taken> sessions, @Nullable Instant last) {
  public PlacesTaken {
    sessions = List.copyOf(sessions);
  }

  /** Places of a session that are taken, kept or offered to somebody. */
  public record Taken(String session, int places) {}

  static PlacesTaken of(Allotment allotment) {
    return new PlacesTaken(
        allotment.id(),
        allotment.version(),
        allotment.sessions().stream().map(one -> new Taken(one.id(), one.taken())).toList(),
        allotment.sessions().stream()
            .map(SessionPlaces::startsAt)
            .max(Instant::compareTo)
            .orElse(null));
  }
}
