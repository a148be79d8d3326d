package org.localityvoice.survey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Waves and the questionnaires they use. */
final class WaveStore {
  static final String COLLECTION = "waves";
  private static final int MOST = 100;

  private final MongoCollection<Wave> waves;
  private final MongoCollection<Questionnaire> questionnaires;
  private final CompareAndSet compareAndSet;

  WaveStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    waves =
        mongo.collection(
            COLLECTION,
            Wave.class,
            Index.ordered("locality", "-from"),
            Index.on("state"),
            Index.sparse("outboxSince"));
    questionnaires = mongo.collection("questionnaires", Questionnaire.class);
  }

  Future<Optional<Wave>> find(String id) {
    return Publishers.first(waves.find(eq("_id", id)));
  }

  /** The waves of a locality in any of these stored states, newest first. */
  Future<List<Wave>> of(String locality, Collection<WaveState> states) {
    return Publishers.list(
        waves
            .find(and(eq("locality", locality), stored(states)))
            .sort(orderBy(descending("from")))
            .limit(MOST));
  }

  /** Every wave in one of these stored states. */
  Future<List<Wave>> in(Collection<WaveState> states) {
    return Publishers.list(waves.find(stored(states)));
  }

  private static Bson stored(Collection<WaveState> states) {
    return Filters.in("state", states.stream().map(WaveState::name).toList());
  }

  /** Every wave whose answers are not all counted yet. */
  Future<List<Wave>> unfinished() {
    return in(List.of(WaveState.OPEN, WaveState.GRACE, WaveState.CLOSING));
  }

  /** All waves, for the command that checks the store. */
  Future<List<Wave>> all() {
    return Publishers.list(waves.find());
  }

  /** Which of these waves have not been closed at this moment. */
  Future<List<Wave>> open(Collection<String> ids) {
    var states = List.of(WaveState.OPEN, WaveState.GRACE);
    return Publishers.list(waves.find(and(Filters.in("_id", ids), stored(states))));
  }

  /** Adds a wave; false when there is one of that id already. */
  Future<Boolean> add(Wave wave) {
    return Publishers.unlessTaken(waves.insertOne(wave));
  }

  <R> Future<R> change(String id, Function<Wave, Decision<Wave, R>> decide) {
    return compareAndSet.change(waves, id, decide);
  }

  Future<Optional<Questionnaire>> questionnaire(String id) {
    return Publishers.first(questionnaires.find(eq("_id", id)));
  }

  /** Adds a version; false when it is there already. */
  Future<Boolean> add(Questionnaire questionnaire) {
    return Publishers.unlessTaken(questionnaires.insertOne(questionnaire));
  }
}
