package org.localityvoice.survey.draft;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.survey.Questionnaire;

/**
 * A questionnaire in the making. It may lack texts and make no sense yet.
 *
 * @param id the questionnaire's name
 * @param version counts the changes; the ETag
 * @param form what it says so far, as version 0
 * @param changedBy role of who changed it last
 */
public record Draft(
    @BsonId String id, long version, Questionnaire form, String changedBy, Instant changedAt)
    implements Versioned {

  Draft with(Questionnaire next, String role, Instant now) {
    return new Draft(id, version + 1, next, role, now);
  }
}
