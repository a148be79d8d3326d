package org.localityvoice.survey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.excludeId;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The answers. Each is written once and marked once, with the batch it was counted in. */
final class ResponseStore {
  private static final int NOT_COUNTED = 0;
  private static final String KEPT = "kept";

  private final MongoCollection<Response> responses;
  private final MongoCollection<Document> raw;

  ResponseStore(Mongo mongo) {
    responses = mongo.collection("responses", Response.class, Index.on("wave", "batch"));
    raw = mongo.collection("responses", Document.class);
  }

  /** Adds all that are new; answers with the positions of those whose ballot was spent before. */
  Future<Set<Integer>> add(List<Response> group) {
    return Publishers.done(responses.insertMany(group, new InsertManyOptions().ordered(false)))
        .map(Set.<Integer>of())
        .recover(
            failure ->
                Mongo.duplicates(failure)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(failure)));
  }

  Future<List<Response>> byIds(Collection<String> ids) {
    return Publishers.list(responses.find(in("_id", ids)));
  }

  /** Takes back an answer that came too late; false when it has been counted or is kept. */
  Future<Boolean> takeBack(String id) {
    return Publishers.one(
            responses.deleteOne(and(eq("_id", id), eq("batch", NOT_COUNTED), ne(KEPT, true))))
        .map(result -> result.getDeletedCount() == 1);
  }

  /** Keeps an answer from being taken back; false when it is not there any more. */
  Future<Boolean> keep(String id) {
    return Publishers.one(responses.updateOne(eq("_id", id), Updates.set(KEPT, true)))
        .map(result -> result.getMatchedCount() == 1);
  }

  /** Ids of answers that wait to be counted. */
  Future<List<String>> waiting(String wave, int most) {
    return Publishers.list(
            raw.find(and(eq("wave", wave), eq("batch", NOT_COUNTED)))
                .projection(Projections.include("_id"))
                .limit(most))
        .map(found -> found.stream().map(document -> document.getString("_id")).toList());
  }

  /** Marks those of the batch that are still there and not marked. */
  Future<Void> mark(Collection<String> ids, int batch) {
    return Publishers.done(
        responses.updateMany(
            and(in("_id", ids), eq("batch", NOT_COUNTED)), Updates.set("batch", batch)));
  }

  /** The answers of a batch. */
  Future<List<Response>> batch(Collection<String> ids, int batch) {
    return Publishers.list(responses.find(and(in("_id", ids), eq("batch", batch))));
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
