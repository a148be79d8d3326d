package org.localityvoice.survey;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.localityvoice.problem.Violation;

/**
 * Answers in a CSV file (RFC 4180): columns {@code mode}, {@code language}, one for each stratum
 * and one for each question ({@code SAFE_DAY}) or row of a grid ({@code ASB_PROBLEM/LITTER}); an
 * empty field means not answered, and several choices have a space between them.
 */
final class ResponseFile {
  private static final String MODE = "mode";
  private static final String LANGUAGE = "language";
  private static final int MOST_FAULTS = 20;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private ResponseFile() {}

  /** One row. */
  record Sheet(
      String mode,
      String language,
      Map<String, String> strata,
      Map<String, String> answers,
      @Nullable Map<String, String> written) {
    /** As it is stored. */
    Response response(String id, String wave, String day) {
      return new Response(id, wave, 0, language, mode, strata, answers, day, written);
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** What is wrong, each with line and column; at most twenty. */
  List<String> faults() {
    return faults;
  }

  static ResponseFile read(String text, Questionnaire questionnaire) {
    var file = new ResponseFile();
    var checks = new AnswerSheet(questionnaire);
    // A spreadsheet may put a byte order mark before the first heading.
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (var parser = CSVParser.parse(new StringReader(plain), FORMAT)) {
      file.rows(parser, questionnaire, checks);
    } catch (IOException | IllegalArgumentException e) {
      // Headings are read when the parser is made.
      file.faults.add("has a first line that is no list of different headings");
    }
    return file;
  }

  private void rows(CSVParser parser, Questionnaire questionnaire, AnswerSheet checks) {
    if (!columns(parser, questionnaire)) {
      return;
    }
    try {
      parser.forEach(row -> row(row, questionnaire, checks));
    } catch (UncheckedIOException | IllegalStateException e) {
      faults.add(
          "line "
              + (parser.getRecordNumber() + 2)
              + ": cannot be read from here on; look for a quotation mark that is never closed");
    }
  }

  private boolean columns(CSVParser parser, Questionnaire questionnaire) {
    var known =
        questionnaire.questions().stream()
            .flatMap(ResponseFile::columns)
            .collect(Collectors.toSet());
    known.add(MODE);
    known.add(LANGUAGE);
    questionnaire.strata().forEach(stratum -> known.add(stratum.id()));
    parser.getHeaderNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> faults.add("has a column " + name + " that the questionnaire lacks"));
    for (var needed : List.of(MODE, LANGUAGE)) {
      if (!parser.getHeaderNames().contains(needed)) {
        faults.add("lacks the column " + needed);
      }
    }
    return faults.isEmpty();
  }

  private static Stream<String> columns(Question question) {
    return question instanceof Question.Grid grid
        ? grid.rows().stream().map(row -> grid.id() + "/" + row.id())
        : Stream.of(question.id());
  }

  private void row(CSVRecord row, Questionnaire questionnaire, AnswerSheet checks) {
    var isBlank = row.size() == 1 && row.get(0).isEmpty();
    if (isBlank || faults.size() >= MOST_FAULTS) {
      return;
    }
    var line = "line " + (row.getRecordNumber() + 1) + ": ";
    if (!row.isConsistent()) {
      var headings = row.getParser().getHeaderNames().size();
      faults.add(line + "has " + row.size() + " fields where there are " + headings + " headings");
      return;
    }
    // The decoder puts U+FFFD in place of bytes that mean nothing.
    if (row.stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0)) {
      faults.add(line + "holds bytes that are not UTF-8 text");
      return;
    }
    var strata = new HashMap<String, String>();
    var answers = new LinkedHashMap<String, String>();
    row.toMap()
        .forEach(
            (column, value) -> {
              if (value.isEmpty() || column.equals(MODE) || column.equals(LANGUAGE)) {
                return;
              }
              var isStratum =
                  questionnaire.strata().stream().anyMatch(stratum -> stratum.id().equals(column));
              (isStratum ? strata : answers).put(column, value);
            });
    var reading = checks.read(strata, asSent(answers, questionnaire));
    var sheet =
        new Sheet(row.get(MODE), row.get(LANGUAGE), strata, reading.counted(), reading.written());
    var found = faults(sheet, questionnaire, reading);
    found.forEach(fault -> faults.add(line + fault));
    sheets.add(sheet);
  }

  private static List<String> faults(
      Sheet sheet, Questionnaire questionnaire, AnswerReading reading) {
    var found =
        reading.faults().stream()
            .map(ResponseFile::sentence)
            .collect(Collectors.toCollection(ArrayList::new));
    if (reading.faults().isEmpty() && reading.values().size() == sheet.strata().size()) {
      found.add("answers nothing");
    }
    if (!questionnaire.modes().contains(sheet.mode())) {
      found.add(
          "the mode '"
              + sheet.mode()
              + "' is none of "
              + questionnaire.modes().stream().sorted().toList());
    }
    if (!questionnaire.languages().contains(sheet.language())) {
      found.add("the questionnaire is not in the language '" + sheet.language() + "'");
    }
    return found;
  }

  private static String sentence(Violation violation) {
    return violation.place().substring(1) + ": " + violation.code().replace('-', ' ');
  }

  /** As a phone would send them: rows of a grid together, several choices as a list. */
  private static Map<String, Object> asSent(
      Map<String, String> answers, Questionnaire questionnaire) {
    var sent = new LinkedHashMap<String, Object>();
    var grids = new HashMap<String, Map<String, String>>();
    answers.forEach(
        (key, option) -> {
          var slash = key.indexOf('/');
          if (slash < 0) {
            sent.put(key, typed(key, option, questionnaire));
          } else {
            var grid = key.substring(0, slash);
            grids
                .computeIfAbsent(grid, fresh -> new HashMap<>())
                .put(key.substring(slash + 1), option);
            sent.put(grid, grids.getOrDefault(grid, Map.of()));
          }
        });
    return sent;
  }

  private static Object typed(String id, String field, Questionnaire questionnaire) {
    var found = questionnaire.questions().stream().filter(one -> one.id().equals(id)).findFirst();
    if (found.isPresent() && found.get() instanceof Question.Multiple) {
      return List.of(field.split(" +", -1));
    } else if (found.isPresent() && found.get() instanceof Question.Quantity) {
      return field.matches("-?[0-9]{1,12}([.][0-9]{1,3})?") ? new BigDecimal(field) : field;
    }
    return field;
  }
}
