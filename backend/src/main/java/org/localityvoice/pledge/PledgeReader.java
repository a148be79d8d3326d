package org.localityvoice.pledge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Text;
import org.localityvoice.pledge.Pledges.Contact;
import org.localityvoice.pledge.Pledges.PartnersPromise;
import org.localityvoice.pledge.Pledges.Topic;

/** Reads the area file's part {@code pledges}, which fits the schema or is not there. */
final class PledgeReader {
  private PledgeReader() {}

  static Pledges read(JsonNode part) {
    return Pledges.of(
        list(part.path("topics"), PledgeReader::topic),
        list(part.path("contacts"), PledgeReader::contact));
  }

  private static Topic topic(JsonNode node) {
    return new Topic(
        text(node, "id"),
        text(node, "theme"),
        list(node.path("localities"), JsonNode::asText),
        list(
            node.path("ourPart"),
            one -> new PartnersPromise(text(one, "partner"), texts(one.path("text")))),
        list(node.path("yourPart"), PledgeReader::texts));
  }

  private static Contact contact(JsonNode node) {
    return new Contact(
        text(node, "partner"),
        list(node.path("localities"), JsonNode::asText),
        texts(node.path("who")),
        node.has("hours") ? texts(node.path("hours")) : null,
        optional(node, "phone"),
        optional(node, "email"),
        optional(node, "web"));
  }

  private static Text texts(JsonNode node) {
    return new Text(
        node.properties().stream()
            .collect(Collectors.toMap(one -> one.getKey(), one -> one.getValue().asText())));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static @Nullable String optional(JsonNode node, String name) {
    return node.path(name).textValue();
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
    return StreamSupport.stream(node.spliterator(), false).map(read).toList();
  }
}
