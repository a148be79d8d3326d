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
    var format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (var parser = CSVParser.parse(new StringReader(text), format)) {
      var columns = file.columns(parser, questionnaire);
      if (columns) {
        parser.forEach(row -> file.row(row, questionnaire, checks));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      file.faults.add("is not a readable CSV file: " + e.getMessage());
    }
    return file;
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
    if (faults.size() >= MOST_FAULTS) {
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
    var line = "line " + (row.getRecordNumber() + 1) + ": ";
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
