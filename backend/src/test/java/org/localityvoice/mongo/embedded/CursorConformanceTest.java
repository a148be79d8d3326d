package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.mongo.embedded.Driver.all;
import static org.localityvoice.mongo.embedded.Driver.done;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import reactor.core.publisher.Flux;

@ParameterizedClass
@ArgumentsSource(Servers.class)
class CursorConformanceTest {
  @Parameter Server server;

  private MongoCollection<Document> numbers(int howMany) {
    return server.collection(
        IntStream.range(0, howMany)
            .mapToObj(i -> new Document("_id", i).append("n", i).append("third", i % 3))
            .toArray(Document[]::new));
  }

  @Test
  void batches_together_bring_everything_once_and_in_order() {
    var found = numbers(1_000).find(gte("n", 10)).sort(descending("n")).batchSize(7);
    assertThat(all(found))
        .extracting(document -> document.getInteger("n"))
        .containsExactlyElementsOf(IntStream.range(10, 1_000).mapToObj(i -> 1_009 - i).toList());
  }

  @Test
  void a_limit_ends_the_cursor() {
    assertThat(all(numbers(500).find(eq("third", 1)).batchSize(10).skip(5).limit(25)))
        .extracting(document -> document.getInteger("n"))
        .hasSize(25)
        .startsWith(16);
  }

  @Test
  void without_a_batch_size_everything_still_arrives() {
    assertThat(all(numbers(2_500).find())).hasSize(2_500);
  }

  @Test
  void large_documents_arrive_in_answers_a_driver_accepts() {
    var collection = server.collection();
    String megabyte = "x".repeat(1 << 20);
    for (int i = 0; i < 60; i++) {
      done(collection.insertOne(new Document("_id", i).append("text", megabyte)));
    }
    var lengths =
        Flux.from(collection.find().batchSize(1_000))
            .map(document -> document.getString("text").length())
            .collectList()
            .block(Duration.ofSeconds(60));
    assertThat(lengths).hasSize(60).containsOnly(1 << 20);
  }

  @Test
  void a_cursor_that_is_left_early_harms_nobody() {
    var collection = numbers(300);
    var some = Flux.from(collection.find().batchSize(5)).take(12).collectList();
    assertThat(some.block(Duration.ofSeconds(10))).hasSize(12);
    assertThat(all(collection.find())).hasSize(300);
  }

  @Test
  void documents_deleted_meanwhile_are_left_out() {
    var collection = numbers(300);
    var seen =
        Flux.from(collection.find().batchSize(50))
            .doOnNext(
                document -> {
                  if (document.getInteger("n") == 0) {
                    done(collection.deleteMany(gte("n", 200)));
                  }
                })
            .map(document -> document.getInteger("n"))
            .collectList()
            .block(Duration.ofSeconds(10));
    assertThat(seen).containsSubsequence(IntStream.range(0, 200).boxed().toList());
  }
}
