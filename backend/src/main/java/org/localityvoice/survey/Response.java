package org.localityvoice.survey;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * One person's counted answers, with nothing in it that leads back to them: no user, no address, no
 * device, no time finer than the day.
 *
 * @param id digest of the spent ballot
 * @param batch the batch it was counted in
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

  /** The same under another id. */
  @BsonIgnore
  Response as(String other) {
    return new Response(other, wave, batch, language, mode, strata, answers, day, written);
  }

  /** The same as part of a batch. */
  @BsonIgnore
  Response in(int number) {
    return new Response(id, wave, number, language, mode, strata, answers, day, written);
  }

  /** The same with another day. */
  @BsonIgnore
  Response on(String other) {
    return new Response(id, wave, batch, language, mode, strata, answers, other, written);
  }
}
