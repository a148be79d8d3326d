package org.localityvoice.survey.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.survey.exchange.RawBook.row;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;
import org.localityvoice.survey.Questionnaire;

/** Files that are no questionnaire of ours, whatever they are, get a plain answer. */
class OddFilesTest {
  private static final Messages MESSAGES = Messages.load();
  private static final String HEAD = row(1, "type", "name", "label", "constraint");
  private static final String ASKED = row(6, "text", "q1", "Why?", "string-length(.) &lt;= 9");
  private static final String STRATA =
      row(2, "note", "introduction", "Hello.")
          + row(3, "begin_group", "strata")
          + row(4, "select_one a", "age", "Age?")
          + row(5, "end_group");
  private static final String CHOICES =
      row(1, "list_name", "name", "label") + row(2, "a", "old", "Old");
  private static final String SETTINGS = row(1, "form_title") + row(2, "Any");

  private static RawBook book(String... rows) {
    return new RawBook()
        .sheet("survey", rows)
        .sheet("choices", CHOICES)
        .sheet("settings", SETTINGS);
  }

  private static Questionnaire read(byte[] file) {
    return XlsFormReader.read(XlsxFile.read(file)).form("any", Forms.CONTRACT);
  }

  @Test
  void the_file_that_the_others_are_made_of_is_read_and_so_are_merged_cells() {
    assertThat(read(book(HEAD, STRATA, ASKED).without()).questions()).hasSize(1);
    var merged =
        "<sheetData>%s</sheetData><mergeCells><mergeCell ref=\"C6:C7\"/></mergeCells>"
            .formatted(HEAD + STRATA + ASKED);
    var book =
        new RawBook().part("survey", merged).sheet("choices", CHOICES).sheet("settings", SETTINGS);
    assertThat(read(book.without()).questions()).hasSize(1);
  }

  private static Arguments file(String name, byte[] file, String... faults) {
    return Arguments.of(name, file, faults);
  }

  private static Arguments asked(String name, String row, String... faults) {
    return file(name, book(HEAD, STRATA, row).without(), faults);
  }

