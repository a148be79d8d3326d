package org.localityvoice.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.localityvoice.http.Json;

/** Makes a questionnaire of its part of the area file, which must fit the file's schema. */
final class QuestionnaireReader {
  private QuestionnaireReader() {}

  static Questionnaire read(JsonNode node) {
    var copy = (ObjectNode) node.deepCopy();
    var name = copy.path("id").asText();
    copy.remove("note");
    copy.remove("publication");
    copy.put("name", name);
    copy.put("id", Questionnaire.key(name, copy.path("version").asInt()));
    return Json.value(copy, Questionnaire.class);
  }
}
