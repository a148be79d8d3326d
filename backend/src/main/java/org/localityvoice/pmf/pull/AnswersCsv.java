package org.localityvoice.pmf.pull;

import java.util.ArrayList;
import java.util.List;

/** How many people chose each option, where that is published: one row for each. Pure. */
final class AnswersCsv {
  static final List<String> COLUMNS =
      List.of(
          "measure",
          "series",
          "locality",
          "period",
          "wave",
          "breakdown",
          "option",
          "respondents",
          "revision",
          "sequence");

  private AnswersCsv() {}

  static byte[] of(List<Row> rows) {
    var lines = new ArrayList<List<String>>();
    lines.add(COLUMNS);
    for (var row : rows) {
      row.observation()
          .path("answers")
          .properties()
          .forEach(
              option ->
                  lines.add(
                      List.of(
                          ObservationsCsv.harmless(row.text("measureId")),
                          ObservationsCsv.harmless(row.text("seriesId")),
                          row.from().locality(),
                          row.from().period(),
                          ObservationsCsv.harmless(row.text("wave")),
                          ObservationsCsv.harmless(row.breakdown()),
                          ObservationsCsv.harmless(option.getKey()),
                          option.getValue().asText(),
                          Row.text(row.data().path("revision")),
                          String.valueOf(row.from().sequence()))));
    }
    return ObservationsCsv.bytes(lines);
  }
}
