package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * The rest of a find. It holds positions only, and reads the documents when they are asked for, so
 * that a large export does not sit in memory; what changed meanwhile is seen as it is then.
 */
final class PositionCursor extends AbstractCursor {
  private final Query query;
  private final StoreCollection collection;
  private final List<Long> positions;
  private int next;

  PositionCursor(long id, Query query, StoreCollection collection, List<Long> positions) {
    super(id);
    this.query = query;
    this.collection = collection;
    this.positions = positions;
  }

  @Override
  public boolean isEmpty() {
    return next >= positions.size();
  }

  @Override
  public List<Document> takeDocuments(int most) {
    Batch batch = new Batch(most);
    while (batch.hasRoom() && next < positions.size()) {
      query.at(collection, positions.subList(next, ++next)).forEach(batch::add);
    }
    return batch.documents();
  }
}
