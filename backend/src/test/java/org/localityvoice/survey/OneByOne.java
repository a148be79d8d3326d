package org.localityvoice.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.http.Api;
import org.localityvoice.http.Contract;
import org.localityvoice.http.HttpSettings;
import org.localityvoice.http.Limiter;
import org.localityvoice.http.PublicServer;
import org.localityvoice.http.RequestIds;
import org.localityvoice.i18n.Messages;
import org.localityvoice.identity.local.LocalIdentity;
import org.localityvoice.identity.local.LocalTokens;
import org.localityvoice.identity.local.Personas;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Wait;

/** The control of the benchmark: a server that takes answers in groups of one. */
public final class OneByOne implements AutoCloseable {
  private static final byte[] ANY_KEY = new byte[32];

  private final Vertx vertx = Vertx.vertx();
  private final Mongo mongo;
  private final PublicServer server;

  /** Starts it on a store that has the sample area. */
  public OneByOne(String mongodbUri) {
    mongo = Mongo.connect(mongodbUri);
    var random = new SecureRandom();
    var clock = Clock.systemUTC();
    var compareAndSet = new CompareAndSet(vertx, random);
    var areas = new Areas(new AreaStore(mongo, compareAndSet), clock);
    var waveStore = new WaveStore(mongo, compareAndSet);
    var responses = new ResponseStore(mongo);
    var cells = new CellStore(mongo);
    var waves = new Waves(waveStore, cells, areas, clock);
    var arrivals = new ArrivalStore(mongo);
    var keys = new WaveKeys(vertx, Optional.empty(), random);
    var folder =
        new Folder(
            arrivals, responses, cells, wave -> waves.wave(wave).compose(keys::answers), random);
    var service =
        new SurveyService(
            waves,
            waveStore,
            new ParticipationStore(mongo),
            new Intake(arrivals, waveStore, random, 1),
            new Closing(waveStore, folder, keys, clock),
            new Calendar(waveStore, clock),
            keys,
            clock);
    var operations = new SurveyOperations(service, waves, areas);
    var contract = Contract.load("local");
    server =
        Wait.forResult(
            PublicServer.start(
                vertx,
                new HttpSettings("localhost", 0, 256 * 1024, Set.of()),
                parts(contract),
                api -> {
                  operations.addTo(api);
                  bindTheRest(contract, api);
                }));
  }

  private static PublicServer.Parts parts(Contract contract) {
    var clock = InstantSource.system();
    return new PublicServer.Parts(
        contract,
        new LocalIdentity(Personas.load(), new LocalTokens(ANY_KEY, clock)),
        Messages.load(),
        new SimpleMeterRegistry(),
        new Limiter(clock),
        new RequestIds());
  }

  private static void bindTheRest(Contract contract, Api api) {
    var ours = Set.of("listWaves", "getWave", "takeBallot", "respond", "closeWave");
    for (JsonNode path : contract.document().path("paths")) {
      for (JsonNode operation : path) {
        var id = operation.path("operationId").asText();
        if (!ours.contains(id)) {
          api.on(id, call -> Future.failedFuture(Problem.notFound()));
        }
      }
    }
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    Wait.forResult(server.stop(1));
    mongo.close();
    Wait.forResult(vertx.close());
  }
}
