package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** What fits into one answer: so many documents, and not much more than one can be large. */
final class Batch {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final int most;
  private final List<Document> documents = new ArrayList<>();
  private long bytes;

  /** An empty batch of at most so many documents, 0 for any number. */
  Batch(int most) {
    this.most = most;
  }

  boolean hasRoom() {
    return (most == 0 || documents.size() < most) && bytes < MOST_BYTES;
  }

  void add(Query.Match match) {
    documents.add(match.document());
    bytes += match.size();
  }

  List<Document> documents() {
    return documents;
  }
}
