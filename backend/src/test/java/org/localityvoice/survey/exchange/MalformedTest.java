package org.localityvoice.survey.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;

/** Every fault has its place and its reason, and one fault does not hide another. */
class MalformedTest {
  private static final Messages MESSAGES = Messages.load();
  private static final String QUESTIONS =
      "{\"id\": \"SAFE\", \"type\": \"single\", \"text\": {\"en\": \"Safe?\"}, %s, \"options\": [{\"id\": \"a\", \"label\": {\"en\": \"A\"}}, {\"id\": \"b\", \"label\": {\"en\": \"B\"}}]},"
              .formatted(Forms.WORDING)
          + "{\"id\": \"YEARS\", \"type\": \"number\", \"text\": {\"en\": \"Years?\"}, %s, \"least\": 0, \"most\": 9, \"decimals\": 0},"
              .formatted(Forms.WORDING)
          + "{\"id\": \"GRID\", \"type\": \"grid\", \"text\": {\"en\": \"How?\"}, %s, \"options\": [{\"id\": \"a\", \"label\": {\"en\": \"A\"}}], \"rows\": [{\"id\": \"ONE\", \"label\": {\"en\": \"1\"}}, {\"id\": \"TWO\", \"label\": {\"en\": \"2\"}}]}"
              .formatted(Forms.WORDING);

