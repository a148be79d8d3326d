package org.localityvoice.survey.draft;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.survey.WinterWave;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** A version of a questionnaire is for good, however many come after it. */
@ExtendWith(StoreExtension.class)
class OldVersionsTest {
  private static final String VERSIONS = "/v1/questionnaires/wave-core/versions/";

  @Test
  void version_seven_is_read_asked_and_planned_with_after_a_hundred_and_twenty_others(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var seven = town.as("pat").gets(VERSIONS + 7);
      assertThat(seven.status()).isEqualTo(200);
      var forms = store.connect().collection("questionnaires", Document.class);
      var old = Wait.forResult(Publishers.one(forms.find(eq("_id", "wave-core@7")).first()));
      var later =
          IntStream.rangeClosed(8, 127)
              .mapToObj(
                  version ->
                      new Document(old)
                          .append("_id", "wave-core@" + version)
                          .append("version", version))
              .toList();
      Wait.forResult(Publishers.done(forms.insertMany(later)));

      assertThat(town.as("pat").gets("/v1/questionnaires").at("/questionnaires/0/version"))
          .isEqualTo("127");
      assertThat(town.as("pat").gets(VERSIONS + 7).text()).isEqualTo(seven.text());
      assertThat(town.as("pat").gets(VERSIONS + 127).at("/version")).isEqualTo("127");
      for (var none : List.of("6", "128", "9999")) {
        assertThat(town.as("pat").gets(VERSIONS + none).status()).as(none).isEqualTo(404);
      }
      var wave = town.nobody().gets("/v1/waves/newport-2026-q4");
      assertThat(wave.at("/questionnaire/version")).isEqualTo("7");
      assertThat(wave.json().at("/questionnaire/questions").size()).isPositive();
      assertThat(town.as("ana").answers("newport-2026-q4", Map.of("SAFE_DAY", "neither")).status())
          .isEqualTo(202);
      var planned =
          town.as("nadia").posts("/v1/localities/newport/waves", WinterWave.planned("next"));
      assertThat(planned.status()).as(planned.text()).isEqualTo(201);
      assertThat(town.nobody().gets("/v1/waves/next").at("/questionnaire/version")).isEqualTo("7");
    }
  }
}
