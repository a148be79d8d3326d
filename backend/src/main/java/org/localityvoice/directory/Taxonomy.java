package org.localityvoice.directory;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.outbox.Outgoing;

/**
 * A list of needs, one document with all its terms.
 *
 * @param version counts every write, those of the outbox too
 * @param changedAt when a person last changed it
 */
public record Taxonomy(
    @BsonId String id,
    long version,
    long edition,
    TaxonomyContent content,
    Instant changedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Entry<TaxonomyContent> {

  static final String COLLECTION = "directory_taxonomies";

  public Taxonomy {
    outbox = List.copyOf(outbox);
  }

  static Taxonomy made(String id, TaxonomyContent content, Edit edit) {
    return new Taxonomy(id, 1, 1, content, edit.at(), edit.behind(List.of()), edit.at());
  }

  Taxonomy with(TaxonomyContent next, Edit edit) {
    return new Taxonomy(
        id,
        version + 1,
        edit.edition(),
        next,
        edit.at(),
        edit.behind(outbox),
        outboxSince == null ? edit.at() : outboxSince);
  }
}
