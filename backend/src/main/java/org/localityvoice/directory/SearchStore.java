package org.localityvoice.directory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/**
 * Finds services by their tokens. The index holds a service once for each of its tokens, behind
 * each token in the order of lists: so a page is read from where the last one ended, and no further
 * than it takes.
 */
final class SearchStore {
  private static final String TOKENS = "found.tokens";
  private static final String ORDER = "found.order";

  private final MongoCollection<Provision> services;
  private final MongoCollection<Placed> placed;

  SearchStore(Mongo mongo) {
    services = mongo.collection(Provision.COLLECTION, Provision.class, Index.on(TOKENS, ORDER));
    placed = mongo.collection(Provision.COLLECTION, Placed.class);
  }

  /** Where a service is given. */
  public record Placed(@BsonId String id, Points found) {}

  /** Some of what a service is found by. */
  public record Points(List<Point> points, String order) {
    public Points {
      points = List.copyOf(points);
    }
  }

  /** Services that have all tokens, in the order of lists, after one of them. */
  Future<List<Provision>> having(
      List<String> tokens, Optional<Integer> age, String after, int limit) {
    var wanted = all(tokens, age);
    wanted.add(gt(ORDER, after));
    return Publishers.list(services.find(and(wanted)).sort(ascending(ORDER)).limit(limit));
  }

  /** Where services are given that have all tokens, in the order of lists, after one of them. */
  Future<List<Placed>> placed(List<String> tokens, Optional<Integer> age, String after, int limit) {
    var wanted = all(tokens, age);
    wanted.add(gt(ORDER, after));
    return Publishers.list(
        placed
            .find(and(wanted))
            .projection(include("found.points", ORDER))
            .sort(ascending(ORDER))
            .limit(limit));
  }

  private static List<Bson> all(List<String> tokens, Optional<Integer> age) {
    var wanted = new ArrayList<Bson>();
    tokens.forEach(token -> wanted.add(eq(TOKENS, token)));
    age.ifPresent(
        years -> {
          wanted.add(lte("found.fromAge", years));
          wanted.add(gte("found.toAge", years));
        });
    return wanted;
  }
}
