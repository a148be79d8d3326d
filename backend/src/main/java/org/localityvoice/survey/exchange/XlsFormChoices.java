package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The lists of choices of an XLSForm. */
final class XlsFormChoices {
  private static final Set<String> COLUMNS = Set.of("list_name", "name", "outside_base");

  private final Map<String, ArrayNode> lists = new LinkedHashMap<>();
  private final Imported imported;

  XlsFormChoices(Workbook workbook, XlsFormLabels labels, Imported imported) {
    this.imported = imported;
    workbook.sheet("choices").ifPresent(sheet -> sheet.rows().forEach(row -> choice(row, labels)));
  }

  private void choice(Workbook.Row row, XlsFormLabels labels) {
    row.cells().keySet().stream()
        .filter(column -> !COLUMNS.contains(column) && !labels.isLabel(column))
        .forEach(column -> imported.fault(row.place(column), "exchange-column"));
    var id = imported.id(Names.option(row.cell("name").strip()), row.place("name"));
    var option =
        lists
            .computeIfAbsent(
                row.cell("list_name").strip(), name -> JsonNodeFactory.instance.arrayNode())
            .addObject()
            .put("id", id);
    option.set("label", labels.texts(row));
    switch (row.cell("outside_base").strip()) {
      case "yes", "true", "TRUE" -> option.put("outsideBase", true);
      case "", "no", "false", "FALSE" -> option.put("outsideBase", false);
      default -> imported.fault(row.place("outside_base"), "enum", "yes, no");
    }
  }

  /** The options of a list that a row names. */
  ArrayNode options(String list, String place) {
    var options = lists.get(list);
    if (options == null) {
      imported.fault(place, "exchange-list", list);
      return JsonNodeFactory.instance.arrayNode();
    }
    return options.deepCopy();
  }
}
