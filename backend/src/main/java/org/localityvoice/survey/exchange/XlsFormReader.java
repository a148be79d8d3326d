package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.localityvoice.locality.OddCharacters;

/**
 * Reads an XLSForm as far as we can represent it; anything else is a fault at its sheet, row and
 * column. Strata are the questions of a group named {@code strata}; a group with the appearance
 * {@code table-list} is a grid.
 */
final class XlsFormReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> COLUMNS =
      Set.of(
          "type",
          "name",
          "relevant",
          "required",
          "constraint",
          "appearance",
          "parameters",
          XlsFormWriter.OURS);

  private final Imported imported = new Imported();
  private final XlsFormLabels labels;
  private final XlsFormChoices choices;
  private final ArrayNode strata = imported.content().putArray("strata");
  private final ArrayNode questions = imported.content().putArray("questions");
  private boolean inStrata;
  private Optional<OpenGrid> grid = Optional.empty();

  /** A grid whose rows are being read. */
  private record OpenGrid(
      Workbook.Row row,
      ObjectNode question,
      ArrayNode rows,
      TreeSet<String> lists,
      TreeSet<String> required) {}

  private XlsFormReader(Workbook workbook) {
    labels = new XlsFormLabels(workbook, imported);
    choices = new XlsFormChoices(workbook, labels, imported);
  }

  static Imported read(Workbook workbook) {
    var reader = new XlsFormReader(workbook);
    reader.oddCharacters(workbook);
    reader.all(workbook);
    return reader.imported;
  }

  /** Told by cell; what our own field hides in escapes is found later, and told by row. */
  private void oddCharacters(Workbook workbook) {
    for (var sheet : workbook.sheets()) {
      for (var row : sheet.rows()) {
        row.cells()
            .forEach(
                (column, text) ->
                    OddCharacters.first(text, allowed(column))
                        .ifPresent(
                            found ->
                                imported.fault(
                                    row.place(column),
                                    "odd-character",
                                    found.point(),
                                    found.position())));
      }
    }
  }

  private static String allowed(String column) {
    return switch (column) {
      case "form_title" -> OddCharacters.ONE_LINE;
      case "relevant", "required", "constraint" -> OddCharacters.BETWEEN;
      default -> OddCharacters.LINES;
    };
  }

  private void all(Workbook workbook) {
    imported.content().putObject("introduction");
    imported.stood("", "/survey");
    var survey = workbook.sheet("survey");
    if (survey.isEmpty()) {
      imported.fault("/survey", "required");
      return;
    }
    survey.get().rows().forEach(this::row);
    grid.ifPresent(open -> imported.fault(open.row().place("type"), "exchange-open-group"));
    if (inStrata) {
      imported.fault("/survey", "exchange-open-group");
    }
    labels.settings(workbook);
  }

  private void row(Workbook.Row row) {
    row.cells().keySet().stream()
        .filter(column -> !COLUMNS.contains(column) && !labels.isLabel(column))
        .forEach(column -> imported.fault(row.place(column), "exchange-column"));
    var words =
        row.cell("type")
            .strip()
            .replace("begin group", "begin_group")
            .replace("end group", "end_group")
            .split("\\s+", -1);
    switch (words[0]) {
      case "begin_group" -> open(row);
      case "end_group" -> close(row);
      default -> {
        if (inStrata) {
          stratum(row, words);
        } else if (grid.isPresent()) {
          gridRow(grid.get(), row, words);
        } else if (words[0].equals("note") && row.cell("name").equals(XlsFormWriter.INTRODUCTION)) {
          imported.content().set("introduction", labels.texts(row));
          imported.stood("/introduction", row.place());
        } else {
          question(row, words);
        }
      }
    }
  }

  private void open(Workbook.Row row) {
    if (inStrata || grid.isPresent()) {
      imported.fault(row.place("type"), "exchange-group");
    } else if (row.cell("name").strip().toLowerCase(Locale.ROOT).equals(XlsFormWriter.STRATA)) {
      inStrata = true;
    } else if (row.cell("appearance").strip().equals("table-list")) {
      var question = begun(row).put("type", "grid");
      grid =
          Optional.of(
              new OpenGrid(
                  row, question, question.putArray("rows"), new TreeSet<>(), new TreeSet<>()));
    } else {
      imported.fault(row.place("type"), "exchange-group");
    }
  }

  private void close(Workbook.Row row) {
    if (grid.isPresent()) {
      close(grid.get());
      grid = Optional.empty();
    } else if (inStrata) {
      inStrata = false;
    } else {
      imported.fault(row.place("type"), "exchange-open-group");
    }
  }

  private void close(OpenGrid open) {
    if (open.lists().size() > 1 || open.required().size() > 1) {
      imported.fault(open.row().place("type"), "exchange-grid-rows");
    }
    var list = open.lists().isEmpty() ? "" : open.lists().first();
    open.question().set("options", choices.options(list, open.row().place("type")));
    finish(open.row(), open.question(), open.required().isEmpty() ? "" : open.required().first());
  }

  private void stratum(Workbook.Row row, String[] words) {
    if (!words[0].equals("select_one") || words.length != 2) {
      imported.fault(row.place("type"), "exchange-type", words[0]);
      return;
    }
    imported.stood("/strata/" + strata.size(), row.place());
    var id = imported.id(Names.stratum(row.cell("name").strip()), row.place("name"));
    imported.named(row.cell("name").strip(), id, row.place("name"));
    var stratum = strata.addObject().put("id", id);
    stratum.set("label", labels.texts(row));
    stratum.set("options", choices.options(words[1], row.place("type")));
  }

  private void gridRow(OpenGrid open, Workbook.Row row, String[] words) {
    if (!words[0].equals("select_one") || words.length != 2) {
      imported.fault(row.place("type"), "exchange-type", words[0]);
      return;
    }
    for (var column : new String[] {"relevant", "constraint", "appearance", "parameters"}) {
      if (!row.cell(column).isEmpty()) {
        imported.fault(row.place(column), "exchange-column");
      }
    }
    open.lists().add(words[1]);
    open.required().add(row.cell("required").strip());
    var theirs = row.cell("name").strip();
    var prefix = open.row().cell("name").strip() + ".";
    var name = theirs.startsWith(prefix) ? theirs.substring(prefix.length()) : theirs;
    var id = imported.id(Names.question(name), row.place("name"));
    imported.stood("/questions/" + questions.size() + "/rows/" + open.rows().size(), row.place());
    var key = id.isEmpty() ? "" : open.question().path("id").asText() + "/" + id;
    imported.named(theirs, key, row.place("name"));
    var ours = labels.ours(row);
    var one = open.rows().addObject().put("id", id);
    one.set("label", labels.texts(row));
    Carried.copy(ours, one, "wording", "measure");
  }

  private ObjectNode begun(Workbook.Row row) {
    var id = imported.id(Names.question(row.cell("name").strip()), row.place("name"));
    var question = NODES.objectNode().put("id", id);
    question.set("text", labels.texts(row));
    return question;
  }

  private void question(Workbook.Row row, String[] words) {
    var question = begun(row);
    if (!row.cell("appearance").isEmpty()) {
      imported.fault(row.place("appearance"), "exchange-column");
    }
    new XlsFormTypes(imported, choices, labels.ours(row)).into(question, row, words);
    finish(row, question, row.cell("required").strip());
  }

  private void finish(Workbook.Row row, ObjectNode question, String required) {
    var ours = labels.ours(row);
    question.set(
        "wording", ours.has("wording") ? ours.get("wording") : SurveyJsReader.unknownSource());
    Carried.copy(ours, question, "measure", "measures", "bands");
    var theirs = new HashMap<String, String>();
    var relevant = row.cell("relevant").strip();
    if (!relevant.isEmpty()) {
      theirs.put(Carried.SHOW_IF, relevant);
    }
    if (Set.of("yes", "true", "TRUE", "true()").contains(required)) {
      theirs.put(Carried.REQUIRED_IF, "true()");
    } else if (!required.isEmpty() && !Set.of("no", "false", "FALSE").contains(required)) {
      theirs.put(Carried.REQUIRED_IF, required);
    }
    var places =
        Map.of(Carried.SHOW_IF, row.place("relevant"), Carried.REQUIRED_IF, row.place("required"));
    Carried.into(question, ours, theirs, places, Dialect.XPATH, imported);
    imported.named(row.cell("name").strip(), question.path("id").asText(), row.place("name"));
    imported.stood("/questions/" + questions.size(), row.place());
    questions.add(question);
  }
}
