package org.localityvoice.survey;

import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;

/**
 * An answer as it lies in the store from the moment it is acknowledged until it is counted: sealed,
 * so that neither this document nor what the store keeps of it behind the scenes says what was
 * answered when. What remains after counting says only that the ballot is spent, and on what.
 *
 * @param id digest of the ballot for this purpose; nothing leads from it to the counted response
 * @param batch {@link #WAITING}, the batch it is being counted in, or {@link #COUNTED}. After that
 *     it no longer says in which batch
 * @param said digest of ballot and content, by which a retry is told from other content; without
 *     the ballot, which nobody keeps but the phone, it says nothing
 * @param sealed the response under the wave's answer key; null once counted
 */
public record Arrival(
    @BsonId String id, String wave, int batch, String said, @Nullable String sealed) {
  static final int WAITING = 0;
  static final int COUNTED = -1;

  private record Content(Response response) {}

  /**
   * A new arrival.
   *
   * @param response whatever its id, it gets the one that belongs to the ballot
   */
  static Arrival of(String ballot, Response response, AnswerSeal seal) {
    var id = id(ballot);
    var plain = response.as(BallotBox.digest(ballot));
    return new Arrival(id, response.wave(), WAITING, said(ballot, plain), seal.seal(id, plain));
  }

  /** Whether it says the same as another under the same ballot. */
  @BsonIgnore
  boolean saysTheSameAs(Arrival other) {
    return wave.equals(other.wave) && said.equals(other.said);
  }

  /** The id of the arrival with a ballot. */
  static String id(String ballot) {
    return BallotBox.digest("arrival\0" + ballot);
  }

  private static String said(String ballot, Response response) {
    // The day is not what was said; a retry may come after midnight.
    var content = Json.text(new Content(response.on("")));
    return BallotBox.digest("said\0" + ballot + '\0' + content);
  }
}
