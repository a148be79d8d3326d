package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.http.Api;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.schedule.Jobs;

/** Puts together what lists, maps and counters need. */
public final class ReportListFeature {
  /** The name of the job that counts. */
  public static final String JOB = "report.counters";

  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final CounterFolder folder;
  private final CounterCheck check;
  private final ReportListOperations operations;
  private final SimilarOperations similar;

  /** The feature. */
  public ReportListFeature(Mongo mongo, Areas areas, InstantSource clock) {
    var lists = new ReportListStore(mongo);
    var counters = new CounterStore(mongo);
    folder = new CounterFolder(counters);
    check = new CounterCheck(counters);
    operations =
        new ReportListOperations(new ReportListService(lists, clock), new CountService(counters));
    similar = new SimilarOperations(new SimilarService(areas, lists, clock));
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
    similar.addTo(api);
  }

  /** Has reports counted. */
  public void connect(Jobs jobs) {
    jobs.every(JOB, PERIOD, folder::run);
  }

  /** Counts all reports anew and tells where the counters differ; see the command {@code check}. */
  public Future<List<String>> differences() {
    return check.differences();
  }
}
