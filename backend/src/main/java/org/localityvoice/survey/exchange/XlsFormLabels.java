package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.localityvoice.http.Json;
import org.localityvoice.problem.Violation;

/**
 * Languages and our own fields in an XLSForm: {@code label::Polish (pl)}, {@code locality_voice}.
 */
final class XlsFormLabels {
  private static final Pattern TAGGED = Pattern.compile(".*\\(([^()]+)\\)\\s*");
  private static final Set<String> SETTINGS =
      Set.of("form_title", "form_id", "version", "default_language", XlsFormWriter.OURS);

  private final Imported imported;
  private final String original;
  private final Set<String> languages = new TreeSet<>();

  XlsFormLabels(Workbook workbook, Imported imported) {
    this.imported = imported;
    var named = settingsRow(workbook).map(row -> row.cell("default_language")).orElse("");
    original = named.isEmpty() ? "en" : tag(named).orElse("en");
    if (!named.isEmpty() && tag(named).isEmpty()) {
      imported.fault("/settings/2/default_language", "exchange-language");
    }
    workbook.sheets().forEach(this::check);
  }

  private static Optional<Workbook.Row> settingsRow(Workbook workbook) {
    return workbook.sheet("settings").flatMap(sheet -> sheet.rows().stream().findFirst());
  }

  private void check(Workbook.Sheet sheet) {
    var tags = new TreeSet<String>();
    sheet.columns().stream()
        .filter(this::isLabel)
        .forEach(
            column -> {
              var tag = of(column);
              var place = "/" + sheet.name() + "/1" + Violation.step(column);
              if (tag.isEmpty()) {
                imported.fault(place, "exchange-language");
              } else if (!tags.add(tag.get())) {
                imported.fault(place, "exchange-twice");
              }
            });
  }

  boolean isLabel(String column) {
    return column.equals("label") || column.startsWith("label:");
  }

  private Optional<String> of(String column) {
    return column.equals("label")
        ? Optional.of(original)
        : tag(column.replaceFirst("label::?", ""));
  }

  /** The tag in brackets behind a language's name, or the tag alone. */
  private static Optional<String> tag(String language) {
    var matcher = TAGGED.matcher(language);
    var tag = matcher.matches() ? matcher.group(1).strip() : language.strip();
    return Names.isLanguage(tag) ? Optional.of(tag) : Optional.empty();
  }

  /** The labels of a row by language. */
  ObjectNode texts(Workbook.Row row) {
    var texts = JsonNodeFactory.instance.objectNode();
    row.cells()
        .forEach(
            (column, text) -> {
              if (isLabel(column)) {
                of(column)
                    .ifPresent(
                        tag -> {
                          languages.add(tag);
                          texts.put(tag, text);
                        });
              }
            });
    return texts;
  }

  /** Our own fields in a row. */
  JsonNode ours(Workbook.Row row) {
    var text = row.cell(XlsFormWriter.OURS);
    if (text.isEmpty()) {
      return MissingNode.getInstance();
    }
    var ours = Json.parsed(text).filter(JsonNode::isObject);
    if (ours.isEmpty()) {
      imported.fault(row.place(XlsFormWriter.OURS), "exchange-ours");
    }
    return ours.orElse(MissingNode.getInstance());
  }

  /** What stands in the settings; read last, when the languages are known. */
  void settings(Workbook workbook) {
    var content = imported.content();
    workbook
        .sheet("settings")
        .ifPresent(
            sheet ->
                sheet.rows().stream()
                    .skip(1)
                    .forEach(more -> imported.fault(more.place(), "maxItems", 1)));
    var row = settingsRow(workbook).orElse(new Workbook.Row("settings", 2, new LinkedHashMap<>()));
    row.cells().keySet().stream()
        .filter(column -> !SETTINGS.contains(column))
        .forEach(column -> imported.fault(row.place(column), "exchange-column"));
    var ours = ours(row);
    var title = row.cell("form_title");
    if (ours.path("title").path(original).asText().equals(title) && ours.has("title")) {
      content.set("title", ours.get("title"));
    } else {
      content.putObject("title").put(original, title);
    }
    imported.stood("/title", row.place("form_title"));
    imported.stood("/modes", row.place(XlsFormWriter.OURS));
    imported.stood("/languages", row.place(XlsFormWriter.OURS));
    languages.remove(original);
    var all = JsonNodeFactory.instance.arrayNode().add(original);
    languages.forEach(all::add);
    content.set("languages", ours.has("languages") ? ours.get("languages") : all);
    Carried.copy(ours, content, "modes");
  }
}
