package org.localityvoice.locality;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

@ExtendWith(StoreExtension.class)
class StoredReportingTest {
  private final Vertx vertx = Vertx.vertx();
  private final Area sample = SampleArea.area();
  private Mongo mongo;
  private Areas areas;

  @BeforeEach
  void connect(Store database) {
    mongo = database.connect();
    var store = new AreaStore(mongo, new CompareAndSet(vertx, new Random(1)));
    areas = new Areas(store, new HandClock(Instant.parse("2026-11-22T12:00:00Z")));
    Wait.forResult(mongo.ready());
    Wait.forResult(areas.replace(sample, List.of()));
  }

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  @Test
  void everything_about_reporting_comes_back_as_it_was_stored() {
    assertThat(Wait.forResult(areas.area()).orElseThrow().reporting())
        .isEqualTo(sample.reporting());
  }

  @Test
  void an_area_that_was_stored_before_there_were_reports_has_none() {
    var stored = mongo.collection(AreaStore.COLLECTION, Document.class);
    var changed =
        Wait.forResult(
            Publishers.first(stored.updateOne(exists("area.reporting"), unset("area.reporting"))));
    assertThat(changed.orElseThrow().getModifiedCount()).isOne();

    var area = Wait.forResult(areas.area()).orElseThrow();
    assertThat(area.reporting()).isEqualTo(Reporting.none());
    assertThat(area.localities()).isEqualTo(sample.localities());
  }

  @Test
  void importing_the_file_again_changes_nothing_and_a_new_promise_does() {
    assertThat(Wait.forResult(areas.replace(SampleArea.area(), List.of())))
        .isEqualTo(Replacement.UNCHANGED);
    var sooner =
        SampleArea.area(
            SampleArea.with(
                "{priority: normal, workingDays: 5", "{priority: normal, workingDays: 4"));
    assertThat(Wait.forResult(areas.replace(sooner, List.of()))).isEqualTo(Replacement.REPLACED);
  }
}
