package org.localityvoice.survey;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.localityvoice.problem.Violation;

/**
 * Answers in a CSV file (RFC 4180): columns {@code mode}, {@code language}, one for each stratum
 * and one for each item ({@code SAFE_DAY}, {@code ASB_PROBLEM/LITTER}); an empty field means not
 * answered.
 */
final class ResponseFile {
  private static final String MODE = "mode";
  private static final String LANGUAGE = "language";
  private static final Set<String> MODES = Set.of("app", "qr", "paper", "warden");
  private static final int MOST_FAULTS = 20;

  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private ResponseFile() {}

  /** One row. */
  record Sheet(
      String mode, String language, Map<String, String> strata, Map<String, String> answers) {
    /** As it is stored. */
    Response response(String id, String wave, String day) {
      return new Response(id, wave, 0, language, mode, strata, answers, day);
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
        questionnaire.items().stream().map(Questionnaire.Item::key).collect(Collectors.toSet());
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
    var sheet = new Sheet(row.get(MODE), row.get(LANGUAGE), strata, answers);
    var found = faults(sheet, questionnaire, checks);
    var line = "line " + (row.getRecordNumber() + 1) + ": ";
    found.forEach(fault -> faults.add(line + fault));
    sheets.add(sheet);
  }

  private static List<String> faults(Sheet sheet, Questionnaire questionnaire, AnswerSheet checks) {
    var found =
        checks.faults(sheet.strata(), asSent(sheet.answers())).stream()
            .map(ResponseFile::sentence)
            .collect(Collectors.toCollection(ArrayList::new));
    if (sheet.answers().isEmpty()) {
      found.add("answers nothing");
    }
    if (!MODES.contains(sheet.mode())) {
      found.add("the mode '" + sheet.mode() + "' is none of " + MODES.stream().sorted().toList());
    }
    if (!questionnaire.languages().contains(sheet.language())) {
      found.add("the questionnaire is not in the language '" + sheet.language() + "'");
    }
    return found;
  }

  private static String sentence(Violation violation) {
    return violation.place().substring(1) + ": " + violation.code().replace('-', ' ');
  }

  /** Rows of a grid come together again, as a phone would send them. */
  private static Map<String, Object> asSent(Map<String, String> answers) {
    var sent = new LinkedHashMap<String, Object>();
    var grids = new HashMap<String, Map<String, String>>();
    answers.forEach(
        (key, option) -> {
          var slash = key.indexOf('/');
          if (slash < 0) {
            sent.put(key, option);
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
}
