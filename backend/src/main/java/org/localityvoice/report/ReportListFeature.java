package org.localityvoice.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.schedule.Jobs;

/** Puts together what lists, maps and counters need. */
public final class ReportListFeature {
  /** The name of the job that counts. */
  public static final String JOB = "report.counters";

  private static final int MOST_EXPORTED = 20_000;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final CounterFolder folder;
  private final CounterCheck check;
  private final ReportListOperations operations;
  private final SimilarOperations similar;
  private final StaffReportOperations staff;

  /** The feature. */
  public ReportListFeature(
      Vertx vertx, Mongo mongo, Areas areas, Messages messages, InstantSource clock) {
    var lists = new ReportListStore(mongo);
    var counters = new CounterStore(mongo);
    folder = new CounterFolder(counters);
    check = new CounterCheck(counters);
    var counts = new CountService(counters);
    operations = new ReportListOperations(new ReportListService(lists, clock), counts);
    staff =
        new StaffReportOperations(
            new TriageService(lists),
            counts,
            new ExportService(vertx, lists, MOST_EXPORTED),
            messages,
            clock);
    similar = new SimilarOperations(new SimilarService(areas, lists, clock));
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
    similar.addTo(api);
    staff.addTo(api);
  }

  /** Has reports counted. */
  public void connect(Jobs jobs) {
    jobs.every(JOB, PERIOD, () -> folder.run().onSuccess(all -> goOn(all, jobs)).mapEmpty());
  }

  private static void goOn(boolean all, Jobs jobs) {
    if (!all) {
      jobs.wake(JOB);
    }
  }

  /** Counts all reports anew and tells where the counters differ; see the command {@code check}. */
  public Future<List<String>> differences() {
    return check.differences();
  }
}
