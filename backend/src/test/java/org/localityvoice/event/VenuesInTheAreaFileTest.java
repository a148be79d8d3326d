package org.localityvoice.event;

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

class VenuesInTheAreaFileTest {
  private static final AreaFile FILES = new AreaFile(List.of(new EventSection()));

  private static String sample() throws IOException {
    try (var in = AreaFile.class.getResourceAsStream("/sample/area.yaml")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static AreaReading read(String text) {
    return FILES.read(text.getBytes(UTF_8));
  }

  private static EventCatalogue catalogue(String text) {
    return EventCatalogueReader.read(((AreaReading.Good) read(text)).whole());
  }

  @Test
  void the_sample_has_venues_with_spaces_in_both_wards_and_kinds_of_activity() throws IOException {
    var catalogue = catalogue(sample());
    assertThat(catalogue.venues())
        .extracting(Venue::localityId)
        .contains("newport", "north-ormesby");
    var hall = catalogue.venue("newport-hub").flatMap(hub -> hub.space("main-hall")).orElseThrow();
    assertThat(hall.capacity()).isEqualTo(120);
    assertThat(hall.setUpMinutes()).isEqualTo(30);
    assertThat(catalogue.venue("newport-hub").orElseThrow().accessibility())
        .contains(AccessFeature.CHANGING_PLACE);
    var club = catalogue.activity("holiday-club").orElseThrow();
    assertThat(club.kind()).isEqualTo(catalogue.activity("open-play").orElseThrow().kind());
    assertThat(club.kind()).isNotEqualTo(catalogue.activity("sport").orElseThrow().kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  - id: newport-park      |  - id: newport-hub    |/venues/1/id|must be unique",
        "locality: newport\\n    address|locality: nowhere\\n    address|/venues/0/locality|no locality",
        "latitude: 54.5741, longitude: -1.2488|latitude: -1.2488, longitude: 54.5741|/venues/0/point|swapped",
        "{id: studio,|{id: hall,|/venues/2/spaces/1/id|must be unique",
        "broader: holiday-activities|broader: open-play|/activities/1/broader|no broader one",
        "broader: holiday-activities|broader: unknown|/activities/1/broader|must name an activity",
        "{id: sport,|{id: arts,|/activities/4/id|must be unique",
        "setUpMinutes: 30|setUpMinutes: 481|/venues/0/spaces/0/setUpMinutes|0 to 480",
        "accessibility: [step-free, parking]|accessibility: [stairs]|/venues/1/accessibility/0|step-free",
        "capacity: 14, |capacity: 14, keys: 2, |/venues/0/spaces/1/keys|not known here",
      })
  void what_is_wrong_is_told_with_line_and_place(
      String from, String to, String pointer, String reason) throws IOException {
    var text = sample();
    var good = from.strip().replace("\\n", "\n");
    assertThat(text).contains(good);
    var faults =
        read(
            text.replaceFirst(
                java.util.regex.Pattern.quote(good), to.strip().replace("\\n", "\n")));
    assertThat(((AreaReading.Faulty) faults).faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).isEqualTo(pointer);
              assertThat(fault.message()).contains(reason);
              assertThat(fault).extracting(Fault::line).isNotEqualTo(0);
            });
  }

  @Test
  void what_a_later_file_has_no_more_is_kept_and_retired() throws IOException {
    var first = catalogue(sample());
    var later = first.followedBy(EventCatalogue.of(List.of(), first.venues().subList(1, 2)));
    assertThat(later.venues()).extracting(Venue::id).startsWith("newport-park").hasSize(4);
    assertThat(later.venue("newport-park").orElseThrow().retired()).isFalse();
    assertThat(later.venue("newport-hub").orElseThrow().retired()).isTrue();
    assertThat(later.activity("sport").orElseThrow().retired()).isTrue();
    var back = later.followedBy(first);
    assertThat(back).isEqualTo(first);
  }
}
