package org.localityvoice.event.takeup;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;

/**
 * How many waited for a session that began without them: a number from the beginning, since nothing
 * else of them is kept for long.
 *
 * @param id of the session
 * @param version of this document
 * @param number of the latest effect of the allotment that is in it
 * @param at when the first of it was known, soon after the session began
 */
public record InVain(
    @BsonId String id, long version, long number, int participants, @Nullable Instant at)
    implements Versioned {
  static final String COLLECTION = "event_waited_in_vain";

  /** With those of one more effect; the same when it is in it already. */
  InVain plus(long effect, int more) {
    return effect <= number ? this : new InVain(id, version + 1, effect, participants + more, at);
  }
}
