package org.localityvoice.event.people;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.DerivedId;

/**
 * That whatever is kept of a participant in a session must not be removed, because of an incident.
 *
 * @param id follows from the two
 * @param owner who answers for it
 * @param reviewOn when they must look at it again
 */
public record HeldRecord(
    @BsonId String id, String session, String participant, Signatory owner, LocalDate reviewOn) {

  static String id(String session, String participant) {
    return DerivedId.of("held-record", session, participant);
  }
}
