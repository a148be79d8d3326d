package org.localityvoice.directory;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * One line of an entry's history. It is written once and never changed.
 *
 * @param id follows from the edit, so that it is noted once
 * @param subject the entry: {@code service:} and its id
 */
public record History(@BsonId String id, String subject, long edition, Edit edit) {
  static final String COLLECTION = "directory_history";

  static History of(Edit edit) {
    return new History(edit.key(), subject(edit.kind(), edit.id()), edit.edition(), edit);
  }

  static String subject(EntryKind kind, String id) {
    return kind.slug() + ":" + id;
  }
}
