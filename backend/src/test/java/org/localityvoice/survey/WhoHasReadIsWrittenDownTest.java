package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Person.sheet;

import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Nadia reads what residents wrote, and leaves a trace before she sees a word. */
@ExtendWith(StoreExtension.class)
class WhoHasReadIsWrittenDownTest {
  private static final String WAVE = "newport-visits";
  private static final String WHY = "/v1/waves/" + WAVE + "/written-answers/WHY";

  private static List<Document> readings(Mongo mongo) {
    return Wait.forResult(
        Publishers.list(mongo.collection(ReadingStore.COLLECTION, Document.class).find()));
  }

  @Test
  void reading_leaves_an_entry_without_a_text_and_where_none_can_be_written_nothing_is_shown(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var mongo = store.connect();
      assertThat(
              town.imports(file -> AllQuestionTypesTest.with(file, AllQuestionTypesTest.QUESTIONS)))
          .isEmpty();
      town.works();
      for (var i = 0; i < 12; i++) {
        var answers =
            Town.body("SEEN", List.of("litter"), "HAPPY", "7", "WHY", "reason " + (10 + i));
        var form = sheet(town.as("r" + i).takesBallot(WAVE), WAVE, answers);
        assertThat(town.nobody().posts("/v1/responses", form).status()).isEqualTo(202);
      }
      assertThat(town.as("nadia").gets(WHY).problem()).isEqualTo("written-answers-wait");
      town.as("nadia").posts("/v1/waves/" + WAVE + "/close");
      assertThat(town.as("pat").gets(WHY).status()).isEqualTo(404);
      assertThat(town.as("nora").gets(WHY).status()).isEqualTo(404);
      assertThat(readings(mongo)).as("nobody has read anything").isEmpty();

      assertThat(town.as("nadia").gets(WHY + "?limit=5").at("/answers/0")).isEqualTo("reason 10");
      assertThat(readings(mongo)).hasSize(1);
      var entry = readings(mongo).get(0);
      assertThat(entry)
          .containsEntry("reader", "nadia")
          .containsEntry("role", "neighbourhood-manager")
          .containsEntry("locality", "newport")
          .containsEntry("wave", WAVE)
          .containsEntry("question", "WHY")
          .containsEntry("at", Date.from(town.clock().instant()))
          .containsEntry("texts", 5)
          .hasSize(8);

      // From here on the store takes no second entry of this wave.
      var refusing =
          mongo.collection(ReadingStore.COLLECTION, Document.class, Index.unique("wave"));
      Wait.forResult(mongo.ready());
      var unwritten = town.as("nadia").gets(WHY);
      assertThat(unwritten.status()).isEqualTo(500);
      assertThat(unwritten.text()).doesNotContain("reason 1");
      assertThat(readings(mongo)).containsExactly(entry);

      Wait.forResult(Publishers.done(refusing.dropIndex(Indexes.ascending("wave"))));
      assertThat(town.as("nadia").gets(WHY + "?skip=10").at("/answers/1")).isEqualTo("reason 21");
      assertThat(readings(mongo)).as("and the next is added").hasSize(2).contains(entry);
    }
  }
}
