package org.localityvoice.directory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.localityvoice.directory.Searched.Band;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Counts of what was looked for, each one document. */
final class SearchedStore {
  private final MongoCollection<Searched> counts;

  SearchedStore(Mongo mongo) {
    counts =
        mongo.collection(
            "directory_searched",
            Searched.class,
            Index.ordered("locality", "-week", "_id"),
            Index.on("week"));
  }

  /** Adds to the counts of these things. */
  Future<Void> add(Map<Searched.Key, Map<Band, Integer>> more) {
    if (more.isEmpty()) {
      return Future.succeededFuture();
    }
    var writes = more.entrySet().stream().map(one -> add(one.getKey(), one.getValue())).toList();
    return Publishers.done(counts.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
  }

  private static UpdateOneModel<Searched> add(Searched.Key key, Map<Band, Integer> more) {
    var changes = new ArrayList<Bson>();
    for (var band : Band.values()) {
      changes.add(inc(band.field(), more.getOrDefault(band, 0)));
    }
    changes.add(setOnInsert("week", key.week()));
    changes.add(setOnInsert("locality", key.locality()));
    changes.add(setOnInsert("thing", key.thing().name()));
    changes.add(setOnInsert("value", key.value()));
    return new UpdateOneModel<>(
        eq("_id", key.id()), combine(changes), new UpdateOptions().upsert(true));
  }

  /** What was looked for in a place, both weeks included, the latest first. */
  Future<List<Searched>> in(String locality, LocalDate from, LocalDate to, int limit) {
    return Publishers.list(
        counts
            .find(and(eq("locality", locality), gte("week", from), lte("week", to)))
            .sort(descending("week"))
            .limit(limit));
  }

  /** Forgets what is older. */
  Future<Void> forget(LocalDate before) {
    return Publishers.done(counts.deleteMany(lt("week", before)));
  }
}
