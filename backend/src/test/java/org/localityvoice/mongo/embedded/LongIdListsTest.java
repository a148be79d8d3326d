package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.mongo.embedded.Driver.all;
import static org.localityvoice.mongo.embedded.Driver.one;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Long lists of ids are looked up rather than compared; nobody may notice. */
@ParameterizedClass
@ArgumentsSource(Servers.class)
class LongIdListsTest {
  private static final List<String> WANTED =
      IntStream.range(10, 50).mapToObj(i -> "r" + i).toList();

  @Parameter Server server;

  private MongoCollection<Document> reports() {
    return server.collection(
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    new Document("_id", i == 29 ? i : "r" + i)
                        .append("batch", i % 2)
                        .append("tags", List.of("a", "b")))
            .toArray(Document[]::new));
  }

  private static List<Object> ids(MongoCollection<Document> reports, Bson filter) {
    return all(reports.find(filter).projection(Projections.include("_id"))).stream()
        .map(found -> found.get("_id"))
        .sorted()
        .toList();
  }

  private static List<String> texts(int from, int to, int step) {
    return IntStream.iterate(from, i -> i < to, i -> i + step).mapToObj(i -> "r" + i).toList();
  }

  @Test
  void find_what_is_in_the_list_and_nothing_else() {
    var reports = reports();
    assertThat(ids(reports, in("_id", WANTED))).isEqualTo(texts(10, 29, 1));
    assertThat(ids(reports, and(in("_id", WANTED), eq("batch", 0)))).isEqualTo(texts(10, 29, 2));
    var both = and(in("_id", WANTED), in("_id", texts(0, 20, 1)));
    assertThat(ids(reports, both)).isEqualTo(texts(10, 20, 1));
  }

  @Test
  void change_what_is_in_the_list_and_meets_the_rest() {
    var reports = reports();
    var result = one(reports.updateMany(and(in("_id", WANTED), eq("batch", 0)), set("batch", 7)));
    assertThat(result.getModifiedCount()).isEqualTo(10);
    assertThat(ids(reports, eq("batch", 7))).isEqualTo(texts(10, 29, 2));
    assertThat(one(reports.updateMany(in("_id", WANTED), set("batch", 8))).getModifiedCount())
        .isEqualTo(19);
    assertThat(ids(reports, eq("batch", 8))).isEqualTo(texts(10, 29, 1));
  }

  @Test
  void change_the_element_that_matched() {
    var reports = reports();
    var wanted = and(in("_id", WANTED), eq("tags", "b"));
    assertThat(one(reports.updateMany(wanted, set("tags.$", "c"))).getModifiedCount())
        .isEqualTo(19);
    assertThat(ids(reports, eq("tags", List.of("a", "c")))).isEqualTo(texts(10, 29, 1));
  }
}
