package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.locality.AreaReading.Good;

/**
 * Each row breaks the sample's part {@code reporting} in one place and must give one fault: at the
 * line that the change marks with {@code #!}, at that field, for that reason.
 */
class BrokenReportingTest {
  private static final String AT = "/reporting";

  record Broken(String name, String from, String to, String pointer, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Broken> files() {
    return Stream.of(times(), categories(), confidential(), questions(), templates())
        .flatMap(all -> all);
  }

  private static Stream<Broken> times() {
    return Stream.of(
        new Broken(
            "a day that is none",
            "days: [monday, ",
            "days: [mon, #!\n      ",
            "/workingTime/days/0",
            "must be a day of the week such as monday, not “mon”"),
        new Broken(
            "a time that is none",
            "opens: \"08:30\"",
            "opens: \"8.30\" #!",
            "/workingTime/opens",
            "must be a time such as \"08:30\""),
        new Broken(
            "closing before opening",
            "closes: \"17:00\"",
            "closes: \"08:00\" #!",
            "/workingTime/closes",
            "must be at least an hour after opening"),
        new Broken(
            "a holiday that does not exist",
            "{date: 2026-12-25, ",
            "{date: 2026-02-29, #!\n        ",
            "/workingTime/holidays/14/date",
            "must be a date such as"),
        new Broken(
            "a holiday twice",
            "{date: 2026-12-25, ",
            "{date: 2026-08-31, #!\n        ",
            "/workingTime/holidays/14/date",
            "must be unique, but entry 13 has it too"),
        new Broken(
            "nobody to turn to outside the area",
            "  outside:\n    en:",
            "  outside: #!\n    cy:",
            "/outside/en",
            "is missing"));
  }

  private static Stream<Broken> categories() {
    return Stream.of(
        new Broken(
            "a group that is not there",
            "group: parks",
            "group: gardens #!",
            "/categories/9/group",
            "names no group of this file: “gardens”"),
        new Broken(
            "a group twice",
            "- {id: parks, ",
            "- {id: street, name: {en: Roads}} #!\n    - {id: parks, ",
            "/groups/1/id",
            "must be unique, but entry 0 has it too"),
        new Broken(
            "a category twice",
            "- id: litter",
            "- id: fly-tipping #!",
            "/categories/1/id",
            "must be unique, but entry 0 has it too"),
        new Broken(
            "two categories of one name, in another language and spelling",
            "name: {en: Litter or a full bin, pl: Śmieci lub pełny kosz}",
            "name: {en: Litter or a full bin, pl: podrzucone śmieci} #!",
            "/categories/1/name",
            "must be unique"),
        new Broken(
            "a keyword that another system acts on",
            "keywords: [rubbish, bin, glass]",
            "keywords: [rubbish, Private, glass] #!",
            "/categories/1/keywords/1",
            "is a word that other systems act on"),
        new Broken(
            "a keyword that is two",
            "keywords: [rubbish, bin, glass]",
            "keywords: [\"rubbish, bin\", glass] #!",
            "/categories/1/keywords/0",
            "must be a keyword of 1 to 50 characters, without commas"),
        new Broken(
            "a rule for anonymity that is none",
            "anonymity: not-allowed",
            "anonymity: never #!",
            "/categories/11/anonymity",
            "must be allowed, required or not-allowed, not “never”"),
        new Broken(
            "a partner who is nobody",
            "routing: {partner: selective-landlord-licensing}",
            "routing: {partner: landlords} #!",
            "/categories/11/routing/partner",
            "names no partner of this file: “landlords”"),
        new Broken(
            "a partner who does not work there",
            "routing: {partner: selective-landlord-licensing}",
            "routing: {partner: youth-focus-north-east} #!",
            "/categories/11/routing/partner",
            "names a partner who does not work in newport; name another one for it"),
        new Broken(
            "another partner who does not work there",
            "{north-ormesby: stronger-communities}",
            "{newport: big-local-north-ormesby} #!",
            "/categories/10/routing/byLocality/newport",
            "names a partner who does not work there: “big-local-north-ormesby”"),
        new Broken(
            "another partner who is nobody",
            "{north-ormesby: stronger-communities}",
            "{north-ormesby: the-council} #!",
            "/categories/10/routing/byLocality/north-ormesby",
            "names no partner of this file"),
        new Broken(
            "a locality that is none",
            "{north-ormesby: stronger-communities}",
            "{gotham: stronger-communities} #!",
            "/categories/10/routing/byLocality/gotham",
            "is named like no locality of this file"),
        new Broken(
            "no promise for new reports",
            "      promises: &check-promises",
            "      priority: emergency\n      promises: &check-promises #!",
            "/categories/7/promises",
            "lack one for the priority that new reports have: emergency"),
        new Broken(
            "two promises for one priority",
            "{priority: low, workingDays: 60, firstAnswerWorkingDays: 10}",
            "{priority: normal, workingDays: 60, firstAnswerWorkingDays: 10} #!",
            "/categories/10/promises/2/priority",
            "must be unique, but entry 1 has it too"),
        new Broken(
            "a promise of days and minutes",
            "{priority: high, workingDays: 3,",
            "{priority: high, workingMinutes: 3,\n         workingDays: 3, #!\n        ",
            "/categories/10/promises/0/workingDays",
            "does not belong here"),
        new Broken(
            "a promise of nothing",
            "{priority: high, workingDays: 3,",
            "{priority: high, #!\n        ",
            "/categories/10/promises/0/workingDays",
            "is missing"),
        new Broken(
            "a level that is nobody",
            "levels: [manager, thirteen]",
            "levels: [manager, mayor] #!",
            "/categories/10/escalation/levels/1",
            "names no partner of this file: “mayor”"),
        new Broken(
            "a stop twice",
            "        - id: just-happened",
            "        - id: in-danger #!",
            "/categories/15/stops/1/id",
            "must be unique, but entry 0 has it too"),
        new Broken(
            "a telephone number that is none",
            "phone: \"0800 111 999\"",
            "phone: \"call us\" #!",
            "/categories/11/stops/0/phone",
            "must be a telephone number"));
  }

  private static Stream<Broken> confidential() {
    return Stream.of(
        new Broken(
            "a confidential text that is published",
            "confidential: true\n      text: never-published\n",
            "confidential: true\n      text: after-publication #!\n",
            "/categories/15/text",
            "must be never-published, because the category is confidential"),
        new Broken(
            "confidential photos that are published",
            "text: never-published\n      photos: never-published\n      blurMetres: 2000",
            "text: never-published\n      photos: before-publication #!\n      blurMetres: 2000",
            "/categories/15/photos",
            "must be never-published, because the category is confidential"),
        new Broken(
            "something confidential that others are reminded of",
            "levels: [manager]\n  templates:",
            "levels: [manager, thirteen] #!\n  templates:",
            "/categories/15/escalation/levels/1",
            "may not be told, because the category is confidential: “thirteen”"));
  }

  private static Stream<Broken> questions() {
    return Stream.of(
        new Broken(
            "a question of an unknown type",
            "- id: since\n          type: date-time",
            "- id: since\n          type: calendar #!",
            "/categories/7/questions/2/type",
            "must be text, number, date-time, single, multiple or notice"),
        new Broken(
            "a question twice",
            "- id: keep-away",
            "- id: what #!",
            "/categories/0/questions/1/id",
            "must be unique, but entry 0 has it too"),
        new Broken(
            "an option twice",
            "- {id: furniture,",
            "- {id: bags, #!\n              ",
            "/categories/0/questions/0/options/1/id",
            "must be unique, but entry 0 has it too"),
        new Broken(
            "nothing to choose from",
            "- id: since\n          type: date-time\n          label: {en: \"Since",
            "- id: since #!\n          type: single\n          label: {en: \"Since",
            "/categories/11/questions/2/options",
            "is missing"),
        new Broken(
            "something to choose from for a text",
            "- id: column-number\n          type: text\n",
            "- id: column-number\n          type: text\n          options: [{id: a, label: {en: A}}] #!\n",
            "/categories/5/questions/1/options",
            "does not belong here"),
        new Broken(
            "a least number for a text",
            "- id: column-number\n          type: text\n",
            "- id: column-number\n          type: text\n          min: 3 #!\n",
            "/categories/5/questions/1/min",
            "does not belong here"),
        new Broken(
            "a notice that must be answered",
            "- id: keep-away\n          type: notice\n",
            "- id: keep-away\n          type: notice\n          required: true #!\n",
            "/categories/0/questions/1/required",
            "does not belong here"),
        new Broken(
            "a greatest number below the least",
            "          min: 0\n          max: 200\n",
            "          min: 300\n          max: 200 #!\n",
            "/categories/4/questions/1/max",
            "must not be less than min"),
        new Broken(
            "a condition on a later question",
            "askIf: {question: what, answers: [chemicals]}",
            "askIf: {question: size, answers: [van]} #!",
            "/categories/0/questions/1/askIf/question",
            "must name an earlier question of type single or multiple"),
        new Broken(
            "a condition on nothing",
            "askIf: {question: what, answers: [chemicals]}",
            "askIf: {question: whatever, answers: [chemicals]} #!",
            "/categories/0/questions/1/askIf/question",
            "must name an earlier question"),
        new Broken(
            "a condition on an answer that is none",
            "askIf: {question: what, answers: [chemicals]}",
            "askIf: {question: what, answers: [bags, acid]} #!",
            "/categories/0/questions/1/askIf/answers/1",
            "is no option of what: “acid”"));
  }

  private static Stream<Broken> templates() {
    return Stream.of(
        new Broken(
            "a reply twice",
            "- id: planned",
            "- id: looking #!",
            "/templates/1/id",
            "must be unique, but entry 0 has it too"),
        new Broken(
            "a reply for a category that is not there",
            "category: needles",
            "category: knives #!",
            "/templates/4/category",
            "names no category of this file: “knives”"),
        new Broken(
            "a reply to a move that is none",
            "moves: [merge]",
            "moves: [join] #!",
            "/templates/7/moves/0",
            "must be a move such as say-done or refuse, not “join”"),
        new Broken(
            "a slot that nobody fills",
            "en: We will deal with this by {expectedBy}. {owner} does the work.",
            "en: \"We will deal with this by {expectedBy} at {time}. {owner} does it.\" #!",
            "/templates/1/text/en",
            "has an unknown slot: {time}"),
        new Broken(
            "a slot that one language lacks",
            "pl: \"Zajmiemy się tym do {expectedBy}. Pracę wykona {owner}.\"",
            "pl: \"Zajmiemy się tym. Pracę wykona {owner}.\" #!",
            "/templates/1/text/pl",
            "lacks a slot that English has: {expectedBy}"),
        new Broken(
            "a slot that English lacks",
            "pl: Inni też to zgłosili. Zajmujemy się tym razem i zapytamy wszystkich.",
            "pl: \"Inni też zgłosili: {category}.\" #!",
            "/templates/7/text/pl",
            "has a slot that English lacks: {category}"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_broken_part_is_refused_with_line_field_and_reason(Broken broken) {
    var text = changed(broken.from(), broken.to());

    var faults = SampleArea.faults(text);

    assertThat(faults).as(faults.toString()).hasSize(1);
    assertThat(faults.get(0).pointer()).isEqualTo(AT + broken.pointer());
    assertThat(faults.get(0).message()).contains(broken.reason());
    assertThat(text.lines().toList().get(faults.get(0).line() - 1)).contains("#!");
  }

  private static String changed(String from, String to) {
    var whole = SampleArea.text();
    var start = whole.indexOf("\nreporting:");
    var part = whole.substring(start);
    var at = part.indexOf(from);
    assertThat(at).as(from).isNotNegative();
    return whole.substring(0, start)
        + part.substring(0, at)
        + to
        + part.substring(at + from.length());
  }

  private static List<String> warnings(String text) {
    var reading = SampleArea.read(text);
    assertThat(reading).as(reading.toString()).isInstanceOf(Good.class);
    return ((Good) reading).warnings().stream().map(Fault::sentence).toList();
  }

  @Test
  void a_file_without_the_part_is_as_good_as_before() {
    var text = SampleArea.text();
    var old = text.substring(0, text.indexOf("\nreporting:") + 1);
    assertThat(warnings(old)).isEmpty();
    assertThat(SampleArea.area(old).reporting()).isEqualTo(Reporting.none());
    assertThat(SampleArea.area(old).reporting().languages()).containsExactly("en");
  }

  @Test
  void faults_of_the_part_hide_no_faults_of_others() {
    var text = changed("group: parks", "group: 1").replace("period: 2026-Q3", "period: autumn");
    assertThat(SampleArea.faults(text))
        .extracting(Fault::pointer)
        .containsExactly("/waves/0/period", "/reporting/categories/9/group");
  }

  @Test
  void every_fault_of_the_part_is_told_at_once() {
    var text =
        changed("group: parks", "group: gardens")
            .replace("category: needles", "category: knives")
            .replace("levels: [manager, thirteen]", "levels: [mayor]")
            .replace("closes: \"17:00\"", "closes: \"08:00\"");
    assertThat(SampleArea.faults(text)).hasSize(4);
  }

  @Test
  void holidays_that_end_soon_are_warned_of() {
    var sooner = changed("      - {date: 2027-01-01", "      - {date: 2026-12-30");
    var start = sooner.indexOf("      - {date: 2027-03-26");
    var end = sooner.indexOf("  outside:\n", start);
    var short2026 = sooner.substring(0, start) + sooner.substring(end);
    assertThat(warnings(short2026))
        .singleElement()
        .asString()
        .contains("/reporting/workingTime/holidays end with 2026, less than a year after")
        .contains("2026-12-14");
  }

  @Test
  void a_year_without_holidays_is_warned_of_and_so_are_no_holidays_at_all() {
    assertThat(warnings(changed("date: 2028-01-03", "date: 2040-01-03")))
        .hasSize(11)
        .allSatisfy(warning -> assertThat(warning).contains("holidays have no day in 20"));
    var part = changed("    holidays:\n", "    holidays: []\n");
    var start = part.indexOf("      - {date: 2025-01-01");
    var end = part.indexOf("  outside:\n", start);
    assertThat(SampleArea.faults(part.substring(0, start) + part.substring(end)))
        .as("the names of holidays are used only there")
        .isEmpty();
    assertThat(warnings(part.substring(0, start) + part.substring(end)))
        .singleElement()
        .asString()
        .contains("holidays are none, so promises run on bank holidays too");
  }

  @Test
  void a_language_that_one_category_lacks_is_warned_of() {
    assertThat(warnings(changed("name: {en: Graffiti, pl: Graffiti}", "name: {en: Graffiti}")))
        .singleElement()
        .asString()
        .endsWith("/reporting/categories are not all written in the language pl");
  }
}
