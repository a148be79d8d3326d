package org.localityvoice.locality;

import static org.localityvoice.locality.AreaReader.list;
import static org.localityvoice.locality.AreaReader.optional;
import static org.localityvoice.locality.AreaReader.text;
import static org.localityvoice.locality.AreaReader.texts;
import static org.localityvoice.locality.AreaReader.word;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.CategoryQuestion.AskIf;
import org.localityvoice.locality.CategoryQuestion.Option;

/** Makes a category of its part of a file that fits the schema. */
final class CategoryReader {
  private CategoryReader() {}

  /**
   * The category.
   *
   * @param groups by id; a group that is not there is named by its id, and a fault elsewhere
   */
  static Category category(JsonNode node, Map<String, CategoryGroup> groups) {
    var group = text(node, "group");
    var named = groups.get(group);
    return new Category(
        text(node, "id"),
        texts(node.path("name")),
        texts(node.path("description")),
        named == null ? new CategoryGroup(group, new Text(Map.of(Text.ENGLISH, group))) : named,
        list(node.path("keywords"), JsonNode::asText),
        node.path("confidential").asBoolean(),
        given(node, "anonymity").map(at -> word(at, Anonymity.class)).orElse(Anonymity.ALLOWED),
        moderation(node, "text"),
        moderation(node, "photos"),
        node.path("blurMetres").asInt(),
        given(node, "priority").map(at -> word(at, Priority.class)).orElse(Priority.NORMAL),
        given(node, "similar").map(CategoryReader::similar).orElse(Similar.USUAL),
        list(node.path("stops"), CategoryReader::stop),
        list(node.path("questions"), CategoryReader::question),
        routing(node.path("routing")),
        list(node.path("promises"), CategoryReader::promise),
        given(node, "escalation").map(CategoryReader::escalation).orElse(Escalation.USUAL));
  }

  private static Optional<JsonNode> given(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name));
  }

  private static Moderation moderation(JsonNode node, String name) {
    return given(node, name)
        .map(at -> word(at, Moderation.class))
        .orElse(Moderation.BEFORE_PUBLICATION);
  }

  private static Similar similar(JsonNode node) {
    return new Similar(
        node.path("metres").asInt(), node.path("days").asInt(), node.path("fixedDays").asInt());
  }

  private static StopNotice stop(JsonNode node) {
    return new StopNotice(
        text(node, "id"),
        texts(node.path("question")),
        texts(node.path("notice")),
        optional(node, "phone"));
  }

  private static CategoryQuestion question(JsonNode node) {
    return new CategoryQuestion(
        text(node, "id"),
        word(node.path("type"), QuestionType.class),
        texts(node.path("label")),
        node.path("required").asBoolean(),
        node.path("restricted").asBoolean(),
        list(
            node.path("options"),
            option -> new Option(text(option, "id"), texts(option.path("label")))),
        given(node, "askIf").map(CategoryReader::askIf).orElse(null),
        number(node, "min"),
        number(node, "max"),
        given(node, "maxLength").map(JsonNode::asInt).orElse(null));
  }

  private static AskIf askIf(JsonNode node) {
    return new AskIf(text(node, "question"), list(node.path("answers"), JsonNode::asText));
  }

  private static @Nullable Double number(JsonNode node, String name) {
    return given(node, name).map(JsonNode::asDouble).orElse(null);
  }

  private static Routing routing(JsonNode node) {
    return new Routing(
        text(node, "partner"),
        node.path("byLocality").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText())));
  }

  private static Promise promise(JsonNode node) {
    return new Promise(
        word(node.path("priority"), Priority.class),
        node.path("workingDays").asInt(),
        node.path("workingMinutes").asInt(),
        node.path("firstAnswerWorkingDays").asInt());
  }

  private static Escalation escalation(JsonNode node) {
    return new Escalation(
        node.path("chaseAfterWorkingDays").asInt(), list(node.path("levels"), JsonNode::asText));
  }
}
