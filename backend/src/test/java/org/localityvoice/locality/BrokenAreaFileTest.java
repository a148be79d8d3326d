package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row breaks the sample in one place and must give one fault: at the line that the change
 * marks with {@code #!}, at that field, for that reason.
 */
class BrokenAreaFileTest {
  record Broken(String name, String from, String to, String pointer, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Broken> files() {
    return Stream.of(
        new Broken(
            "another format", "format: 1", "format: 2 #!", "/format", "must be the number 1, not"),
        new Broken(
            "a number where text belongs",
            "name: Middlesbrough",
            "name: 12 #!",
            "/area/name",
            "must be a name of 1 to 200 characters, not “12”"),
        new Broken("an empty field", "id: middlesbrough\n", "id: #!\n", "/area/id", "is empty"),
        new Broken(
            "an unknown time zone",
            "timeZone: Europe/London",
            "timeZone: Europe/Middlesbrough #!",
            "/area/timeZone",
            "is not a time zone"),
        new Broken(
            "an unknown field",
            "  timeZone: ",
            "  population: 140000 #!\n  timeZone: ",
            "/area/population",
            "is not known here; known are id, name, timeZone, note"),
        new Broken(
            "a missing field",
            "- id: thirteen\n    name: Thirteen Housing\n",
            "- id: thirteen #!\n",
            "/partners/6/name",
            "is missing"),
        new Broken(
            "a bad id",
            "- id: feeling-safe",
            "- id: Feeling safe #!",
            "/themes/0/id",
            "must be an id"),
        new Broken(
            "an id used twice",
            "- id: healthier-population",
            "- id: feeling-safe #!",
            "/themes/1/id",
            "/themes/0 has it too"),
        new Broken(
            "a lead that is nobody",
            "lead: cleveland-police",
            "lead: the-police #!",
            "/themes/0/lead",
            "names no partner of this file: “the-police”"),
        new Broken(
            "no English",
            "name: {en: Healthier population, pl: Zdrowsi mieszkańcy}",
            "name: {cy: Poblogaeth iachach, pl: Zdrowsi mieszkańcy} #!",
            "/themes/1/name/en",
            "is missing"),
        new Broken(
            "a language that is none",
            "{en: Newport}",
            "{en: Newport, Polski: Newport} #!",
            "/localities/0/name/Polski",
            "must be named by a language tag"),
        new Broken(
            "a field given twice",
            "    wardCode: E05999001\n",
            "    wardCode: E05999001\n    wardCode: E05999009 #!\n",
            "/localities/0/wardCode",
            "is given twice"),
        new Broken(
            "a ward code that is none",
            "wardCode: E05999001",
            "wardCode: Newport #!",
            "/localities/0/wardCode",
            "must be a ward code such as"),
        new Broken(
            "one ward twice",
            "wardCode: E05999002",
            "wardCode: E05999001 #!",
            "/localities/1/wardCode",
            "must be unique"),
        new Broken(
            "another kind of geometry",
            "      type: Polygon",
            "      type: Point #!",
            "/localities/0/boundary/type",
            "must be Polygon or MultiPolygon, not “Point”"),
        new Broken(
            "an open ring",
            "        - - [-1.2630, 54.5690]",
            "        - - [-1.2631, 54.5690] #!",
            "/localities/0/boundary/coordinates/0",
            "is not closed"),
        new Broken(
            "a longitude elsewhere",
            "[-1.2520, 54.5662]",
            "[54.5662, 54.5662] #!",
            "/localities/0/boundary/coordinates/0/1/0",
            "longitude comes first"),
        new Broken(
            "a position with a height",
            "[-1.2520, 54.5662]",
            "[-1.2520, 54.5662, 12] #!",
            "/localities/0/boundary/coordinates/0/1",
            "may have at most 2 entries"),
        new Broken(
            "a ring that crosses itself",
            "[-1.2398, 54.5812]",
            "[-1.2450, 54.5600] #!",
            "/localities/0/boundary/coordinates/0/4",
            "touches or crosses the one from position 1"),
        new Broken(
            "a hole that runs anticlockwise",
            "    languages",
            "        - [[-1.25,54.57],[-1.24,54.57],[-1.24,54.58],[-1.25,54.57]] #!\n    languages",
            "/localities/0/boundary/coordinates/1",
            "a hole runs clockwise"),
        new Broken(
            "a partner who is nobody",
            "      - middlesbrough-environment-city",
            "      - sheriff #!",
            "/localities/0/partners/9",
            "names no partner"),
        new Broken(
            "a partner listed twice",
            "    partners:\n      - cleveland-police",
            "    partners: #!\n      - thirteen\n      - cleveland-police",
            "/localities/0/partners",
            "must not hold the same entry twice"),
        new Broken(
            "a locality without English",
            "languages: [en, pl]",
            "languages: [pl] #!",
            "/localities/0/languages",
            "with en among them"),
        new Broken(
            "a cell given twice",
            "{ageBand: 16-24, sex: male, adults: 790}",
            "{ageBand: 16-24, sex: female, adults: 790} #!\n        - {ageBand: 16-24, sex: male, adults: 1}",
            "/localities/0/population/cells/1",
            "repeats the age band and sex of entry 0"),
        new Broken(
            "a cell left out",
            "      cells:\n        - {ageBand: 16-24, sex: female, adults: 720}\n",
            "      cells: #!\n",
            "/localities/0/population/cells",
            "lack the age band 16-24 with the sex female"),
        new Broken(
            "a count with a comma",
            "{ageBand: 16-24, sex: female, adults: 720}",
            "{ageBand: 16-24, sex: female, adults: \"1,720\"} #!",
            "/localities/0/population/cells/0/adults",
            "must be a whole number of people"),
        new Broken(
            "a question of an unknown type",
            "        type: single",
            "        type: slider #!",
            "/questionnaires/0/questions/0/type",
            "must be single, multiple, scale, grid, number, date or text"),
        new Broken(
            "rows in a question that is no grid",
            "        type: single\n",
            "        type: single\n        rows: [{id: A, label: {en: A}}] #!\n",
            "/questionnaires/0/questions/0/rows",
            "does not belong here"),
        new Broken(
            "an option id that YAML might take for something else",
            "- {id: very-safe,",
            "- {id: true, #!\n            ",
            "/questionnaires/0/questions/0/options/0/id",
            "must be an option's id"),
        new Broken(
            "a day that does not exist",
            "from: 2026-07-01",
            "from: 2026-06-31 #!",
            "/waves/0/from",
            "must be a date such as"),
        new Broken(
            "a file name that leads elsewhere",
            "responses: newport",
            "responses: ../newport #!",
            "/waves/0/responses",
            "must be a file name"),
        new Broken(
            "a tab", "  id: middlesbrough", "\tid: middlesbrough #!", "", "indent with spaces"),
        new Broken(
            "a colon in a sentence",
            "name: Middlesbrough\n",
            "name: Middlesbrough: the town #!\n",
            "",
            "put the text in quotation marks"),
        new Broken(
            "a name nobody gave",
            "options: *safety",
            "options: *saftey #!",
            "",
            "repeats a part with *"),
        new Broken(
            "a tag", "name: Middlesbrough", "name: !!set Middlesbrough #!", "/area/name", "a tag"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_broken_file_is_refused_with_line_field_and_reason(Broken broken) {
    var text = SampleArea.with(broken.from(), broken.to());

    var faults = SampleArea.faults(text);

    assertThat(faults).as(faults.toString()).hasSize(1);
    assertThat(faults.get(0).pointer()).isEqualTo(broken.pointer());
    assertThat(faults.get(0).message()).contains(broken.reason());
    assertThat(text.lines().toList().get(faults.get(0).line() - 1)).contains("#!");
  }
}
