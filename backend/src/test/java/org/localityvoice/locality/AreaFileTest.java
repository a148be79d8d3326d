package org.localityvoice.locality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.localityvoice.locality.AreaReading.Faulty;
import org.localityvoice.locality.AreaReading.Good;

class AreaFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A part of the file that belongs to somebody else. */
  private record Section(Set<String> parts, List<Fault> faults, List<Area> asked)
      implements AreaSection {
    @Override
    public List<Fault> check(JsonNode whole, Area area) {
      asked.add(area);
      return faults;
    }
  }

  @Test
  void the_sample_area_has_no_fault_and_nothing_to_warn_of() {
    assertThat(SampleArea.read(SampleArea.text()))
        .isInstanceOfSatisfying(Good.class, good -> assertThat(good.warnings()).isEmpty());
  }

  @Test
  void the_sample_area_comes_out_as_it_stands_in_the_file() {
    var area = SampleArea.area();

    assertThat(area.timeZone()).isEqualTo("Europe/London");
    assertThat(area.themes()).hasSize(9);
    assertThat(area.theme("feeling-safe").orElseThrow().lead()).isEqualTo("cleveland-police");
    assertThat(area.languages()).containsExactlyInAnyOrder("en", "pl");
    var newport = area.locality("newport").orElseThrow();
    assertThat(newport.name().in("pl")).isEqualTo("Newport");
    assertThat(newport.population().adults()).isEqualTo(7520);
    assertThat(newport.population().byAgeBand()).containsEntry("16-24", 1510L).hasSize(5);
    assertThat(newport.population().bySex()).containsEntry("female", 3635L).hasSize(2);
    assertThat(newport.boundary().polygons().get(0).rings().get(0).positions()).hasSize(8);
  }

  @Test
  void json_is_read_like_yaml_however_it_is_laid_out() throws JsonProcessingException {
    var whole = ((Good) SampleArea.read(SampleArea.text())).whole();
    var oneLine = JSON.writeValueAsString(whole);
    var tabbed = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);

    assertThat(SampleArea.area(oneLine)).isEqualTo(SampleArea.area());
    assertThat(SampleArea.area(tabbed.replace("  ", "\t"))).isEqualTo(SampleArea.area());
  }

  @Test
  void escapes_in_json_are_read_as_what_they_stand_for() {
    var json = "{\"area\": {\"name\": \"a\\/b \\ud83d\\ude00 \\u0142\"}}";

    var whole = LinedTree.read(json, new ArrayList<>()).orElseThrow().tree();

    assertThat(whole.at("/area/name").asText()).isEqualTo("a/b \uD83D\uDE00 ł");
  }

  @Test
  void words_that_older_yaml_takes_for_something_else_stay_words() {
    var yaml = "{a: no, b: 2026-10-01, c: 12:30, d: 0x1F, e: 1_000, f: 16-24, g: yes, h: 007}";

    var whole = LinedTree.read(yaml, new ArrayList<>()).orElseThrow().tree();

    assertThat(whole.properties()).allMatch(field -> field.getValue().isTextual());
  }

  @Test
  void every_fault_is_told_at_once_and_by_line() {
    var text =
        SampleArea.text()
            .replace("timeZone: Europe/London", "timeZone: Mars/Olympus")
            .replace("lead: stronger-communities", "lead: nobody")
            .replace("wardCode: E05999002", "wardCode: North Ormesby")
            .replace("    period: 2026-Q3\n", "");

    var faults = SampleArea.faults(text);

    assertThat(faults)
        .extracting(Fault::pointer)
        .containsExactly(
            "/area/timeZone", "/themes/6/lead", "/localities/1/wardCode", "/waves/0/period");
    assertThat(faults).isSortedAccordingTo(Fault.BY_LINE);
  }

  @Test
  void a_fault_in_a_part_that_is_repeated_is_told_once() {
    var text = SampleArea.with("- {id: very-safe,", "- {id: Very safe,");

    assertThat(SampleArea.faults(text)).hasSize(1);
  }

  @Test
  void what_another_feature_objects_to_gets_its_line() {
    var section =
        new Section(
            Set.of("waves"), List.of(Fault.at("/waves/1/period", "is odd")), new ArrayList<>());

    var reading = new AreaFile(List.of(section)).read(SampleArea.text().getBytes(UTF_8));

    var fault = ((Faulty) reading).faults().get(0);
    assertThat(SampleArea.text().lines().toList().get(fault.line() - 1))
        .isEqualTo("    period: 2026-Q4");
    assertThat(fault.sentence()).endsWith(": /waves/1/period is odd");
  }

  @Test
  void another_feature_is_asked_only_when_its_part_and_the_area_fit_the_schema() {
    var section = new Section(Set.of("waves"), List.of(), new ArrayList<>());
    var file = new AreaFile(List.of(section));

    file.read(SampleArea.with("period: 2026-Q3", "period: autumn").getBytes(UTF_8));
    file.read(SampleArea.with("wardCode: E05999001", "wardCode: 1").getBytes(UTF_8));
    assertThat(section.asked()).isEmpty();

    file.read(SampleArea.with("        type: single", "        type: 1").getBytes(UTF_8));
    file.read(SampleArea.with("lead: thirteen", "lead: nobody").getBytes(UTF_8));
    assertThat(section.asked()).hasSize(2);
  }

  @Test
  void faults_found_after_reading_get_their_lines_too() {
    var good = (Good) SampleArea.read(SampleArea.text());

    var located = good.lines().apply(List.of(Fault.at("/waves/0/id", "is taken")));

    assertThat(SampleArea.text().lines().toList().get(located.get(0).line() - 1))
        .contains("id: newport-2026-q3");
  }

  @Test
  void localities_that_overlap_are_only_warned_of() {
    var text = SampleArea.with("[-1.2215, 54.5686]", "[-1.2450, 54.5750]");

    var reading = SampleArea.read(text.replace("[-1.2215, 54.5686]", "[-1.2450, 54.5750]"));

    assertThat(((Good) reading).warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.pointer()).isEqualTo("/localities/1/boundary");
              assertThat(warning.message()).isEqualTo("overlaps the boundary of newport");
              assertThat(warning.line()).isPositive();
            });
  }

  @Test
  void a_language_that_residents_will_miss_is_warned_of() {
    var reading = SampleArea.read(SampleArea.with("languages: [en, pl]", "languages: [en, ur]"));

    assertThat(((Good) reading).warnings())
        .extracting(Fault::message)
        .containsExactly(
            "are not all named in the language ur", "are not all written in the language ur");
  }

  @Test
  void a_locality_that_is_stored_cannot_be_left_out() {
    var stored = SampleArea.area();
    var text =
        SampleArea.text()
            .replace("- id: north-ormesby\n", "- id: brambles\n")
            .replace("{north-ormesby: stronger", "{brambles: stronger");

    var kept = new AreaFile(List.of(new LocalitiesKept(Optional.of(stored))));
    var fresh = new AreaFile(List.of(new LocalitiesKept(Optional.empty())));

    assertThat(fresh.read(text.getBytes(UTF_8))).isInstanceOf(Good.class);
    assertThat(((Faulty) kept.read(text.getBytes(UTF_8))).faults())
        .extracting(Fault::message)
        .containsExactly("lack north-ormesby; a locality once imported stays");
  }
}
