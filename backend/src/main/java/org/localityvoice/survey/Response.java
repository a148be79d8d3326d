package org.localityvoice.survey;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;

/**
 * One person's answers, with nothing in it that leads back to them: no user, no address, no device,
 * no time finer than the day.
 *
 * @param id digest of the spent ballot
 * @param batch the batch it was counted in; 0 while it is not counted
 * @param strata option by stratum
 * @param answers option by item
 * @param day ISO 8601 date of arrival
 */
public record Response(
    @BsonId String id,
    String wave,
    int batch,
    String language,
    String mode,
    Map<String, String> strata,
    Map<String, String> answers,
    String day) {

  public Response {
    strata = Map.copyOf(strata);
    answers = Map.copyOf(answers);
  }

  /** Whether it says the same as another under the same ballot. */
  @BsonIgnore
  public boolean saysTheSameAs(Response other) {
    return wave.equals(other.wave)
        && language.equals(other.language)
        && mode.equals(other.mode)
        && strata.equals(other.strata)
        && answers.equals(other.answers);
  }
}
