package org.localityvoice.directory;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Where a postcode is.
 *
 * @param id the postcode, see {@link Postcode#plain}
 */
public record KnownPostcode(@BsonId String id, double latitude, double longitude) {
  Point point() {
    return new Point(latitude, longitude);
  }
}
