package org.localityvoice.directory;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.outbox.Outgoing;

/**
 * An organisation that gives services.
 *
 * @param version counts every write, those of the outbox too
 * @param changedAt when a person last changed it
 */
public record Organisation(
    @BsonId String id,
    long version,
    long edition,
    OrganisationContent content,
    Instant changedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Entry<OrganisationContent> {

  static final String COLLECTION = "directory_organisations";

  public Organisation {
    outbox = List.copyOf(outbox);
  }

  static Organisation made(String id, OrganisationContent content, Edit edit) {
    return new Organisation(id, 1, 1, content, edit.at(), edit.behind(List.of()), edit.at());
  }

  Organisation with(OrganisationContent next, Edit edit) {
    return new Organisation(
        id,
        version + 1,
        edit.edition(),
        next,
        edit.at(),
        edit.behind(outbox),
        outboxSince == null ? edit.at() : outboxSince);
  }
}
