package org.localityvoice.survey;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/**
 * Who has taken a ballot, as marks that only the wave's secret can tie to a person. Nothing here
 * leads to an answer.
 */
final class ParticipationStore {
  /**
   * One person's part in one wave.
   *
   * @param id wave and the person's mark
   * @param retry the mark of the request that took the ballot
   */
  public record Participation(@BsonId String id, String retry) {}

  private final MongoCollection<Participation> participations;

  ParticipationStore(Mongo mongo) {
    participations = mongo.collection("participations", Participation.class);
  }

  /** Spends the person's one ballot; false when another request has spent it. */
  Future<Boolean> spend(Participation wanted) {
    return Publishers.unlessTaken(participations.insertOne(wanted))
        .compose(fresh -> fresh ? Future.succeededFuture(true) : wasThis(wanted));
  }

  private Future<Boolean> wasThis(Participation wanted) {
    return Publishers.first(participations.find(eq("_id", wanted.id())))
        .map(found -> found.map(wanted::equals).orElse(false));
  }
}
