package org.localityvoice.event.people;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The area's rules as one document, and every text that could ever be consented to. */
final class RulesStore {
  private final MongoCollection<EventRules> rules;
  private final MongoCollection<Text> texts;

  /**
   * A text as it was shown, kept for good: a consent names it.
   *
   * @param id follows from all the rest, so that a changed text is another one
   */
  public record Text(
      @BsonId String id, String purpose, String version, String language, String text) {}

  RulesStore(Mongo mongo) {
    rules = mongo.collection("event_rules", EventRules.class);
    texts = mongo.collection("consent_texts", Text.class);
  }

  Future<EventRules> read() {
    return Publishers.first(rules.find(eq("_id", EventRules.ONLY)))
        .map(found -> found.orElseGet(EventRules::none));
  }

  /** Replaces them, whatever they were. */
  Future<Void> write(EventRules next) {
    return Publishers.done(
        rules.replaceOne(eq("_id", next.id()), next, new ReplaceOptions().upsert(true)));
  }

  /** Adds texts; those that are there stay. */
  Future<Void> add(List<Text> some) {
    return some.isEmpty()
        ? Future.succeededFuture()
        : Publishers.done(texts.insertMany(some, new InsertManyOptions().ordered(false)))
            .recover(
                failure ->
                    Mongo.duplicates(failure).isPresent()
                        ? Future.succeededFuture()
                        : Future.failedFuture(failure));
  }
}
