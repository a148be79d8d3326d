package org.localityvoice.locality;

import static org.localityvoice.locality.AreaReader.list;
import static org.localityvoice.locality.AreaReader.optional;
import static org.localityvoice.locality.AreaReader.text;
import static org.localityvoice.locality.AreaReader.texts;
import static org.localityvoice.locality.AreaReader.word;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.locality.WorkingTime.Holiday;

/** Makes the reporting part of an area of a file that fits the schema. */
final class ReportingReader {
  private ReportingReader() {}

  static Reporting reporting(JsonNode node) {
    if (node.isMissingNode()) {
      return Reporting.none();
    }
    var groups =
        list(node.path("groups"), ReportingReader::group).stream()
            .collect(
                Collectors.toMap(CategoryGroup::id, Function.identity(), (first, again) -> first));
    return new Reporting(
        workingTime(node.path("workingTime")),
        texts(node.path("outside")),
        list(node.path("categories"), category -> CategoryReader.category(category, groups)),
        list(node.path("templates"), ReportingReader::template));
  }

  private static WorkingTime workingTime(JsonNode node) {
    return new WorkingTime(
        list(node.path("days"), day -> word(day, DayOfWeek.class)),
        text(node, "opens"),
        text(node, "closes"),
        list(
            node.path("holidays"),
            holiday -> new Holiday(text(holiday, "date"), texts(holiday.path("name")))));
  }

  private static CategoryGroup group(JsonNode node) {
    return new CategoryGroup(text(node, "id"), texts(node.path("name")));
  }

  private static ResponseTemplate template(JsonNode node) {
    return new ResponseTemplate(
        text(node, "id"),
        optional(node, "category"),
        list(node.path("moves"), JsonNode::asText),
        texts(node.path("text")));
  }
}
