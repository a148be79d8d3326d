package org.localityvoice.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.http.Json;

/** The published questionnaires, for whoever makes new ones. A version is for good. */
public final class Questionnaires {
  private final QuestionnaireStore store;

  Questionnaires(QuestionnaireStore store) {
    this.store = store;
  }

  /** A version that is published. */
  public record Listed(String name, int version) {}

  /** A version; empty where there is none of that number. */
  public Future<Optional<Questionnaire>> version(String name, int version) {
    return store.version(name, version);
  }

  /** The latest hundred versions of a questionnaire, the newest first. */
  public Future<List<Questionnaire>> versions(String name) {
    return store.versions(name);
  }

  /** The newest version by name, in the order of the names. */
  public Future<Map<String, Integer>> newest() {
    return store
        .all()
        .map(
            all -> {
              var newest = new LinkedHashMap<String, Integer>();
              all.forEach(one -> newest.putIfAbsent(one.name(), one.version()));
              return newest;
            });
  }

  /** Publishes a version; false when there is one of that number already. */
  public Future<Boolean> add(Questionnaire questionnaire) {
    return store.add(questionnaire);
  }

  /** A questionnaire as a phone gets it, in one language; as in the contract. */
  public static Object onThePhone(Questionnaire form, String language) {
    return SurveyViews.questionnaire(form, language);
  }

  /** What a questionnaire says, without name, version and how it was published. */
  public static ObjectNode content(Questionnaire form) {
    var tree = (ObjectNode) Json.tree(form);
    return tree.remove(List.of("id", "name", "version", "publication"));
  }

  /** A questionnaire that says this. */
  public static Questionnaire of(String name, int version, JsonNode content) {
    var copy = ((ObjectNode) content.deepCopy()).put("id", name).put("version", version);
    return QuestionnaireReader.read(copy);
  }
}
