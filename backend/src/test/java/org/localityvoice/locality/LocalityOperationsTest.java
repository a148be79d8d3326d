package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

@ExtendWith(StoreExtension.class)
class LocalityOperationsTest {
  private Areas areas;
  private LocalityServer server;

  @BeforeEach
  void start(Store database) {
    var vertx = Vertx.vertx();
    var mongo = database.connect();
    var store = new AreaStore(mongo, new CompareAndSet(vertx, new Random(1)));
    Wait.forResult(mongo.ready());
    areas = new Areas(store, new HandClock(Instant.parse("2026-11-22T12:00:00Z")));
    server = new LocalityServer(vertx, areas);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void bring(Area area) {
    Wait.forResult(areas.replace(area, List.of()));
  }

  @Test
  void before_the_first_import_the_list_is_empty_and_no_locality_is_found() {
    assertThat(server.get("/v1/localities").body()).isEqualTo("{\"localities\":[]}");
    assertThat(server.get("/v1/localities/newport").statusCode()).isEqualTo(404);
  }

  @Test
  void the_list_names_every_locality_as_the_contract_says() {
    bring(SampleArea.area());

    var answer = server.get("/v1/localities");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(server.misfits("/v1/localities", answer)).isEmpty();
    assertThat(LocalityServer.json(answer).at("/localities/1").toString())
        .isEqualTo(
            "{\"id\":\"north-ormesby\",\"name\":\"North Ormesby\",\"wardCode\":\"E05999002\","
                + "\"languages\":[\"en\",\"pl\"]}");
  }

  @Test
  void a_locality_comes_with_boundary_people_themes_and_partners_as_the_contract_says() {
    bring(SampleArea.area());

    var answer = server.get("/v1/localities/newport");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(server.misfits("/v1/localities/{localityId}", answer)).isEmpty();
    var newport = LocalityServer.json(answer);
    assertThat(newport.at("/boundary/type").asText()).isEqualTo("Polygon");
    assertThat(newport.at("/boundary/coordinates/0/0").toString()).isEqualTo("[-1.263,54.569]");
    assertThat(newport.at("/population/source").asText()).contains("not official");
    assertThat(newport.at("/population/adults").asInt()).isEqualTo(7520);
    assertThat(newport.at("/population/byAgeBand/0").toString())
        .isEqualTo("{\"ageBand\":\"16-24\",\"adults\":1510}");
    assertThat(newport.at("/population/bySex/1").toString())
        .isEqualTo("{\"sex\":\"male\",\"adults\":3885}");
    assertThat(newport.at("/themes/8/lead/name").asText()).isEqualTo("Thirteen Housing");
    assertThat(newport.path("partners").findValuesAsText("id"))
        .contains("cleveland-police")
        .doesNotContain("big-local-north-ormesby");
  }

  @Test
  void texts_come_in_the_language_the_caller_reads_best() {
    bring(SampleArea.area());

    var polish = server.get("/v1/localities/newport", "Accept-Language", "cy, pl;q=0.8, en;q=0.5");
    var other = server.get("/v1/localities/newport", "Accept-Language", "ur");

    assertThat(LocalityServer.json(polish).at("/themes/0/name").asText())
        .isEqualTo("Poczucie bezpieczeństwa");
    assertThat(polish.headers().firstValue("Content-Language")).contains("pl");
    assertThat(polish.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
    assertThat(LocalityServer.json(other).at("/themes/0/name").asText())
        .isEqualTo("Making people feel safe");
    assertThat(other.headers().firstValue("Content-Language")).contains("en");
  }

  @Test
  void whoever_has_the_answer_already_is_not_sent_it_again_until_an_import_changes_it() {
    var area = SampleArea.area();
    bring(area);
    var tag = server.get("/v1/localities").headers().firstValue("ETag").orElseThrow();

    var again = server.get("/v1/localities", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();

    bring(SampleArea.area(SampleArea.with("{en: Newport}", "{en: New Port}")));
    var changed = server.get("/v1/localities", "If-None-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("New Port");
  }

  @Test
  void a_locality_that_does_not_exist_is_not_found() {
    bring(SampleArea.area());

    assertThat(server.get("/v1/localities/gotham").statusCode()).isEqualTo(404);
  }
}
