package org.localityvoice.walkabout.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.operational.Statements;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.walkabout.Walkabouts;
import org.localityvoice.walkabout.finding.Findings;

/** What walkabouts say in figures. Puts the parts of this package together. */
public final class WalkaboutMeasureFeature {
  private static final Duration PERIOD = Duration.ofHours(1);

  private final Relay relay;
  private final TallyKeeper keeper;
  private final IndexService index;
  private final IndexOperations operations;
  private final StatementOperations statements;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param zone of the area
   * @param software name and version of the program, for the provenance of figures
   */
  public WalkaboutMeasureFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Relay relay,
      Walkabouts walkabouts,
      Findings findings,
      Areas areas,
      Messages messages,
      InstantSource clock,
      ZoneId zone,
      String software) {
    this.relay = relay;
    var store = new TallyStore(mongo);
    keeper = new TallyKeeper(store, walkabouts, clock, zone);
    var fates = new FateService(findings, clock, zone);
    index = new IndexService(store, fates, walkabouts, areas, clock, zone);
    operations = new IndexOperations(index, messages);
    statements =
        new StatementOperations(
            new StatementService(
                new Statements<>(
                    mongo, compareAndSet, WalkaboutStatement.COLLECTION, WalkaboutStatement.class),
                index,
                areas,
                clock,
                software),
            relay::nudge);
  }

  /** Every figure that statements are made of, by the elements of an area file. */
  public static List<WalkaboutMeasure> stated(JsonNode whole) {
    var stated = new ArrayList<WalkaboutMeasure>();
    var themes = new TreeSet<String>();
    for (var element : whole.path("walkabouts").path("elements")) {
      var theme = element.path("theme").asText();
      stated.add(WalkaboutMeasure.index(element.path("id").asText(), theme));
      themes.add(theme);
    }
    themes.forEach(theme -> stated.add(WalkaboutMeasure.onTime(theme)));
    return List.copyOf(stated);
  }

  /** One number for a locality and month; empty where too little is graded. */
  public Future<Optional<Overall>> overall(String locality, YearMonth month) {
    return index.overall(locality, month);
  }

  /** Keeps tallies, and has the effects of statements carried out. */
  public void connect(Jobs jobs) {
    relay.watch(WalkaboutStatement.COLLECTION);
    relay.deliver(Walkabouts.NOTED, keeper::noted);
    jobs.every("walkabout.tallies", PERIOD, keeper::due);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
    statements.addTo(api);
  }
}
