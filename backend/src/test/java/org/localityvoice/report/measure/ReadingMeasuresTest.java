package org.localityvoice.report.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.report.Report;
import org.localityvoice.report.SomeReports;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Reading in pages against a look at every report. */
@ExtendWith(StoreExtension.class)
class ReadingMeasuresTest {
  private MeasureStore store;
  private MongoCollection<Report> reports;

  @BeforeEach
  void connect(Store place) {
    var mongo = place.connect();
    store = new MeasureStore(mongo);
    reports = mongo.collection(Report.COLLECTION, Report.class);
    Wait.forResult(mongo.ready());
  }

  private void arrive(List<Report> all) {
    Wait.forResult(Publishers.done(reports.insertMany(all)));
  }

  private List<String> read(String locality, Instant from, Instant to) {
    var read = new ArrayList<String>();
    Wait.forResult(store.each(locality, from, to, row -> read.add(row.id())));
    return read;
  }

  @Test
  void every_report_of_the_time_is_read_once_over_many_pages_and_many_at_one_moment() {
    var some = new SomeReports(3, 0.01).many(1_300);
    arrive(some);
    // More than a page that were all made at the same moment.
    arrive(IntStream.range(0, 1_200).mapToObj(i -> twin(some.get(0))).toList());
    var all = Wait.forResult(Publishers.list(reports.find()));
    var begin = SomeReports.START;
    for (var seconds : List.of(0, 600, 3_600)) {
      var end = begin.plusSeconds(seconds);
      var wanted =
          all.stream()
              .filter(report -> report.standing().submittedAt().isBefore(end))
              .map(Report::id)
              .toList();
      assertThat(read("newport", begin, end)).containsExactlyInAnyOrderElementsOf(wanted);
    }
    assertThat(read("newport", begin, begin.plusSeconds(3_600))).hasSize(2_500);
    assertThat(read("north-ormesby", begin, begin.plusSeconds(3_600))).isEmpty();
  }

  private static Report twin(Report seen) {
    return new Report(
        UUID.randomUUID().toString(),
        seen.version(),
        seen.digest(),
        seen.locality(),
        seen.category(),
        seen.confidential(),
        seen.submission(),
        seen.affected(),
        seen.photos(),
        seen.log(),
        seen.standing(),
        seen.publication(),
        seen.boxes(),
        seen.chaseAt(),
        seen.wakeAt(),
        seen.counted(),
        seen.uncountedSince(),
        seen.applied(),
        seen.outbox(),
        seen.outboxSince());
  }
}
