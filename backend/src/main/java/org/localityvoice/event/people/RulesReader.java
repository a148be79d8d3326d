package org.localityvoice.event.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.localityvoice.event.people.EventRules.ConsentAge;
import org.localityvoice.event.people.EventRules.Wording;
import org.localityvoice.locality.Text;

/** Reads the part {@code eventRules} of an area file, which fits the schema. */
final class RulesReader {
  private RulesReader() {}

  static EventRules read(JsonNode part) {
    return new EventRules(
        EventRules.ONLY,
        list(part.path("consentAge"), RulesReader::age),
        list(part.path("wordings"), RulesReader::wording));
  }

  private static ConsentAge age(JsonNode node) {
    return new ConsentAge(
        node.path("service").asText(),
        LocalDate.parse(node.path("from").asText()),
        node.path("age").asInt());
  }

  private static Wording wording(JsonNode node) {
    return new Wording(
        node.path("purpose").asText(),
        node.path("version").asText(),
        new Text(
            node.path("text").properties().stream()
                .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue().asText()))));
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
    return StreamSupport.stream(node.spliterator(), false).map(read).toList();
  }
}
