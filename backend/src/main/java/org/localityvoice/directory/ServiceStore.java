package org.localityvoice.directory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Services, each one document, found by what they refer to and by when they decay. */
final class ServiceStore {
  private final EntryStore<Provision> entries;
  private final MongoCollection<Ref> refs;

  ServiceStore(Mongo mongo, CompareAndSet compareAndSet) {
    entries =
        new EntryStore<>(
            mongo,
            compareAndSet,
            Provision.COLLECTION,
            Provision.class,
            Index.on("content.organisation", "_id"),
            Index.on("content.locations", "_id"),
            Index.on("content.localities", "_id"),
            Index.on("state", "_id"),
            Index.sparse("decaysAt"));
    refs = mongo.collection(Provision.COLLECTION, Ref.class);
  }

  /** A service's id alone. */
  public record Ref(@BsonId String id) {}

  EntryStore<Provision> entries() {
    return entries;
  }

  /**
   * Ids of services that an edit may have made to be found by other things, after one of them, in
   * the order of ids. A taxonomy touches all: those as well that have a need that is in it no more.
   */
  Future<List<String>> touched(EntryKind kind, String id, String after, int limit) {
    return ids(which(kind, id), after, limit);
  }

  private static Bson which(EntryKind kind, String id) {
    return switch (kind) {
      case ORGANISATION -> eq("content.organisation", id);
      case LOCATION -> eq("content.locations", id);
      case TAXONOMY -> Filters.empty();
      case SERVICE -> eq("_id", id);
    };
  }

  /** Published services, after one of them, in the order of ids. */
  Future<List<Provision>> published(String after, int limit) {
    return page(eq("state", ServiceState.PUBLISHED.name()), after, limit);
  }

  private Future<List<Provision>> page(Bson which, String after, int limit) {
    return Publishers.list(
        entries
            .collection()
            .find(and(which, gt("_id", after)))
            .sort(ascending("_id"))
            .limit(limit));
  }

  private Future<List<String>> ids(Bson which, String after, int limit) {
    return Publishers.list(
            refs.find(and(which, gt("_id", after)))
                .projection(include("_id"))
                .sort(ascending("_id"))
                .limit(limit))
        .map(found -> found.stream().map(Ref::id).toList());
  }

  /** Ids of services that are less fresh by now than is written in them, the longest first. */
  Future<List<String>> decayed(Instant now, int limit) {
    return Publishers.list(
            refs.find(lte("decaysAt", now))
                .projection(include("_id"))
                .sort(ascending("decaysAt"))
                .limit(limit))
        .map(found -> found.stream().map(Ref::id).toList());
  }
}
