package org.localityvoice.survey.draft;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The drafts, one for each questionnaire at most. */
final class DraftStore {
  private static final String COLLECTION = "questionnaireDrafts";
  private static final int MOST = 200;

  private final MongoCollection<Draft> drafts;
  private final MongoCollection<Document> raw;
  private final CompareAndSet compareAndSet;

  DraftStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    drafts = mongo.collection(COLLECTION, Draft.class);
    raw = mongo.collection(COLLECTION, Document.class);
  }

  Future<Optional<Draft>> find(String name) {
    return Publishers.first(drafts.find(eq("_id", name)));
  }

  /** Names of the questionnaires that have a draft, in order. */
  Future<List<String>> names() {
    return Publishers.list(raw.find().projection(include("_id")).sort(ascending("_id")).limit(MOST))
        .map(found -> found.stream().map(one -> one.getString("_id")).toList());
  }

  /** Adds a draft; false when there is one already. */
  Future<Boolean> add(Draft draft) {
    return Publishers.unlessTaken(drafts.insertOne(draft));
  }

  <R> Future<R> change(String name, Function<Draft, Decision<Draft, R>> decide) {
    return compareAndSet.change(drafts, name, decide);
  }
}
