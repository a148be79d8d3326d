package org.localityvoice.report;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Assignments of many reports at once, so that the same id with other content is known. */
final class AssignmentStore {
  /**
   * What was asked for.
   *
   * @param id derived from who asked and the id they made
   * @param digest SHA-256 over the rest
   */
  public record Assignment(@BsonId String id, String digest, Instant at) {}

  private final MongoCollection<Assignment> assignments;

  AssignmentStore(Mongo mongo) {
    assignments = mongo.collection("reportAssignments", Assignment.class);
  }

  /** Adds one; false when its id is taken. */
  Future<Boolean> add(Assignment assignment) {
    return Publishers.unlessTaken(assignments.insertOne(assignment));
  }

  Future<Optional<Assignment>> find(String id) {
    return Publishers.first(assignments.find(eq("_id", id)));
  }
}
