package org.localityvoice.survey.draft;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What was stored before odd characters were refused can be read and mended. */
@ExtendWith(StoreExtension.class)
class OldDraftsTest {
  private static final String CORE = "/v1/questionnaires/wave-core";

  @Test
  void a_stored_draft_with_an_odd_character_is_shown_told_of_and_not_published(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var pat = town.as("pat");
      var content = pat.gets(CORE + "/versions/7").json().get("content");
      pat.sends(
          "PUT",
          CORE + "/draft",
          BodyPublishers.ofString(content.toString()),
          "Content-Type",
          "application/json",
          "If-None-Match",
          "*");
      var drafts = store.connect().collection("questionnaireDrafts", Document.class);
      var changed =
          Wait.forResult(
              Publishers.one(
                  drafts.updateOne(eq("_id", "wave-core"), set("form.title.en", "Bell\u0007"))));
      assertThat(changed.getModifiedCount()).isEqualTo(1);

      assertThat(pat.gets(CORE + "/draft").at("/content/title/en")).isEqualTo("Bell\u0007");
      for (var other : List.of("/preview", "/difference", "/surveyjs", "/xlsform")) {
        assertThat(pat.gets(CORE + "/draft" + other).status()).as(other).isEqualTo(200);
      }
      var told = pat.gets(CORE + "/draft/completeness");
      assertThat(told.at("/complete")).isEqualTo("false");
      assertThat(told.at("/faults/0/pointer")).isEqualTo("#/title/en");
      assertThat(told.at("/faults/0/detail")).contains("U+0007");
      var published =
          pat.sends(
              "POST",
              CORE + "/versions",
              BodyPublishers.noBody(),
              "If-Match",
              "\"1\"",
              "Idempotency-Key",
              "publish-the-bell");
      assertThat(published.status()).isEqualTo(400);
      assertThat(published.places()).containsExactly("#/title/en");

      var mended =
          pat.sends(
              "PUT",
              CORE + "/draft",
              BodyPublishers.ofString(content.toString()),
              "Content-Type",
              "application/json",
              "If-Match",
              "\"1\"");
      assertThat(mended.status()).isEqualTo(200);
      assertThat(pat.gets(CORE + "/draft/completeness").at("/complete")).isEqualTo("true");
    }
  }
}
