package org.localityvoice.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An index over an array gives the order of its other fields, and is known to after a restart. */
class PlannerTest {
  private static final int DOCUMENTS = 2_000;

  private final MVStore store = MVStore.open(null);
  private final MVMap<String, String> states = store.openMap("states");
  private StoreIndex byTag;
  private StoreIndex byTagAndKind;

  @BeforeEach
  void fill() {
    byTag = index("tags", "at-", "_id-");
    byTagAndKind = index("tags", "kind", "at-", "_id-");
    for (var i = 0; i < DOCUMENTS; i++) {
      var document =
          new Document("_id", i)
              .append("tags", List.of("a" + i % 2, "b" + i % 4))
              .append("kind", "k" + i % 3)
              .append("at", i / 7);
      byTag.add(document, (long) i, null);
      byTagAndKind.add(document, (long) i, null);
    }
    byTag.markBuilt();
    byTagAndKind.markBuilt();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StoreIndex index(String... fields) {
    var keys =
        Arrays.stream(fields)
            .map(
                field ->
                    field.endsWith("-")
                        ? new IndexKey(field.substring(0, field.length() - 1), false)
                        : new IndexKey(field, true))
            .toList();
    var name = String.join("_", fields);
    MVMap<Key, Boolean> entries =
        store.openMap(
            name,
            new MVMap.Builder<Key, Boolean>().keyType(new Key.Type()).valueType(new Key.Nothing()));
    return new StoreIndex(name, keys, false, false, entries, states);
  }

  private static Optional<Plan> plan(List<StoreIndex> indexes, Document filter, Document order) {
    return Planner.choose(indexes, new Query(filter, order, 0, 20, null), DOCUMENTS);
  }

  private static Document newestFirst() {
    return new Document("at", -1).append("_id", -1);
  }

  @Test
  void one_element_of_the_array_gives_its_documents_in_order() {
    var plan = plan(List.of(byTag), new Document("tags", "a1"), newestFirst()).orElseThrow();
    assertThat(plan.sorted()).isTrue();
    assertThat(plan.positions())
        .toIterable()
        .hasSize(DOCUMENTS / 2)
        .startsWith(1_999L, 1_997L, 1_995L);
  }

  @Test
  void so_it_does_from_a_mark_on_and_among_several_kinds() {
    var filter =
        new Document("tags", "b1")
            .append("kind", new Document("$in", List.of("k0", "k2")))
            .append("at", new Document("$lt", 280));
    var plan = plan(List.of(byTag, byTagAndKind), filter, newestFirst()).orElseThrow();
    assertThat(plan.index()).isSameAs(byTagAndKind);
    assertThat(plan.sorted()).isTrue();
    assertThat(plan.size()).isLessThan(400);
    // The bound itself is looked at as well; the matcher drops it.
    assertThat(plan.positions()).toIterable().first().isEqualTo(1_965L);
    var same = new Document("tags", "b1").append("at", 7).append("_id", new Document("$lt", 53));
    var rest = plan(List.of(byTag, byTagAndKind), same, newestFirst()).orElseThrow();
    assertThat(rest.index()).isSameAs(byTag);
    assertThat(rest.sorted()).isTrue();
    assertThat(rest.size()).isLessThan(4);
  }

  @Test
  void several_elements_of_the_array_find_a_document_once_and_in_order() {
    var filter = new Document("tags", new Document("$in", List.of("a1", "b1", "b3")));
    var plan = plan(List.of(byTag), filter, newestFirst()).orElseThrow();
    assertThat(plan.sorted()).isTrue();
    assertThat(plan.positions())
        .toIterable()
        .doesNotHaveDuplicates()
        .hasSize(DOCUMENTS / 2)
        .startsWith(1_999L, 1_997L);
  }

  @Test
  void the_array_itself_gives_no_order() {
    // The control: were the array taken for one value, this plan would count as sorted.
    var byArray = new Document("tags", 1).append("at", -1);
    var filter = new Document("tags", new Document("$gte", "a1"));
    assertThat(plan(List.of(byTag), filter, byArray).map(Plan::sorted))
        .isNotEqualTo(Optional.of(true));
    var fixed = new Document("tags", "a1");
    assertThat(plan(List.of(byTag), fixed, byArray).map(Plan::sorted))
        .isNotEqualTo(Optional.of(true));
  }

  @Test
  void what_is_known_of_the_fields_outlives_a_restart() {
    var again = index("tags", "at-", "_id-");
    assertThat(again.isEmpty()).isFalse();
    assertThat(again.isRegular(0)).isFalse();
    assertThat(again.isRegular(1)).isTrue();
    assertThat(again.isRegular(2)).isTrue();
    // As the first version wrote it, when it knew of the index as a whole only.
    states.put("tags_at-__id-", "IRREGULAR");
    var old = index("tags", "at-", "_id-");
    assertThat(old.isEmpty()).isFalse();
    assertThat(old.isRegular(1)).isFalse();
  }

  @Test
  void an_index_whose_making_was_cut_off_counts_as_not_made() {
    var fresh = index("tags", "at");
    fresh.add(new Document("_id", 1).append("tags", List.of("a", "b")).append("at", 1), 1L, null);
    assertThat(index("tags", "at").isEmpty()).isTrue();
    fresh.markBuilt();
    assertThat(index("tags", "at").isEmpty()).isFalse();
    assertThat(index("tags", "at").isRegular(0)).isFalse();
  }
}
