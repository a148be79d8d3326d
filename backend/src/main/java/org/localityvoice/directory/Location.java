package org.localityvoice.directory;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.outbox.Outgoing;

/**
 * A place where services are given.
 *
 * @param version counts every write, those of the outbox too
 * @param place where it is, by its point or its postcode; absent where neither is known
 * @param changedAt when a person last changed it
 */
public record Location(
    @BsonId String id,
    long version,
    long edition,
    LocationContent content,
    @Nullable Point place,
    Instant changedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Entry<LocationContent> {

  static final String COLLECTION = "directory_locations";

  public Location {
    outbox = List.copyOf(outbox);
  }

  static Location made(String id, LocationContent content, @Nullable Point place, Edit edit) {
    return new Location(id, 1, 1, content, place, edit.at(), edit.behind(List.of()), edit.at());
  }

  Location with(LocationContent next, @Nullable Point nextPlace, Edit edit) {
    return new Location(
        id,
        version + 1,
        edit.edition(),
        next,
        nextPlace,
        edit.at(),
        edit.behind(outbox),
        outboxSince == null ? edit.at() : outboxSince);
  }
}
