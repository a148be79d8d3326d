package org.localityvoice.notify;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** News that has not reached all its followers yet. */
final class NewsStore {
  static final String COLLECTION = "news";

  private final MongoCollection<NewsItem> items;

  NewsStore(Mongo mongo) {
    items = mongo.collection(COLLECTION, NewsItem.class, Index.on("since"));
  }

  /** Adds news; false when it is there. */
  Future<Boolean> add(NewsItem item) {
    return Publishers.unlessTaken(items.insertOne(item));
  }

  /** The oldest. */
  Future<List<NewsItem>> waiting(int limit) {
    return Publishers.list(items.find().sort(ascending("since")).limit(limit));
  }

  /** Keeps how far one has come. */
  Future<Void> progress(NewsItem item) {
    return Publishers.done(
        items.updateOne(
            eq("_id", item.id()), combine(set("turn", item.turn()), set("after", item.after()))));
  }

  /** Removes one that has reached everybody. */
  Future<Void> remove(String id) {
    return Publishers.done(items.deleteOne(eq("_id", id)));
  }
}
