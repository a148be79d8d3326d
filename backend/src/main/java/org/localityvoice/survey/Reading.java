package org.localityvoice.survey;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.identity.Signatory;

/**
 * That somebody has read what people wrote in answer to a question of a wave; and nothing of what
 * it was.
 *
 * @param reader uid
 * @param role in which they read
 * @param texts how many were handed to them, 0 where they were too few to show any
 */
public record Reading(
    @BsonId String id,
    String reader,
    String role,
    String locality,
    String wave,
    String question,
    Instant at,
    int texts) {

  static Reading of(String id, Signatory by, Wave wave, String question, Instant at, int texts) {
    return new Reading(id, by.uid(), by.role(), wave.locality(), wave.id(), question, at, texts);
  }
}
