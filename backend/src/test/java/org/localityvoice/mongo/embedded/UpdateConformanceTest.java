package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.localityvoice.mongo.embedded.Driver.all;
import static org.localityvoice.mongo.embedded.Driver.done;
import static org.localityvoice.mongo.embedded.Driver.one;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import reactor.core.publisher.Mono;

@ParameterizedClass
@ArgumentsSource(Servers.class)
class UpdateConformanceTest {
  private static final int DUPLICATE = 11_000;
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  @Parameter Server server;

  private static Document doc(int id) {
    return new Document("_id", id);
  }

  @Test
  void a_guarded_update_happens_only_to_the_version_that_was_read() {
    var reports = server.collection(doc(1).append("version", 3L).append("state", "new"));
    var advance = combine(set("state", "open"), inc("version", 1L));
    assertThat(one(reports.findOneAndUpdate(and(eq("_id", 1), eq("version", 3L)), advance, AFTER)))
        .isEqualTo(doc(1).append("version", 4L).append("state", "open"));
    var again = reports.findOneAndUpdate(and(eq("_id", 1), eq("version", 3L)), advance, AFTER);
    assertThat(Mono.from(again).blockOptional()).isEmpty();
  }

  @Test
  void a_guarded_replacement_says_whether_it_matched() {
    var reports = server.collection(doc(1).append("version", 3L).append("note", "x"));
    var next = doc(1).append("version", 4L).append("state", "open");
    var replaced = one(reports.replaceOne(and(eq("_id", 1), eq("version", 3L)), next));
    assertThat(replaced.getMatchedCount()).isEqualTo(1);
    assertThat(
            one(reports.replaceOne(and(eq("_id", 1), eq("version", 3L)), next)).getMatchedCount())
        .isZero();
    assertThat(all(reports.find())).containsExactly(next);
    var options = new FindOneAndReplaceOptions().returnDocument(ReturnDocument.AFTER);
    assertThat(one(reports.findOneAndReplace(eq("_id", 1), doc(1).append("a", 1), options)))
        .isEqualTo(doc(1).append("a", 1));
  }

