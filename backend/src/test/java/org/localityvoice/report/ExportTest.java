package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What staff take away: whole, bounded, harmless in a spreadsheet, and explained. */
class ExportTest {
  private static final String EXPORT = "/v1/localities/newport/reports/export.";
  private static final String SINCE = "?submittedSince=2026-11-01T00:00:00Z";

  /** A reader of RFC 4180 that shares nothing with our writer. */
  static List<List<String>> read(String file) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < file.length(); i++) {
      var sign = file.charAt(i);
      if (quoted) {
        if (sign != '"') {
          cell.append(sign);
        } else if (i + 1 < file.length() && file.charAt(i + 1) == '"') {
          cell.append(sign);
          i++;
        } else {
          quoted = false;
        }
      } else if (sign == '"' && cell.length() == 0) {
        quoted = true;
      } else if (sign == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (sign == '\r' && file.charAt(i + 1) == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(List.copyOf(row));
        row.clear();
        i++;
      } else {
        assertThat(sign).as("a sign that must be in quotes").isNotIn('"', '\r', '\n');
        cell.append(sign);
      }
    }
    assertThat(row).as("the last line ends").isEmpty();
    return rows;
  }

  private static String cell(List<List<String>> file, int row, String column) {
    return file.get(row).get(file.get(0).indexOf(column));
  }

  private static Report saying(String text) {
    var report = new SomeReports(2, 0.01).one();
    var made = report.submission();
    return SomeReports.submitted(
        report,
        new Submission(
            made.place(),
            text,
            made.answers(),
            made.language(),
            made.source(),
            null,
            false,
            new Submission.Contact("Ana Petrescu", "ana@example.org", "01642 000000"),
            null,
            null,
            null));
  }

  @Provide
  Arbitrary<String> texts() {
    var odd =
        Arbitraries.of("=1+1", "\"", ",", "\r\n", "\n", "\t", "@", "-", "+", "'", "ą", "＝", " ");
    return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(5), odd)
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 300)
  void what_is_written_is_what_another_reader_reads(@ForAll("texts") String text) {
    var csv = new ExportCsv();
    var file =
        read(csv.head() + csv.reports(List.of(saying(text), saying("x")), true) + csv.tail());
    assertThat(file).hasSize(3);
    assertThat(file.get(0))
        .isEqualTo(ExportColumns.ALL.stream().map(ExportColumns.Column::name).toList());
    var read = cell(file, 1, "text");
    assertThat(read).isIn(text, "'" + text);
    assertThat(read).doesNotMatch("(?s)^\\s*[=+\\-@＝＋－＠].*").doesNotMatch("(?s)^[\t\r\n].*");
    assertThat(cell(file, 2, "text")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+44",
        "-2",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        " =1",
        "＝1",
        "＋1",
        "－1",
        "＠A"
      })
  void a_text_that_could_be_taken_for_a_formula_gets_an_apostrophe(String text) {
    assertThat(ExportCsv.harmless(text)).isEqualTo("'" + text);
    assertThat(ExportCsv.harmless("a" + text)).isEqualTo("a" + text);
  }

  @Test
  void numbers_stay_numbers_and_contacts_stay_at_home() {
    var csv = new ExportCsv();
    var text = csv.head() + csv.reports(List.of(saying("hello")), true);
    assertThat(cell(read(text), 1, "longitude")).startsWith("-1.2");
    assertThat(text).doesNotContain("Petrescu", "example.org", "01642");
    assertThat(new ExportGeoJson().reports(List.of(saying("hello")), true))
        .contains("hello")
        .doesNotContain("Petrescu", "example.org", "01642");
  }

  @ExtendWith({StoreExtension.class, TownExtension.class})
  static class OverHttp {
    private static List<Report> arrive(Store store) {
      var vertx = Vertx.vertx();
      var reports = new ReportStore(store.connect(), new CompareAndSet(vertx, new Random(1)));
      var all = new ArrayList<>(new SomeReports(12, 0.01).many(40));
      var secret = all.get(0);
      all.set(0, SomeReports.changed(secret, secret.standing(), false, true));
      Wait.forResult(Future.all(all.stream().map(reports::add).toList()));
      Wait.forResult(vertx.close());
      return all;
    }

    private static Set<String> ids(Answer csv) {
      assertThat(csv.status()).as(csv.text()).isEqualTo(200);
      return read(csv.text()).stream().skip(1).map(row -> row.get(0)).collect(Collectors.toSet());
    }

    @Test
    void each_takes_what_they_may_see_of_the_period_in_both_formats(Town town, Store store) {
      var all = arrive(store);
      var csv = town.as("nadia").gets(EXPORT + "csv" + SINCE);
      assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
      assertThat(csv.header("Content-Disposition")).contains("reports-newport.csv");
      assertThat(ids(csv)).hasSize(40);
      assertThat(ids(town.as("wyn").gets(EXPORT + "csv" + SINCE)))
          .hasSize(39)
          .doesNotContain(all.get(0).id());
      assertThat(ids(town.as("omar").gets(EXPORT + "csv" + SINCE))).isEmpty();
      var half = SomeReports.START.plusSeconds(1_800);
      var firstHalf =
          ids(town.as("nadia").gets(EXPORT + "csv" + SINCE + "&submittedUntil=" + half));
      assertThat(firstHalf)
          .isEqualTo(
              all.stream()
                  .filter(report -> report.standing().submittedAt().isBefore(half))
                  .map(Report::id)
                  .collect(Collectors.toSet()));
      var second = ids(town.as("nadia").gets(EXPORT + "csv?submittedSince=" + half));
      assertThat(second).doesNotContainAnyElementsOf(firstHalf).hasSize(40 - firstHalf.size());

      var features = town.as("nadia").gets(EXPORT + "geojson" + SINCE);
      assertThat(features.type()).isEqualTo("application/geo+json");
      assertThat(
              StreamSupport.stream(features.json().at("/features").spliterator(), false)
                  .map(feature -> feature.at("/id").asText())
                  .collect(Collectors.toSet()))
          .isEqualTo(ids(csv));
      for (var name : List.of("ana", "nora", "pat")) {
        assertThat(town.as(name).gets(EXPORT + "csv" + SINCE).status()).as(name).isEqualTo(404);
      }
      assertThat(town.as("nadia").gets(EXPORT + "csv").places())
          .containsExactly("query:submittedSince");
    }

    @Test
    void a_described_place_is_a_feature_without_geometry(Town town) {
      var report = Problems.litter();
      report.remove("point");
      report.put("place", "behind the library");
      report.put("locality", "newport");
      assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
      var features = town.as("nadia").gets(EXPORT + "geojson" + SINCE);
      assertThat(features.json().at("/features/0/geometry").isNull()).isTrue();
      assertThat(features.at("/features/0/properties/place")).isEqualTo("behind the library");
      var csv = read(town.as("nadia").gets(EXPORT + "csv" + SINCE).text());
      assertThat(cell(csv, 1, "latitude")).isEmpty();
      assertThat(cell(csv, 1, "place")).isEqualTo("behind the library");
    }

    @Test
    void the_dictionary_explains_each_column_in_the_readers_language(Town town) {
      var english = town.as("wyn").gets("/v1/report-export-dictionary");
      var csv = read(town.as("wyn").gets(EXPORT + "csv" + SINCE).text());
      assertThat(english.json().findValuesAsText("name")).isEqualTo(csv.get(0));
      assertThat(english.json().findValuesAsText("meaning"))
          .doesNotHaveDuplicates()
          .allMatch(meaning -> meaning.endsWith("."));
      var polish = town.as("wyn").gets("/v1/report-export-dictionary", "Accept-Language", "pl");
      assertThat(polish.at("/columns/0/meaning")).startsWith("Identyfikator");
    }

    @Test
    void a_period_with_more_than_fits_is_refused_and_a_shorter_one_is_not(Store store) {
      arrive(store);
      var vertx = Vertx.vertx();
      var service = new ExportService(vertx, new ReportListStore(store.connect()), 39);
      var nadia =
          new Caller(
              "nadia", Set.of(Role.NEIGHBOURHOOD_MANAGER), Set.of("newport"), Optional.empty());
      var whole =
          new ExportService.Wanted(
              "newport", SomeReports.START, Instant.parse("2027-01-01T00:00:00Z"));
      assertThatThrownBy(() -> Wait.forResult(service.export(whole, nadia, new ExportCsv())))
          .isInstanceOfSatisfying(
              Problem.class,
              problem ->
                  assertThat(problem.violations().get(0).code()).isEqualTo("export-too-large"));
      var half =
          new ExportService.Wanted(
              "newport", SomeReports.START, SomeReports.START.plusSeconds(1_800));
      assertThat(read(Wait.forResult(service.export(half, nadia, new ExportCsv())).toString()))
          .hasSizeGreaterThan(5);
      Wait.forResult(vertx.close());
    }
  }
}
