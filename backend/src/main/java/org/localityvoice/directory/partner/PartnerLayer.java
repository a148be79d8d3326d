package org.localityvoice.directory.partner;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Versioned;

/**
 * The partner layer of a service: a document of its own in a collection of its own, so that nothing
 * that reads services for everybody can come upon it.
 *
 * @param id of the service
 * @param version is its edition too: only people change it
 */
public record PartnerLayer(
    @BsonId String id, long version, PartnerContent content, Instant changedAt, String changedBy)
    implements Versioned {
  PartnerLayer with(PartnerContent next, Instant now, String uid) {
    return new PartnerLayer(id, version + 1, next, now, uid);
  }
}
