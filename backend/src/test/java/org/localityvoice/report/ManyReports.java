package org.localityvoice.report;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Boxes.Rectangle;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Wait;

/** The subject of the benchmark of lists: a ward full of reports, and ways to read of them. */
public final class ManyReports implements AutoCloseable {
  private static final int BATCH = 500;
  private static final int PAGE = 50;
  private static final double WIDTH = 0.02;

  private final Vertx vertx = Vertx.vertx();
  private final Random random = new Random(9);
  private final SomeReports some = new SomeReports(10, WIDTH);
  private final Mongo mongo;
  private final MongoCollection<Report> reports;
  private final ReportListService lists;
  private final SimilarService similar;
  private int stored;

  /** On a store that has the sample area. */
  public ManyReports(String mongodbUri) {
    mongo = Mongo.connect(mongodbUri);
    InstantSource clock = () -> SomeReports.START.plusSeconds(86_400);
    reports = mongo.collection(ReportStore.COLLECTION, Report.class);
    var store = new ReportListStore(mongo);
    lists = new ReportListService(store, clock);
    var areas = new Areas(new AreaStore(mongo, new CompareAndSet(vertx, random)), clock);
    similar = new SimilarService(areas, store, clock);
    Wait.forResult(mongo.ready());
  }

  /** Adds reports until there are so many; they do not wait to be counted. */
  public void fill(int size) {
    while (stored < size) {
      var batch = some.many(Math.min(BATCH, size - stored)).stream().map(SomeReports::settled);
      Wait.forResult(Publishers.done(reports.insertMany(batch.toList())));
      stored = Math.min(size, stored + BATCH);
    }
  }

  /** The first page of the ward's list; answers with how many reports it had, as all here. */
  public int ward() {
    var ward = filter(Optional.empty(), Optional.of("newport"));
    return page(new ListRequest(ward, Optional.empty(), Optional.empty(), PAGE));
  }

  /** The first page of a rectangle of about 500 metres. */
  public int rectangle() {
    var middle = place();
    var rectangle =
        new Rectangle(
            middle.longitude() - 0.004,
            middle.latitude() - 0.0023,
            middle.longitude() + 0.004,
            middle.latitude() + 0.0023);
    var filter = filter(Optional.of(rectangle), Optional.empty());
    return page(new ListRequest(filter, Optional.empty(), Optional.empty(), PAGE));
  }

  /** The fifty nearest within two kilometres. */
  public int nearest() {
    var near = new ListRequest.Near(place(), 2_000);
    return page(new ListRequest(ReportFilter.ALL, Optional.of(near), Optional.empty(), PAGE));
  }

  /** What may be the same as a new report. */
  public int similar() {
    var wanted =
        new SimilarService.Wanted(
            "pothole", place(), Optional.of("Sofa behind the garages"), Optional.empty());
    return Wait.forResult(similar.find(wanted, Optional.empty())).size();
  }

  private int page(ListRequest request) {
    var found = Wait.forResult(lists.reports(request)).items().size();
    if (found == 0) {
      throw new IllegalStateException("an empty page");
    }
    return found;
  }

  private Point place() {
    return new Point(
        54.5740 + (random.nextDouble() - 0.5) * WIDTH,
        -1.2440 + (random.nextDouble() - 0.5) * WIDTH * 2);
  }

  private static ReportFilter filter(Optional<Rectangle> rectangle, Optional<String> locality) {
    return new ReportFilter(
        rectangle,
        locality,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void close() {
    mongo.close();
    Wait.forResult(vertx.close());
  }
}
