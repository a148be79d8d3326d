package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What is particular to the types of XLSForm questions. */
final class XlsFormTypes {
  /** Bounds are short, and the patterns below take their time with what is long and odd. */
  private static final int LONGEST = 500;

  private static final String NUMBER = "-?[0-9]{1,10}(?:\\.[0-9]{1,3})?";
  private static final Pattern LIMIT =
      Pattern.compile(
          "(\\.|count-selected\\(\\.\\)|string-length\\(\\.\\))\\s*(<=|>=)\\s*"
              + "(?:date\\('([0-9-]{10})'\\)|("
              + NUMBER
              + "))");
  private static final Pattern RANGE = Pattern.compile("(start|end|step)=([0-9]{1,3})");

  private final Imported imported;
  private final XlsFormChoices choices;
  private final JsonNode ours;

  XlsFormTypes(Imported imported, XlsFormChoices choices, JsonNode ours) {
    this.imported = imported;
    this.choices = choices;
    this.ours = ours;
  }

  void into(ObjectNode question, Workbook.Row row, String[] words) {
    var list = words.length == 2 ? words[1] : "";
    var wanted = words[0].startsWith("select_") ? 2 : 1;
    if (words.length != wanted) {
      imported.fault(row.place("type"), "exchange-type", row.cell("type"));
      return;
    }
    if (!words[0].equals("range") && !row.cell("parameters").isEmpty()) {
      imported.fault(row.place("parameters"), "exchange-column");
    }
    switch (words[0]) {
      case "select_one" -> {
        limits(question, row, "", "", "");
        var options = choices.options(list, row.place("type"));
        if (ours.has("scale")) {
          question.put("type", "scale");
          var place = row.place("type");
          Scales.into(question, ours.get("scale"), options, place, i -> place, imported);
        } else {
          question.put("type", "single").set("options", options);
        }
      }
      case "select_multiple" -> {
        question.put("type", "multiple").set("options", choices.options(list, row.place("type")));
        limits(question, row, "count-selected(.)", "fewest", "most");
      }
      case "integer", "decimal" -> {
        question.put("type", "number");
        question.set(
            "decimals",
            words[0].equals("integer")
                ? JsonNodeFactory.instance.numberNode(0)
                : ours.has("decimals")
                    ? ours.get("decimals")
                    : JsonNodeFactory.instance.numberNode(3));
        limits(question, row, ".", "least", "most");
      }
      case "date" -> {
        question.put("type", "date");
        limits(question, row, ".", "earliest", "latest");
      }
      case "text" -> {
        question.put("type", "text");
        limits(question, row, "string-length(.)", "", "longest");
      }
      case "range" -> range(question, row);
      default -> imported.fault(row.place("type"), "exchange-type", words[0]);
    }
  }

  private void range(ObjectNode question, Workbook.Row row) {
    question.put("type", "scale").put("from", 1).put("to", 10);
    var left = row.cell("parameters");
    if (left.length() > LONGEST) {
      imported.fault(row.place("parameters"), "exchange-column");
      return;
    }
    var matcher = RANGE.matcher(left);
    while (matcher.find()) {
      var number = Integer.parseInt(matcher.group(2));
      switch (matcher.group(1)) {
        case "start" -> question.put("from", number);
        case "end" -> question.put("to", number);
        default -> {
          if (number != 1) {
            imported.fault(row.place("parameters"), "exchange-column");
          }
        }
      }
    }
    if (!matcher.replaceAll("").isBlank() || !row.cell("constraint").isEmpty()) {
      imported.fault(row.place("parameters"), "exchange-column");
    }
    for (var end : new String[] {"lowest", "highest"}) {
      var texts = question.putObject(end);
      var point = question.get(end.equals("lowest") ? "from" : "to").asText();
      question.path("text").fieldNames().forEachRemaining(tag -> texts.put(tag, point));
    }
  }

  /** Constraints that only say between what an answer lies. */
  private void limits(
      ObjectNode question, Workbook.Row row, String subject, String least, String most) {
    var constraint = row.cell("constraint").strip();
    if (constraint.isEmpty()) {
      return;
    }
    if (constraint.length() > LONGEST) {
      imported.fault(row.place("constraint"), "exchange-constraint");
      return;
    }
    for (var part : constraint.split("\\s+and\\s+", -1)) {
      var matcher = LIMIT.matcher(part.strip());
      if (!matcher.matches() || !matcher.group(1).equals(subject)) {
        imported.fault(row.place("constraint"), "exchange-constraint");
        return;
      }
      var field = matcher.group(2).equals(">=") ? least : most;
      if (field.isEmpty() || question.has(field)) {
        imported.fault(row.place("constraint"), "exchange-constraint");
      } else if (matcher.group(3) != null) {
        question.put(field, matcher.group(3));
      } else {
        number(question, field, new BigDecimal(matcher.group(4)));
      }
    }
  }

  private static void number(ObjectNode question, String field, BigDecimal number) {
    if (number.stripTrailingZeros().scale() <= 0 && number.precision() < 10) {
      question.put(field, number.intValue());
    } else {
      question.put(field, number);
    }
  }
}
