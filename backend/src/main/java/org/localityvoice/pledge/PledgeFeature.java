package org.localityvoice.pledge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import org.localityvoice.http.Api;
import org.localityvoice.http.Json;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Puts the parts of this package together. */
public final class PledgeFeature {
  private static final String KIND = "pledge.pledges";
  private static final String JOB = "pledge-counting";
  private static final Duration PERIOD = Duration.ofHours(1);

  private final PledgeStore pledges;
  private final Areas areas;
  private final CountingService counting;
  private final YouSaidService youSaid;
  private final Messages messages;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param perceptions what people said, as it is published
   * @param figures what everybody may know of reports
   * @param findings of walkabouts, in numbers
   */
  public PledgeFeature(
      Mongo mongo,
      Areas areas,
      Perceptions perceptions,
      ReportedFigures figures,
      VerifiedFindings findings,
      Messages messages,
      InstantSource clock) {
    pledges = new PledgeStore(mongo);
    this.areas = areas;
    this.messages = messages;
    var counted = new CountedStore(mongo);
    counting = new CountingService(areas, figures, findings, counted, clock);
    youSaid = new YouSaidService(areas, perceptions, counted);
  }

  /**
   * The effect that carries the pledges of a checked area file.
   *
   * @param id never used before: the same pledges may come again after others
   */
  public static Outgoing effect(JsonNode whole, String id) {
    return new Outgoing(id, KIND, Json.text(PledgeReader.read(whole.path(PledgeSection.PART))));
  }

  /** Takes the effect of an import, and figures when they are new. Imports come in their order. */
  public void connect(Relay relay, Jobs jobs) {
    relay.deliver(KIND, effect -> pledges.write(Json.value(effect.payload(), Pledges.class)));
    jobs.every(JOB, PERIOD, counting::count);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    new PledgeOperations(pledges, areas).addTo(api);
    new YouSaidOperations(youSaid, messages).addTo(api);
  }
}
