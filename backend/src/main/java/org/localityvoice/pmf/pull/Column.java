package org.localityvoice.pmf.pull;

import java.util.List;
import java.util.function.Function;

/**
 * A column of the file of observations.
 *
 * @param type datatype of CSV on the Web (CSVW)
 * @param always whether a cell is never empty
 * @param value of a row, as text
 */
record Column(String name, String type, boolean always, String about, Function<Row, String> value) {

  private static final String TEXT = "string";
  private static final String NUMBER = "decimal";
  private static final String WHOLE = "integer";
  private static final String DAY = "date";
  private static final String ESTIMATE = "estimate";
  private static final String LOW = "ciLow";
  private static final String HIGH = "ciHigh";

  /** The columns that together name an observation. */
  static final List<String> KEY = List.of("measure", "locality", "period", "wave", "breakdown");

  /** Every column, in their order; new ones come at the end. */
  static final List<Column> ALL =
      List.of(
          always("measure", TEXT, "Id of the measure.", row -> row.text("measureId")),
          always(
              "series",
              TEXT,
              "Figures of two series are never compared.",
              row -> row.text("seriesId")),
          always("theme", TEXT, "Id of the theme.", row -> row.text("theme")),
          always("kind", TEXT, "perception, operational or council.", row -> row.text("kind")),
          always("locality", TEXT, "Id of the locality.", row -> row.from().locality()),
          maybe(
              "boundary_set",
              TEXT,
              "Names the set of boundaries.",
              row -> Row.text(row.data().at("/locality/boundarySet"))),
          maybe("wave", TEXT, "Id of the survey wave; empty for counts.", row -> row.text("wave")),
          always("period", TEXT, "The quarter.", row -> row.from().period()),
          always("period_start", DAY, "First day.", row -> when(row, "from")),
          always("period_end", DAY, "Last day.", row -> when(row, "to")),
          always("breakdown", TEXT, "all, or a part of the people: ageBand:16-24.", Row::breakdown),
          always("unit", TEXT, "What the value counts.", row -> row.text("unit")),
          always("direction", TEXT, "Which way is an improvement.", row -> row.text("direction")),
          maybe(
              "value",
              NUMBER,
              "Empty where there is none, never 0; what people say in whole points.",
              row -> Row.text(row.value())),
          maybe("ci_low", NUMBER, "Lower bound, 95 %.", row -> Row.text(row.figure(LOW))),
          maybe("ci_high", NUMBER, "Upper bound, 95 %.", row -> Row.text(row.figure(HIGH))),
          maybe(
              "base",
              WHOLE,
              "People asked, rounded; or what a count is among, exact.",
              row -> Row.text(row.base())),
          maybe(
              "effective_base",
              NUMBER,
              "The base after weighting.",
              row -> row.text("effectiveBase")),
          maybe("numerator", WHOLE, "Of a count, exact.", row -> row.text("numerator")),
          always(
              "obs_status",
              TEXT,
              "SDMX: A normal, B break, U low reliability, Q suppressed, O missing.",
              row -> row.observationStatus().code()),
          always(
              "conf_status",
              TEXT,
              "SDMX: F free, C confidential.",
              row -> row.observationStatus().confidentiality()),
          always("status", TEXT, "The status in our own words.", Row::status),
          maybe(
              "verdict",
              TEXT,
              "up, down or no_clear_change against the wave before.",
              row -> Row.text(row.observation().at("/change/verdict"))),
          always(
              "revision",
              WHOLE,
              "Of the statement; the highest counts.",
              row -> Row.text(row.data().path("revision"))),
          always(
              "sequence",
              WHOLE,
              "Of the statement; read on from it.",
              row -> String.valueOf(row.from().sequence())),
          maybe("method_version", TEXT, "How the figure is made.", row -> method(row)),
          maybe("caveats", TEXT, "With a space between.", row -> String.join(" ", row.caveats())),
          maybe("dimension", TEXT, "Of a breakdown: by what, ageBand.", Row::dimension),
          maybe("category", TEXT, "Of a breakdown: which of them, 16-24.", Row::category),
          maybe(
              "suppression_reason",
              TEXT,
              "Where a figure is withheld: why, or the band it lies in, UNDER_5_PERCENT.",
              Row::suppression),
          maybe(
              "population_equivalent",
              WHOLE,
              "Adults of the locality that the value stands for, in fifties; no count of people.",
              row -> Row.text(row.people(ESTIMATE))),
          maybe(
              "population_equivalent_low",
              WHOLE,
              "Adults that ci_low stands for, in fifties.",
              row -> Row.text(row.people(LOW))),
          maybe(
              "population_equivalent_high",
              WHOLE,
              "Adults that ci_high stands for, in fifties.",
              row -> Row.text(row.people(HIGH))));

  private static Column always(
      String name, String type, String about, Function<Row, String> value) {
    return new Column(name, type, true, about, value);
  }

  private static Column maybe(String name, String type, String about, Function<Row, String> value) {
    return new Column(name, type, false, about, value);
  }

  private static String when(Row row, String end) {
    // Where a wave says when it was asked, that is when.
    var wave = Row.text(row.part().path("wave").path(end));
    return wave.isEmpty() ? Row.text(row.data().path("period").path(end)) : wave;
  }

  private static String method(Row row) {
    var method = row.part().path("method");
    return (Row.text(method.path("id")) + " " + Row.text(method.path("version"))).strip();
  }

  boolean text() {
    return type.equals(TEXT);
  }
}