  /** Places with codes; each code has its sentence. */
  private static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
    var problem = catchThrowableOfType(Problem.class, read);
    assertThat(problem).as("refused").isNotNull();
    problem
        .violations()
        .forEach(v -> assertThat(MESSAGES.says("violation." + v.code())).as(v.code()).isTrue());
    return problem.violations().stream().map(v -> v.place() + " " + v.code()).toList();
  }

  static Stream<Arguments> surveys() {
    return Stream.of(
        Arguments.of("\"radiogroup\"", "\"signaturepad\"", "/type exchange-type"),
        Arguments.of("\"title\":{\"default\":\"Safe?\"}", "\"title\":7", "/title type"),
        Arguments.of(
            "\"default\":\"Safe?\"", "\"klingon!\":\"Safe?\"", "/title/klingon! exchange-language"),
        Arguments.of(
            "\"default\":\"Safe?\"", "\"default\":\"S\",\"en\":\"T\"", "/title/en exchange-twice"),
        Arguments.of("\"name\":\"SAFE\"", "\"name\":\"1st\"", "/name exchange-name"),
        Arguments.of(
            "\"name\":\"SAFE\"",
            "\"name\":\"SAFE\",\"hasOther\":true",
            "/hasOther exchange-property"),
        Arguments.of(
            "\"name\":\"SAFE\"",
            "\"name\":\"SAFE\",\"visibleIf\":\"age({x}) > 3\"",
            "/visibleIf exchange-condition"),
        Arguments.of(
            "\"name\":\"SAFE\"",
            "\"name\":\"SAFE\",\"requiredIf\":\"{nobody} = 'a'\"",
            "/requiredIf exchange-condition"),
        Arguments.of(
            "\"value\":\"a\",\"text\":{\"default\":\"A\"}},{\"value\":\"b\"",
            "\"value\":\"a\",\"imageLink\":\"x\"},{\"value\":\"b\"",
            "/choices/0/imageLink exchange-property"),
        Arguments.of("\"value\":\"b\"", "\"value\":\"!\"", "/choices/1 exchange-name"),
        Arguments.of("\"kind\":\"own\"", "\"kind\":\"hearsay\"", " enum"));
  }

  @ParameterizedTest
  @MethodSource("surveys")
  void a_fault_in_survey_js_is_named_by_its_pointer(String good, String bad, String fault) {
    var text = org.localityvoice.http.Json.text(SurveyJsWriter.write(Forms.with(QUESTIONS)));
    var at = text.indexOf("\"name\":\"questions\"");
    var whole = text.substring(0, at) + replaceFirst(text.substring(at), good, bad);
    assertThat(whole).isNotEqualTo(text);
    assertThat(faults(() -> SurveyJsReader.read(Forms.json(whole)).form("any", Forms.CONTRACT)))
        .contains("/pages/1/elements/0" + fault);
  }

  private static String replaceFirst(String text, String good, String bad) {
    var at = text.indexOf(good);
    return at < 0 ? text : text.substring(0, at) + bad + text.substring(at + good.length());
  }

  @Test
  void whatever_json_is_sent_is_read_or_refused() {
    for (var odd :
        List.of(
            "{}",
            "[]",
            "7",
            "{\"pages\":7}",
            "{\"pages\":[7,{\"elements\":[7,null]}]}",
            "{\"locale\":7,\"title\":[]}",
            "{\"elements\":[{\"type\":\"text\",\"name\":\"A\",\"inputType\":\"number\",\"step\":\"x\",\"localityVoice\":7}]}")) {
      assertThat(faults(() -> SurveyJsReader.read(Forms.json(odd)).form("any", Forms.CONTRACT)))
          .as(odd)
          .isNotEmpty();
    }
  }

  /** A change to the workbook of a good questionnaire, and what it is refused for. */
  private record Bad(Consumer<Workbook> change, String fault) {
    Bad at(String place) {
      return new Bad(change, place + fault.substring(fault.indexOf(' ')));
    }

    @Override
    public String toString() {
      return fault;
    }
  }

  private static Bad cell(String sheet, int row, String column, String text, String code) {
    return new Bad(
        book ->
            book.sheet(sheet).orElseThrow().rows().stream()
                .filter(one -> one.number() == row)
                .forEach(one -> one.cells().put(column, text)),
        "/" + sheet + "/" + row + "/" + column + " " + code);
  }

  static Stream<Bad> workbooks() {
    // Rows: 2 introduction, 3-5 strata, 6 SAFE, 7 YEARS, 8-11 GRID.
    return Stream.of(
        cell("survey", 6, "type", "geopoint", "exchange-type"),
        cell("survey", 6, "type", "deviceid", "exchange-type"),
        cell("survey", 6, "type", "select_one", "exchange-type"),
        cell("survey", 6, "type", "select_one nowhere", "exchange-list"),
        cell("survey", 6, "type", "begin_repeat", "exchange-type"),
        cell("survey", 6, "type", "end_group", "exchange-open-group"),
        cell("survey", 6, "name", "1st", "exchange-name"),
        cell("survey", 6, "relevant", "${NOBODY} = 'a'", "exchange-condition"),
        cell("survey", 7, "relevant", "${SAFE} + 1 > 2", "exchange-condition"),
        cell("survey", 7, "required", "once(${SAFE})", "exchange-condition"),
        cell("survey", 7, "constraint", "regex(., 'x')", "exchange-constraint"),
        cell("survey", 7, "constraint", ". >= 0 and . >= 1", "exchange-constraint"),
        cell("survey", 7, "calculation", "1 + 1", "exchange-column"),
        cell("survey", 7, "hint", "A hint", "exchange-column"),
        cell("survey", 7, "appearance", "bearing", "exchange-column"),
        cell("survey", 7, "parameters", "start=1", "exchange-column"),
        cell("survey", 7, "locality_voice", "[1]", "exchange-ours"),
        cell("survey", 4, "type", "integer", "exchange-type"),
        cell("survey", 9, "type", "select_one SAFE", "exchange-grid-rows").at("/survey/8/type"),
        cell("survey", 9, "type", "text", "exchange-type"),
        cell("survey", 9, "relevant", "true()", "exchange-column"),
        cell("survey", 10, "required", "yes", "exchange-grid-rows").at("/survey/8/type"),
        cell("survey", 8, "appearance", "field-list", "exchange-group").at("/survey/8/type"),
        cell("survey", 11, "type", "note", "exchange-type"),
        cell("survey", 11, "type", "note", "exchange-open-group").at("/survey/8/type"),
        cell("choices", 2, "name", "?!", "exchange-name"),
        cell("choices", 2, "outside_base", "perhaps", "enum"),
        cell("choices", 2, "media::image", "x.png", "exchange-column"),
        cell("settings", 2, "default_language", "(?)", "exchange-language"),
        cell("settings", 2, "style", "pages", "exchange-column"));
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void a_fault_in_a_workbook_is_named_by_sheet_row_and_column(Bad bad) {
    var book = XlsFormWriter.write(Forms.with(QUESTIONS));
    assertThat(XlsFormReader.read(XlsxFile.read(XlsxFile.write(book))).form("any", Forms.CONTRACT))
        .isNotNull();
    bad.change().accept(book);
    assertThat(
            faults(
                () ->
                    XlsFormReader.read(XlsxFile.read(XlsxFile.write(book)))
                        .form("any", Forms.CONTRACT)))
        .contains(bad.fault());
  }

  @Test
  void all_faults_are_told_at_once_and_a_missing_bound_is_told_by_its_row() {
    var book = XlsFormWriter.write(Forms.with(QUESTIONS));
    workbooks().limit(1).forEach(bad -> bad.change().accept(book));
    cell("choices", 2, "name", "?!", "").change().accept(book);
    assertThat(faults(() -> XlsFormReader.read(book).form("any", Forms.CONTRACT)))
        .contains("/survey/6/type exchange-type", "/choices/2/name exchange-name");
    var unbounded = XlsFormWriter.write(Forms.with(QUESTIONS));
    unbounded.sheet("survey").orElseThrow().rows().get(5).cells().remove("constraint");
    assertThat(faults(() -> XlsFormReader.read(unbounded).form("any", Forms.CONTRACT)))
        .containsExactly("/survey/7 required");
  }

  @Test
  void a_plain_form_of_another_tool_is_read() {
    var survey = Workbook.Sheet.of("survey");
    survey.add().with("type", "begin group").with("name", "strata");
    survey.add().with("type", "select_one yn").with("name", "is_old").with("label", "Old?");
    survey.add().with("type", "end group");
    survey
        .add()
        .with("type", "select_one yn")
        .with("name", "felt_safe")
        .with("label", "Safe?")
        .with("required", "yes");
    survey
        .add()
        .with("type", "range")
        .with("name", "how")
        .with("label", "How?")
        .with("parameters", "start=0 end=5 step=1")
        .with("relevant", "${felt_safe} = 'no_way' or not(${is_old} = 'yes')");
    var choices = Workbook.Sheet.of("choices");
    choices.add().with("list_name", "yn").with("name", "yes").with("label", "Yes");
    choices.add().with("list_name", "yn").with("name", "no_way").with("label", "No");
    var settings = Workbook.Sheet.of("settings");
    settings.add().with("form_title", "Plain");
    var form =
        XlsFormReader.read(
                XlsxFile.read(XlsxFile.write(new Workbook(List.of(survey, choices, settings)))))
            .form("plain", Forms.CONTRACT);
    assertThat(form.strata().get(0).id()).isEqualTo("isOld");
    assertThat(form.questions().get(0).requiredIf()).isEqualTo("true");
    assertThat(form.questions().get(1).showIf())
        .isEqualTo("{FELT_SAFE} = 'no-way' or not {isOld} = 'yes'");
  }

  @Test
  void bombs_twins_and_far_away_cells_never_reach_the_reader() throws IOException {
    var good = XlsxFile.write(XlsFormWriter.write(Forms.with(QUESTIONS)));
    assertThat(XlsxGuard.checked(good)).isNotEmpty();
    assertThat(faults(() -> XlsxFile.read("no zip".getBytes(StandardCharsets.UTF_8))))
        .containsExactly(" exchange-unreadable");
    assertThat(faults(() -> XlsxFile.read(java.util.Arrays.copyOf(good, good.length / 2))))
        .containsExactly(" exchange-unreadable");
    assertThat(faults(() -> XlsxFile.read(repacked(good, "x/bomb", " ".repeat(17 * 1024 * 1024)))))
        .containsExactly(" exchange-too-large");
    assertThat(faults(() -> XlsxFile.read(edited(good, "r=\"A1\"", "r=\"ZZZZZZ1\""))))
        .containsExactly(" exchange-too-large");
    assertThat(
            faults(
                () ->
                    XlsxFile.read(
                        edited(
                            good,
                            "<worksheet",
                            "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><worksheet"))))
        .containsExactly(" exchange-unreadable");
    assertThat(
            faults(
                () ->
                    XlsxFile.read(edited(good, "<sheetData>", "<sheetData><row r=\"x\"><broken"))))
        .containsExactly(" exchange-unreadable");
    var many = Workbook.Sheet.of("survey");
    for (var i = 0; i < 5_100; i++) {
      many.add().with("type", "note");
    }
    assertThat(faults(() -> XlsxFile.read(XlsxFile.write(new Workbook(List.of(many))))))
        .containsExactly("/survey/5001 exchange-too-large");
    assertThat(
            faults(
                () ->
                    XlsxFile.read(
                        XlsxFile.write(new Workbook(List.of(Workbook.Sheet.of("entities")))))))
        .containsExactly("/entities exchange-sheet");
  }

  private static byte[] edited(byte[] file, String from, String to) throws IOException {
    return copied(
        file,
        (name, text) -> name.contains("worksheets/sheet1") ? text.replace(from, to) : text,
        List.of());
  }

  private static byte[] repacked(byte[] file, String name, String text) throws IOException {
    return copied(file, (same, content) -> content, List.of(name, text));
  }

  private static byte[] copied(
      byte[] file, java.util.function.BinaryOperator<String> change, List<String> more)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in =
            ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
        var out = new ZipOutputStream(bytes)) {
      var all = new ArrayList<>(more);
      for (var entry : Collections.list(in.getEntries())) {
        all.add(entry.getName());
        all.add(
            change.apply(
                entry.getName(),
                new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
      }
      for (var i = 0; i < all.size(); i += 2) {
        out.putNextEntry(new ZipEntry(all.get(i)));
        out.write(all.get(i + 1).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
