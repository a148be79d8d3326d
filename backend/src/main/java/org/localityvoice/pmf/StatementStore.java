package org.localityvoice.pmf;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Statements in the collection {@code pmf_statements}. */
final class StatementStore {
  private static final String TYPE = "state.type";
  private static final String DUE = "state.dueAt";
  private static final String SINCE = "state.since";
  private static final String SEQUENCE = "sequence";

  private final MongoCollection<Statement> statements;
  private final MongoCollection<BsonDocument> fields;
  private final CompareAndSet changes;

  StatementStore(Mongo mongo, CompareAndSet changes) {
    this.statements =
        mongo.collection(
            "pmf_statements",
            Statement.class,
            Index.unique(SEQUENCE),
            Index.sparse(DUE),
            Index.on(TYPE, SEQUENCE),
            Index.on(TYPE, SINCE));
    this.fields = statements.withDocumentClass(BsonDocument.class);
    this.changes = changes;
  }

  /** False when its id or its sequence is taken. */
  Future<Boolean> insert(Statement statement) {
    return Publishers.unlessTaken(statements.insertOne(statement));
  }

  Future<Optional<Statement>> find(String id) {
    return Publishers.first(statements.find(eq("_id", id)));
  }

  /** The highest sequence given so far; 0 when there is none. */
  Future<Long> highestSequence() {
    return Publishers.first(
            fields.find().projection(include(SEQUENCE)).sort(descending(SEQUENCE)).limit(1))
        .map(found -> found.map(one -> one.getNumber(SEQUENCE).longValue()).orElse(0L));
  }

  /** Statements whose next attempt is due, or whose claim has lapsed; longest due first. */
  Future<List<String>> due(Instant now, int limit) {
    return ids(lte(DUE, now), ascending(DUE), limit);
  }

  /** Statements of some states, by sequence. */
  Future<List<String>> of(List<String> types, int limit) {
    return ids(in(TYPE, types), ascending(SEQUENCE), limit);
  }

  /** A page of statements by sequence, of some states or, where none is named, of all. */
  Future<List<Statement>> page(List<String> types, long after, int limit) {
    var wanted = types.isEmpty() ? empty() : in(TYPE, types);
    return Publishers.list(
        statements.find(and(wanted, gt(SEQUENCE, after))).sort(ascending(SEQUENCE)).limit(limit));
  }

  Future<Long> count(List<String> types) {
    return Publishers.one(statements.countDocuments(in(TYPE, types)));
  }

  /** Since when the oldest pending statement waits. */
  Future<Optional<Instant>> oldestPending() {
    return Publishers.list(
            fields
                .find(in(TYPE, StatementState.types("pending")))
                .projection(include(SINCE))
                .sort(ascending(SINCE))
                .limit(1))
        .map(
            found ->
                found.stream()
                    .map(one -> one.getDocument("state").getDateTime("since").getValue())
                    .map(Instant::ofEpochMilli)
                    .findFirst());
  }

  /** Moves one statement on; empty when the step answers that it does not apply. */
  Future<Optional<Statement>> change(String id, Function<Statement, Optional<Statement>> step) {
    return changes.change(
        statements,
        id,
        seen -> {
          var next = step.apply(seen);
          return next.isPresent() ? Decision.replace(next.get(), next) : Decision.keep(next);
        });
  }

  private Future<List<String>> ids(Bson wanted, Bson order, int limit) {
    return Publishers.list(fields.find(wanted).projection(include("_id")).sort(order).limit(limit))
        .map(found -> found.stream().map(one -> one.getString("_id").getValue()).toList());
  }
}
