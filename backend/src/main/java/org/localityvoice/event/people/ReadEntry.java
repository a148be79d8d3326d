package org.localityvoice.event.people;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * That somebody has read what was collected: who, of whom, for which session, when, and which
 * kinds; nothing of what it said.
 */
public record ReadEntry(
    @BsonId String id,
    String reader,
    String role,
    String participant,
    String session,
    List<String> kinds,
    Instant at) {

  public ReadEntry {
    kinds = List.copyOf(kinds);
  }
}
