package org.localityvoice.walkabout.measure;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.walkabout.Walkabouts;

/** What walkabouts say in figures. Puts the parts of this package together. */
public final class WalkaboutMeasureFeature {
  private static final Duration PERIOD = Duration.ofHours(1);

  private final TallyKeeper keeper;
  private final IndexOperations operations;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param zone of the area
   */
  public WalkaboutMeasureFeature(
      Mongo mongo,
      Walkabouts walkabouts,
      Areas areas,
      Messages messages,
      InstantSource clock,
      ZoneId zone) {
    var store = new TallyStore(mongo);
    keeper = new TallyKeeper(store, walkabouts, clock, zone);
    operations =
        new IndexOperations(new IndexService(store, walkabouts, areas, clock, zone), messages);
  }

  /** Keeps tallies. */
  public void connect(Relay relay, Jobs jobs) {
    relay.deliver(Walkabouts.NOTED, keeper::noted);
    jobs.every("walkabout.tallies", PERIOD, keeper::due);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
  }
}
