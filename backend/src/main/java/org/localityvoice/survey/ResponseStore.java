package org.localityvoice.survey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.excludeId;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The counted answers. Each is written once, shuffled among those of its batch. */
final class ResponseStore {
  private static final int NOT_COUNTED = 0;

  private final MongoCollection<Response> responses;
  private final MongoCollection<Document> raw;

  ResponseStore(Mongo mongo) {
    responses = mongo.collection("responses", Response.class, Index.on("wave", "batch"));
    raw = mongo.collection("responses", Document.class);
  }

  /** Adds those of a batch that are not there yet. */
  Future<Void> add(List<Response> batch) {
    return Publishers.done(responses.insertMany(batch, new InsertManyOptions().ordered(false)))
        .recover(
            failure ->
                Mongo.duplicates(failure).isPresent()
                    ? Future.<Void>succeededFuture()
                    : Future.failedFuture(failure));
  }

  /** What was written in answer to a question, in a wave whose answers are counted. */
  Future<List<String>> written(String wave, String question, int most) {
    var field = "written." + question;
    return Publishers.list(
            raw.find(and(eq("wave", wave), gt("batch", NOT_COUNTED), exists(field)))
                .projection(Projections.fields(Projections.include(field), excludeId()))
                .limit(most))
        .map(
            found ->
                found.stream()
                    .map(document -> document.get("written", Document.class).getString(question))
                    .toList());
  }

  /** Hands over every counted answer of a wave, one after the other, in constant memory. */
  Future<Void> eachCounted(String wave, Consumer<Response> each) {
    return Publishers.each(
        responses.find(and(eq("wave", wave), gt("batch", NOT_COUNTED))).batchSize(500), each);
  }
}
