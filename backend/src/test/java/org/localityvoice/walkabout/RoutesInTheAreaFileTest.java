package org.localityvoice.walkabout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.locality.AreaFile;
import org.localityvoice.locality.AreaReading;
import org.localityvoice.locality.Fault;
import org.localityvoice.walkabout.grading.DueTimes.Span;
import org.localityvoice.walkabout.grading.Element;
import org.localityvoice.walkabout.grading.Grade;
import org.localityvoice.walkabout.grading.Zone;

class RoutesInTheAreaFileTest {
  private static String sample() throws IOException {
    try (var in = AreaFile.class.getResourceAsStream("/sample/area.yaml")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static AreaReading read(String text, WalkaboutSection section) {
    return new AreaFile(List.of(section)).read(text.getBytes(UTF_8));
  }

  private static WalkaboutCatalogue catalogue(String text) {
    return WalkaboutCatalogueReader.read(
        ((AreaReading.Good) read(text, WalkaboutSection.fresh())).whole());
  }

  private static List<Fault> faults(String text, WalkaboutSection section) {
    return ((AreaReading.Faulty) read(text, section)).faults();
  }

  @Test
  void the_sample_has_a_route_of_twenty_transects_and_eleven_elements_in_two_themes()
      throws IOException {
    var catalogue = catalogue(sample());
    var route = catalogue.route("newport-terraces", 1).orElseThrow();
    assertThat(route.transects()).hasSize(20).extracting(Transect::order).startsWith(1, 2, 3);
    assertThat(catalogue.elements()).hasSize(11);
    assertThat(catalogue.elements().stream().map(Element::theme).distinct())
        .containsExactlyInAnyOrder("environmental-standards", "physical-appearance");
    assertThat(catalogue.dueTimes().of(Zone.HIGH, "fly-tipping", Grade.D))
        .contains(new Span(0, 60));
    assertThat(catalogue.dueTimes().of(Zone.HIGH, "fly-tipping", Grade.C))
        .contains(new Span(0, 240));
    assertThat(catalogue.noticeDays()).isEqualTo(14);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: dog-fouling, theme|{id: litter, theme|/walkabouts/elements/3/id|must be unique",
        "{id: litter, theme: environmental-standards|{id: litter, theme: tidiness|/walkabouts/elements/0/theme|no theme",
        "category: graffiti}|category: police-information}|/walkabouts/elements/5/category|no category that everybody",
        "zone: high, element: fly-tipping|zone: high, element: tipping|/walkabouts/dueTimes/4/element|no element",
        "- {zone: low, grades: [C, C-, D]|- {zone: low, grades: [C, C-]|/walkabouts/routes/0/transects/3/zone|no due time for litter of grade D",
        "      - {zone: high, grades: [C|      - {zone: high, grades: [A|/walkabouts/dueTimes/0/grades/0|B-, C, C- or D",
        "        - {id: t02, zone|        - {id: t01, zone|/walkabouts/routes/0/transects/1/id|must be unique",
        "longitude: -1.25200}, to: {latitude: 54.57280|longitude: -1.25200}, to: {latitude: 54.57480|/walkabouts/routes/0/transects/0/to|about 50 metres",
        "t01, zone: medium, landUse: housing, from: {latitude: 54.57280, longitude: -1.25200}, to: {latitude: 54.57280|t01, zone: medium, landUse: housing, from: {latitude: 54.67280, longitude: -1.25200}, to: {latitude: 54.67280|/walkabouts/routes/0/transects/0/from|must lie in newport",
        "id: newport-terraces\\n      locality: newport|id: newport-terraces\\n      locality: nowhere|/walkabouts/routes/0/locality|no locality",
      })
  void what_is_wrong_is_told_with_line_and_place(
      String from, String to, String pointer, String reason) throws IOException {
    var text = sample();
    var good = from.strip().replace("\\n", "\n");
    assertThat(text).contains(good);
    var wrong = text.replace(good, to.strip().replace("\\n", "\n"));
    assertThat(faults(wrong, WalkaboutSection.fresh()))
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).isEqualTo(pointer);
              assertThat(fault.message()).contains(reason);
              assertThat(fault.line()).isPositive();
            });
  }

  @Test
  void a_version_of_a_route_keeps_its_transects_and_the_next_version_may_have_others()
      throws IOException {
    var stored = catalogue(sample());
    var moved = sample().replace("{id: t20, zone: medium", "{id: t20, zone: high");
    assertThat(faults(moved, new WalkaboutSection(stored)))
        .extracting(Fault::pointer, Fault::message)
        .anySatisfy(fault -> assertThat(fault.toString()).contains("with other transects"));
    var next =
        moved.replace(
            "version: 1\n      title: {en: The terraces",
            "version: 2\n      title: {en: The terraces");
    assertThat(next).isNotEqualTo(moved);
    assertThat(read(next, new WalkaboutSection(stored))).isInstanceOf(AreaReading.Good.class);
    var both = stored.followedBy(catalogue(next));
    assertThat(both.routes()).hasSize(2);
    assertThat(both.newest("newport")).extracting(Route::version).containsExactly(2);
    // Even an import that slipped past the check changes no version that is there.
    assertThat(stored.followedBy(catalogue(moved)).route("newport-terraces", 1))
        .isEqualTo(stored.route("newport-terraces", 1));
  }

  @Test
  void an_element_that_a_later_file_has_no_more_is_kept_and_retired() throws IOException {
    var first = catalogue(sample());
    var later =
        first.followedBy(
            WalkaboutCatalogue.of(
                7, first.elements().subList(0, 2), first.dueTimes(), first.routes()));
    assertThat(later.element("alley").orElseThrow().retired()).isTrue();
    assertThat(later.element("litter").orElseThrow().retired()).isFalse();
    assertThat(later.followedBy(first)).isEqualTo(first);
  }
}
