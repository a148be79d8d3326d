package org.localityvoice.survey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Cells, and for each wave how far folding has come. */
final class CellStore {
  /**
   * How far a wave is folded.
   *
   * @param id the wave
   * @param version counts the changes
   * @param batch number of the batch at hand, or of the last one
   * @param ids the batch's answers; empty when it is done
   * @param ended whether there will be no further batch
   */
  public record Fold(@BsonId String id, long version, int batch, List<String> ids, boolean ended) {
    public Fold {
      ids = List.copyOf(ids);
    }

    Fold next(List<String> answers) {
      return new Fold(id, version + 1, batch + 1, answers, false);
    }

    Fold done() {
      return new Fold(id, version + 1, batch, List.of(), false);
    }

    Fold end() {
      return new Fold(id, version + 1, batch, List.of(), true);
    }
  }

  private final MongoCollection<Cell> cells;
  private final MongoCollection<Fold> folds;

  CellStore(Mongo mongo) {
    cells = mongo.collection("cells", Cell.class, Index.on("wave"));
    folds = mongo.collection("folds", Fold.class);
  }

  Future<List<Cell>> of(String wave) {
    return Publishers.list(cells.find(eq("wave", wave)).sort(ascending("_id")));
  }

  Future<Fold> fold(String wave) {
    return Publishers.first(folds.find(eq("_id", wave)))
        .map(found -> found.orElse(new Fold(wave, 0, 0, List.of(), false)));
  }

  /** Moves folding on by one step; false when somebody else has moved it. */
  Future<Boolean> replace(Fold seen, Fold next) {
    if (seen.version() == 0) {
      return Publishers.unlessTaken(folds.insertOne(next));
    }
    var guard = and(eq("_id", seen.id()), eq("version", seen.version()));
    return Publishers.one(folds.replaceOne(guard, next))
        .map(result -> result.getMatchedCount() == 1);
  }

  /** Adds a batch's counts to a cell, unless it has that batch already. */
  Future<Void> add(String wave, String cell, int batch, Tally tally) {
    var changes =
        Stream.concat(
                Stream.of(
                    Updates.set("batch", batch),
                    Updates.setOnInsert("wave", wave),
                    Updates.setOnInsert("strata", tally.strata(cell))),
                tally.counters(cell).entrySet().stream()
                    .map(counter -> Updates.inc(counter.getKey(), counter.getValue())))
            .collect(Collectors.toList());
    // A cell that has the batch is not found by the guard; the upsert then meets its key.
    return Publishers.unlessTaken(
            cells.updateOne(
                and(eq("_id", cell), lt("batch", batch)),
                Updates.combine(changes),
                new UpdateOptions().upsert(true)))
        .mapEmpty();
  }
}
