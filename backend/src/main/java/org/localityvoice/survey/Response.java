package org.localityvoice.survey;

import java.util.Map;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * One person's answers, with nothing in it that leads back to them: no user, no address, no device,
 * no time finer than the day.
 *
 * @param id digest of the spent ballot
 * @param batch the batch it was counted in; 0 while it is not counted
 * @param strata option by stratum
 * @param answers option by item
 * @param day ISO 8601 date of arrival
 * @param written answers that are no options, by question: texts, numbers and dates without bands.
 *     Never counted; see {@link WrittenAnswers} for who may read them. Null where there are none
 */
public record Response(
    @BsonId String id,
    String wave,
    int batch,
    String language,
    String mode,
    Map<String, String> strata,
    Map<String, String> answers,
    String day,
    @Nullable Map<String, String> written) {

  public Response {
    strata = Map.copyOf(strata);
    answers = Map.copyOf(answers);
    written = written == null || written.isEmpty() ? null : Map.copyOf(written);
  }

  /** Answers that are all options. */
  public Response(
      String id,
      String wave,
      int batch,
      String language,
      String mode,
      Map<String, String> strata,
      Map<String, String> answers,
      String day) {
    this(id, wave, batch, language, mode, strata, answers, day, null);
  }

  /** Whether it says the same as another under the same ballot. */
  @BsonIgnore
  public boolean saysTheSameAs(Response other) {
    return wave.equals(other.wave)
        && language.equals(other.language)
        && mode.equals(other.mode)
        && strata.equals(other.strata)
        && answers.equals(other.answers)
        && Objects.equals(written, other.written);
  }
}