  @Test
  void an_upsert_whose_guard_fails_runs_into_the_document_that_is_there() {
    var limits = server.collection(doc(1).append("tat", 100L));
    assertThatThrownBy(
            () ->
                done(limits.updateOne(and(eq("_id", 1), lte("tat", 50L)), set("tat", 60L), UPSERT)))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(DUPLICATE));
    assertThatThrownBy(
            () ->
                one(
                    limits.findOneAndUpdate(
                        and(eq("_id", 1), lte("tat", 50L)),
                        set("tat", 60L),
                        new FindOneAndUpdateOptions().upsert(true))))
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getErrorCode()).isEqualTo(DUPLICATE));
    assertThat(all(limits.find())).containsExactly(doc(1).append("tat", 100L));
  }

  @Test
  void upserts_make_the_document_from_the_filter_and_the_update() {
    var counters = server.collection();
    var update = combine(inc("n", 2), setOnInsert("first", "Newport"));
    assertThat(
            one(counters.updateOne(eq("_id", 7), update, UPSERT))
                .getUpsertedId()
                .asInt32()
                .getValue())
        .isEqualTo(7);
    assertThat(one(counters.updateOne(eq("_id", 7), update, UPSERT)).getModifiedCount())
        .isEqualTo(1);
    assertThat(all(counters.find()))
        .containsExactly(doc(7).append("first", "Newport").append("n", 4));
    var replace = new ReplaceOptions().upsert(true);
    done(counters.replaceOne(eq("_id", 8), doc(8).append("x", 1), replace));
    assertThat(one(counters.find(eq("_id", 8)).first())).isEqualTo(doc(8).append("x", 1));
  }

  @Test
  void arrays_grow_shrink_and_keep_their_last_elements() {
    var reports = server.collection(doc(1).append("history", List.of("a", "b")));
    var last = new PushOptions().slice(-3);
    done(reports.updateOne(eq("_id", 1), pushEach("history", List.of("c", "d"), last)));
    done(reports.updateOne(eq("_id", 1), pull("history", "c")));
    done(reports.updateOne(eq("_id", 1), addToSet("history", "b")));
    done(reports.updateOne(eq("_id", 1), push("outbox", new Document("id", "x"))));
    assertThat(one(reports.find().first()))
        .isEqualTo(
            doc(1)
                .append("history", List.of("b", "d"))
                .append("outbox", List.of(new Document("id", "x"))));
    done(reports.updateOne(eq("_id", 1), pull("outbox", new Document("id", "x"))));
    done(reports.updateOne(eq("_id", 1), unset("history")));
    assertThat(one(reports.find().first())).isEqualTo(doc(1).append("outbox", List.of()));
  }

  @Test
  void the_matched_element_of_an_array_can_be_changed() {
    var jobs =
        server.collection(
            doc(1)
                .append(
                    "o", List.of(new Document("id", "x").append("n", 1), new Document("id", "y"))));
    done(jobs.updateOne(eq("o.id", "y"), set("o.$.n", 5)));
    assertThat(one(jobs.find().first()).getList("o", Document.class))
        .containsExactly(
            new Document("id", "x").append("n", 1), new Document("id", "y").append("n", 5));
  }

  @Test
  void updating_many_and_deleting() {
    var all =
        server.collection(doc(1).append("n", 1), doc(2).append("n", 2), doc(3).append("n", 3));
    assertThat(one(all.updateMany(gte("n", 2), inc("n", 10))).getModifiedCount()).isEqualTo(2);
    assertThat(one(all.updateOne(gte("n", 1), set("one", true))).getMatchedCount()).isEqualTo(1);
    assertThat(one(all.deleteOne(gte("n", 12))).getDeletedCount()).isEqualTo(1);
    assertThat(one(all.deleteMany(gte("n", 0))).getDeletedCount()).isEqualTo(2);
    assertThat(one(all.countDocuments())).isZero();
  }

  @Test
  void an_ordered_insert_stops_at_the_first_duplicate() {
    var things = server.collection(doc(2));
    var error =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () -> done(things.insertMany(List.of(doc(1), doc(2), doc(3)))));
    assertThat(error.getWriteResult().getInsertedCount()).isEqualTo(1);
    assertThat(error.getWriteErrors()).singleElement().extracting(e -> e.getIndex()).isEqualTo(1);
    assertThat(one(things.countDocuments())).isEqualTo(2);
  }

  @Test
  void an_unordered_insert_reports_each_duplicate_and_stores_the_rest() {
    var things = server.collection(doc(2), doc(4));
    var error =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                done(
                    things.insertMany(
                        List.of(doc(1), doc(2), doc(3), doc(4), doc(5)),
                        new InsertManyOptions().ordered(false))));
    assertThat(error.getWriteErrors()).extracting(e -> e.getIndex()).containsExactly(1, 3);
    assertThat(error.getWriteErrors()).extracting(e -> e.getCode()).containsOnly(DUPLICATE);
    assertThat(error.getWriteResult().getInsertedCount()).isEqualTo(3);
    assertThat(one(things.countDocuments())).isEqualTo(5);
  }

  @Test
  void an_ordered_bulk_write_does_nothing_after_its_first_failure() {
    var things = server.collection(doc(1).append("n", 1), doc(2).append("n", "text"));
    var writes =
        List.of(
            new UpdateOneModel<Document>(eq("_id", 1), inc("n", 1)),
            new UpdateOneModel<Document>(eq("_id", 2), inc("n", 1)),
            new UpdateOneModel<Document>(eq("_id", 1), inc("n", 100)));
    var error =
        catchThrowableOfType(MongoBulkWriteException.class, () -> done(things.bulkWrite(writes)));
    assertThat(error.getWriteErrors()).singleElement().extracting(e -> e.getIndex()).isEqualTo(1);
    assertThat(one(things.find(eq("_id", 1)).first()).getInteger("n")).isEqualTo(2);
    assertThatThrownBy(() -> done(things.bulkWrite(writes, new BulkWriteOptions().ordered(false))))
        .isInstanceOf(MongoBulkWriteException.class);
    assertThat(one(things.find(eq("_id", 1)).first()).getInteger("n")).isEqualTo(103);
  }

  @Test
  void a_mixed_bulk_write_counts_what_it_did() {
    var things = server.collection(doc(1), doc(2));
    var result =
        one(
            things.bulkWrite(
                List.of(
                    new InsertOneModel<>(doc(3)),
                    new UpdateOneModel<>(eq("_id", 1), set("x", 1)),
                    new UpdateOneModel<>(eq("_id", 9), set("x", 1), UPSERT),
                    new DeleteOneModel<>(eq("_id", 2)))));
    assertThat(result.getInsertedCount()).isEqualTo(1);
    assertThat(result.getModifiedCount()).isEqualTo(1);
    assertThat(result.getUpserts()).singleElement().extracting(u -> u.getIndex()).isEqualTo(2);
    assertThat(result.getDeletedCount()).isEqualTo(1);
  }

  @Test
  void the_id_cannot_be_changed() {
    var things = server.collection(doc(1));
    assertThatThrownBy(() -> done(things.updateOne(eq("_id", 1), set("_id", 2))))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(66));
    assertThat(all(things.find())).containsExactly(doc(1));
  }
}
