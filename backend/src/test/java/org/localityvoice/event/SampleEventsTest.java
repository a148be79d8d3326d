package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.EventTowns.ids;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

@ExtendWith(StoreExtension.class)
class SampleEventsTest {
  @Test
  void whoever_tries_the_program_finds_something_on_in_both_wards(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of("SAMPLE_EVENTS", "true"))) {
      var newport = town.nobody().gets("/v1/events?locality=newport", "Accept-Language", "pl");
      assertThat(ids(newport, "items")).hasSize(3);
      assertThat(newport.at("/items/0/event/title")).isEqualTo("Rodzinna kuchnia");
      assertThat(newport.at("/items/0/startsAt")).isEqualTo("2026-12-05T10:00:00Z");
      assertThat(newport.at("/items/0/places")).isEqualTo("available");
      var children = town.nobody().gets("/v1/events?age=9&locality=north-ormesby");
      assertThat(ids(children, "items")).hasSize(3);
      assertThat(ids(town.as("nadia").gets("/v1/localities/newport/event-drafts"), "items"))
          .isEmpty();
      assertThat(ids(town.nobody().gets("/v1/directory/services"), "items"))
          .as("and services to be sent to")
          .hasSize(25);
      var near = town.nobody().gets("/v1/directory/services?q=nothing+to+eat&postcode=ts36la");
      assertThat(near.at("/items/0/name")).isEqualTo("Soup and bingo");
      assertThat(near.at("/items/0/distanceMetres")).isNotEmpty();
    }
    try (var again = Town.on(store, folder, Map.of("SAMPLE_EVENTS", "true"))) {
      assertThat(ids(again.nobody().gets("/v1/events"), "items")).as("once").hasSize(6);
    }
  }
}
