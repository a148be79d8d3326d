package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.mongo.embedded.Driver.all;
import static org.localityvoice.mongo.embedded.Driver.done;
import static org.localityvoice.mongo.embedded.Driver.one;

import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @TempDir Path folder;

  @Test
  void a_restart_keeps_documents_and_indexes() throws StoreUnavailableException {
    List<Document> documents =
        IntStream.range(0, 500)
            .mapToObj(
                i -> new Document("_id", UUID.randomUUID()).append("n", i).append("odd", i % 2))
            .toList();
    try (var store = EmbeddedStore.open(folder, EmbeddedOptions.defaults());
        var client = Driver.connect(store.connectionString())) {
      var things = client.getDatabase("test").getCollection("things");
      done(things.insertMany(documents));
      done(things.createIndex(ascending("odd", "n")));
      done(things.createIndex(ascending("n"), new IndexOptions().unique(true)));
    }
    try (var store = EmbeddedStore.open(folder, EmbeddedOptions.defaults());
        var client = Driver.connect(store.connectionString())) {
      var things = client.getDatabase("test").getCollection("things");
      assertThat(all(things.find())).containsExactlyElementsOf(documents);
      assertThat(all(things.find(eq("odd", 1)).sort(ascending("n")).limit(3)))
          .extracting(d -> d.getInteger("n"))
          .containsExactly(1, 3, 5);
      assertThat(all(things.listIndexes())).extracting(d -> d.getString("name")).hasSize(3);
      assertThat(one(things.countDocuments(eq("odd", 0)))).isEqualTo(250);
    }
  }
}