  static Stream<Arguments> files() {
    var noise = new byte[20 * 1024 * 1024];
    new Random(7).nextBytes(noise);
    var many = IntStream.range(2, 100_000).mapToObj(i -> "<row r=\"" + i + "\"/>");
    return Stream.of(
        file("nothing", new byte[0], " exchange-unreadable"),
        file(
            "an empty archive",
            new RawBook().without("[Content_Types].xml"),
            " exchange-unreadable"),
        file("twenty megabytes of noise", noise, " exchange-unreadable"),
        file("no sheet", new RawBook().without(), "/survey required"),
        file("no survey", new RawBook().sheet("choices", CHOICES).without(), "/survey required"),
        file(
            "a sheet without content",
            book(HEAD).without("xl/worksheets/sheet1.xml"),
            " exchange-unreadable"),
        file("no workbook", book(HEAD).without("xl/workbook.xml"), " exchange-unreadable"),
        file(
            "a sheet twice",
            book(HEAD, STRATA, ASKED).sheet("survey", HEAD).without(),
            "/survey exchange-sheet"),
        file("nothing asked", book(HEAD, STRATA).without(), "/survey minItems"),
        file(
            "a hundred thousand rows",
            book(HEAD, many.collect(java.util.stream.Collectors.joining())).without(),
            "/survey/5001 exchange-too-large"),
        file(
            "a row far below",
            book(HEAD, row(1_048_576, "text")).without(),
            "/survey/1048576 exchange-too-large"),
        file(
            "a heading twice",
            book(row(1, "type", "name", "label", "label"), STRATA).without(),
            "/survey/1/label exchange-column-twice"),
        file(
            "a language twice",
            book(row(1, "type", "name", "label", "label::English (en)"), STRATA).without(),
            "/survey/1/label::English (en) exchange-twice"),
        file(
            "an endless heading",
            book(row(1, "type", "name", "label::" + "(".repeat(20_000))).without(),
            "/survey/1 exchange-too-large"),
        file(
            "two rows of settings",
            new RawBook()
                .sheet("survey", HEAD, STRATA, ASKED)
                .sheet("choices", CHOICES)
                .sheet("settings", SETTINGS, row(3, "Other"))
                .without(),
            "/settings/3 maxItems"),
        asked(
            "a formula and an error",
            row(6, "text", "<c t=\"str\"><f>A1</f><v>q1</v></c>", "<c t=\"e\"><v>#REF!</v></c>"),
            "/survey/6/name exchange-formula",
            "/survey/6/label exchange-formula"),
        asked(
            "a formula without a value",
            row(6, "text", "q1", "<c><f>1+1</f></c>"),
            "/survey/6/label exchange-formula"),
        asked(
            "a date for a name",
            row(6, "text", "<c s=\"1\"><v>45000</v></c>", "Why?"),
            "/survey/6/name exchange-name"),
        asked(
            "a number for a type",
            row(6, "<c><v>1e400</v></c>", "q1", "Why?"),
            "/survey/6/type exchange-type"),
        asked(
            "no number in a number's cell",
            row(6, "text", "q1", "<c><v>NaN</v></c>"),
            " exchange-unreadable"),
        asked(
            "a text that is nowhere",
            row(6, "text", "q1", "<c t=\"s\"><v>x</v></c>"),
            " exchange-unreadable"),
        asked("a control character", row(6, "text", "q1", "a&#1;b"), " exchange-unreadable"),
        asked(
            "one name twice",
            ASKED + row(7, "text", "Q1", "Who?", "string-length(.) &lt;= 9"),
            "/survey/7/name exchange-name-twice"),
        asked(
            "an endless constraint",
            row(6, "integer", "q1", "Why?", ". &gt;=" + " ".repeat(30_000) + "x"),
            "/survey/6/constraint exchange-constraint"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void a_workbook_is_refused_with_its_place(String name, byte[] file, String... faults) {
    refused(() -> read(file), faults);
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable read, String... faults) {
    assertThatThrownBy(read)
        .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
        .satisfies(
            problem -> {
              assertThat(problem.violations())
                  .extracting(v -> v.place() + " " + v.code())
                  .contains(faults);
              assertThat(problem.violations())
                  .allMatch(v -> MESSAGES.says("violation." + v.code()));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'pages':{'a':1}}; /pages type",
        "{'elements':{'a':{}}}; /elements type",
        "{'elements':[{'type':'radiogroup','name':'A','choices':{'a':1}}]}; /elements/0/choices type",
        "{'elements':[{'type':'matrix','name':'A','columns':'a','rows':{}}]}; /elements/0/rows type",
        "{'elements':[{'type':'radiogroup','name':'A','choices':[null]}]}; /elements/0/choices/0 exchange-name",
        "{'elements':[{'type':'text','name':'A','isRequired':'yes'}]}; /elements/0/isRequired type",
        "{'elements':[{'type':'text','name':'a-b'},{'type':'text','name':'A_B'}]}; /elements/1/name exchange-name-twice",
        "{'elements':[{'type':'panel','elements':[{'type':'panel'}]}]}; /elements/0/type exchange-type",
        "{'elements':[{'type':['text'],'name':{}}]}; /elements/0/type exchange-type",
        "{'elements':[{'type':'rating','name':'A','rateMin':1e300,'rateMax':-5}]}; /elements/0 maximum",
        "{'elements':[{'type':'text','name':'A','inputType':'number','step':1e-300}]}; /elements/0 maximum",
        "{'triggers':[],'elements':[]}; /triggers exchange-property",
      })
  void a_survey_is_refused_with_its_place(String json, String fault) {
    var survey = Forms.json(json.replace('\'', '"'));
    refused(() -> SurveyJsReader.read(survey).form("any", Forms.CONTRACT), fault);
  }
}
