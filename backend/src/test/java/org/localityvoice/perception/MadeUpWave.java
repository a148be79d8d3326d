package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Population;
import org.localityvoice.survey.Cell;
import org.localityvoice.survey.Measure;
import org.localityvoice.survey.Question;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaire.Option;
import org.localityvoice.survey.Questionnaire.Stratum;
import org.localityvoice.survey.Wave;
import org.localityvoice.survey.WavePlan;
import org.localityvoice.survey.WaveState;
import org.localityvoice.survey.Waves.Results;

/** A closed wave with one question, whose cells a test fills. */
final class MadeUpWave {
  private final String id;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Population.Cell> adults = new ArrayList<>();
  private List<String> asked = List.of("ageBand", "sex");
  private String series = "safe-v1";
  private String boundarySet = "2023-05";
  private String text = "How safe?";
  private List<String> planned = List.of();
  private List<String> modes = Questionnaire.MODES;
  private List<String> languages = List.of("en");
  private boolean cutShort;
  private List<String> positive = List.of("yes");
  private final List<Question> questions = new ArrayList<>();
  private @Nullable String showIf;

  MadeUpWave(String id) {
    this.id = id;
  }

  MadeUpWave adults(String ageBand, int women, int men) {
    adults.add(new Population.Cell(ageBand, "female", women));
    adults.add(new Population.Cell(ageBand, "male", men));
    return this;
  }

  /** Adds a cell: so many say yes, so many no, so many do not know. */
  MadeUpWave answered(String ageBand, String sex, int yes, int no, int unsure) {
    var counts = Map.of("yes", yes, "no", no, "dont-know", unsure);
    var n = yes + no + unsure;
    cells.add(
        new Cell(
            id + "|" + ageBand + "|" + sex,
            id,
            1,
            Map.of("ageBand", ageBand, "sex", sex),
            n,
            Map.of("SAFE", counts),
            Map.of("app", n),
            Map.of("en", n)));
    return this;
  }

  MadeUpWave asking(String... strata) {
    asked = List.of(strata);
    return this;
  }

  MadeUpWave series(String name) {
    series = name;
    return this;
  }

  MadeUpWave boundarySet(String name) {
    boundarySet = name;
    return this;
  }

  MadeUpWave asks(String question) {
    text = question;
    return this;
  }

  MadeUpWave positive(String... options) {
    positive = List.of(options);
    return this;
  }

  /** Another question comes before. */
  MadeUpWave askedFirst(String question) {
    questions.add(
        new Question.Single(
            question, Map.of(), null, List.of(option("yes", false)), null, null, null, null));
    return this;
  }

  /** Not everybody is asked. */
  MadeUpWave askedIf(String condition) {
    showIf = condition;
    return this;
  }

  /** The modes of its plan; without, it has none. */
  MadeUpWave planned(String... inModes) {
    planned = List.of(inModes);
    return this;
  }

  /** The modes of its questionnaire. */
  MadeUpWave modes(String... all) {
    modes = List.of(all);
    return this;
  }

  MadeUpWave spoken(String... tags) {
    languages = List.of(tags);
    return this;
  }

  MadeUpWave cutShort() {
    cutShort = true;
    return this;
  }

  Results results() {
    var all = new ArrayList<>(questions);
    all.add(
        new Question.Single(
            "SAFE",
            Map.of("en", text),
            null,
            List.of(option("yes", false), option("no", false), option("dont-know", true)),
            null,
            new Measure(
                "PMF-SAFE", series, "feeling-safe", Map.of(), "higher-is-better", positive, true),
            showIf,
            null));
    var form =
        new Questionnaire(
            "core@1",
            "core",
            1,
            List.of("en"),
            Map.of(),
            Map.of(),
            asked.stream().map(name -> new Stratum(name, Map.of(), strata())).toList(),
            all,
            modes,
            null);
    var population =
        adults.isEmpty()
            ? Optional.<Population>empty()
            : Optional.of(new Population("A census", adults));
    return new Results(
        wave(), form, cells, "E05000001", boundarySet, population, languages, cutShort);
  }

  private static List<Option> strata() {
    return List.of(option("prefer-not-to-say", true));
  }

  private static Option option(String id, boolean outsideBase) {
    return new Option(id, Map.of(), outsideBase);
  }

  private Wave wave() {
    return new Wave(
        id,
        1,
        "newport",
        "core@1",
        "2026-Q4",
        "2026-10-01",
        "2026-12-14",
        false,
        false,
        WaveState.CLOSED,
        null,
        null,
        null,
        List.of(),
        null,
        planned.isEmpty() ? null : new WavePlan(7, planned, 400, List.of(), ""),
        List.of(),
        null,
        null,
        null);
  }
}
