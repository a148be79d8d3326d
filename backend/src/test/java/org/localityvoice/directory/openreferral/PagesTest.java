package org.localityvoice.directory.openreferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.directory.Entries.ORGANISATIONS;
import static org.localityvoice.directory.Entries.made;
import static org.localityvoice.directory.Entries.organisation;
import static org.localityvoice.directory.Entries.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;

/** The checks of the profile's own tester of pages. */
@ExtendWith(TownExtension.class)
class PagesTest {
  private static final List<Integer> SIZES = List.of(0, 1, 4, 5, 6, 11);

  @Test
  void every_list_over_http_has_the_pages_that_the_tester_of_the_profile_wants(Town town) {
    var organisation = made(town.as("theo"), ORGANISATIONS, organisation());
    var made = 0;
    for (int size : SIZES) {
      for (; made < size; made++) {
        published(town, organisation, "name", "Service " + made);
      }
      for (var perPage = 1; perPage <= 7; perPage++) {
        var query = "/oruk/services?per_page=" + perPage + "&page=";
        check(size, perPage, page -> town.nobody().gets(query + page).json());
      }
    }
  }

  @Property
  void and_so_has_a_list_of_any_length(
      @ForAll @IntRange(max = 60) int size, @ForAll @IntRange(min = 1, max = 500) int perPage) {
    var all = IntStream.range(0, size).boxed().toList();
    check(
        size,
        perPage,
        page ->
            Json.tree(
                Page.of(all, page, perPage)
                    .written(n -> Omitting.start().with("id", "item " + n))));
  }

  private static void check(int size, int perPage, IntFunction<JsonNode> pages) {
    var last = pages.apply(1).path("total_pages").asInt();
    assertThat(last).isEqualTo(Math.max(1, (size + perPage - 1) / perPage));
    var seen = new ArrayList<String>();
    for (var number = 1; number <= last; number++) {
      var page = pages.apply(number);
      var contents = page.path("contents");
      assertThat(page.path("total_items").asInt()).isEqualTo(size);
      assertThat(page.path("page_number").asInt()).isEqualTo(number);
      assertThat(page.path("size").asInt()).isEqualTo(contents.size());
      assertThat(page.path("first_page").asBoolean()).isEqualTo(number == 1);
      assertThat(page.path("last_page").asBoolean()).isEqualTo(number == last);
      assertThat(page.path("empty").asBoolean()).isEqualTo(contents.isEmpty());
      if (number < last) {
        assertThat(contents).hasSize(perPage);
      }
      contents.forEach(one -> seen.add(one.path("id").asText()));
    }
    assertThat(seen).hasSize(size).doesNotHaveDuplicates();
    var beyond = pages.apply(last + 1);
    assertThat(beyond.path("empty").asBoolean()).isTrue();
    assertThat(beyond.path("contents").isArray()).isTrue();
    assertThat(beyond.path("size").asInt()).isZero();
    assertThat(beyond.path("first_page").asBoolean()).isFalse();
    assertThat(beyond.path("last_page").asBoolean()).isFalse();
  }
}
