package org.localityvoice.survey;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The published versions of questionnaires, over all versions of a name. */
final class QuestionnaireStore {
  private static final String COLLECTION = "questionnaires";
  private static final int MOST_VERSIONS = 100;
  private static final int MOST_LISTED = 1_000;

  private final MongoCollection<Questionnaire> questionnaires;
  private final MongoCollection<Document> raw;

  QuestionnaireStore(Mongo mongo) {
    questionnaires =
        mongo.collection(COLLECTION, Questionnaire.class, Index.ordered("name", "-version"));
    raw = mongo.collection(COLLECTION, Document.class);
  }

  /** A version of a questionnaire, however many there are. */
  Future<Optional<Questionnaire>> version(String name, int version) {
    return Publishers.first(questionnaires.find(eq("_id", Questionnaire.key(name, version))));
  }

  /** The latest versions of a questionnaire, the newest first. */
  Future<List<Questionnaire>> versions(String name) {
    return Publishers.list(
        questionnaires
            .find(eq("name", name))
            .sort(orderBy(descending("version")))
            .limit(MOST_VERSIONS));
  }

  /** Name and version of everything published, by name, each with its newest version first. */
  Future<List<Questionnaires.Listed>> all() {
    return Publishers.list(
            raw.find()
                .projection(include("name", "version"))
                .sort(orderBy(ascending("name"), descending("version")))
                .limit(MOST_LISTED))
        .map(
            found ->
                found.stream()
                    .map(
                        one ->
                            new Questionnaires.Listed(
                                one.getString("name"), one.getInteger("version", 0)))
                    .toList());
  }

  /** Adds a version; false when it is there already. */
  Future<Boolean> add(Questionnaire questionnaire) {
    return Publishers.unlessTaken(questionnaires.insertOne(questionnaire));
  }
}
