package org.localityvoice.pmf;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** The push as one instance of the server has it; a restart is a further one on the same store. */
record Push(
    StatementStore statements,
    EndpointStore endpoint,
    StatementService service,
    Dispatcher dispatcher,
    HandClock clock) {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final Duration TIME_OUT = Duration.ofMillis(800);
  static final Duration CLAIM = Duration.ofMinutes(1);

  static PmfSettings to(String endpoint) {
    return PmfSettings.of(endpoint, SECRET, "", "https://voice.example.org", Path.of("unused"));
  }

  static Push start(Vertx vertx, Store store, HandClock clock, PmfSettings settings) {
    var sink =
        settings
            .endpoint()
            .<Sink>map(uri -> new EndpointSink(vertx, uri, new Signer(settings), clock, TIME_OUT))
            .orElseGet(() -> new FolderSink(vertx, settings.folder()));
    return start(vertx, store.connect(), clock, settings, sink);
  }

  static Push start(Vertx vertx, Mongo mongo, HandClock clock, PmfSettings settings, Sink sink) {
    var statements = new StatementStore(mongo, new CompareAndSet(vertx, new Random(5)));
    var endpoint = new EndpointStore(mongo, settings.endpoint());
    Wait.forResult(mongo.ready());
    return new Push(
        statements,
        endpoint,
        new StatementService(statements, endpoint, settings.publicUrl(), clock),
        new Dispatcher(statements, endpoint, sink, clock, new Random(11), CLAIM),
        clock);
  }

  static Outgoing outgoing(String id) {
    var data = "{\"reportingMonth\":\"2026-09\",\"observations\":[{\"estimate\":34.0}]}";
    return new Outgoing(
        id,
        Pmf.STATEMENT,
        """
        {"id":"%s","subject":"newport/2026-q3","locality":"newport","wave":"2026-q3",
         "time":"2026-10-05T08:59:00Z","data":%s}"""
            .formatted(id, data));
  }

  /** A statement about reports, which has an event type and a schema of its own. */
  static Outgoing operational(String id) {
    return new Outgoing(
        id,
        Pmf.STATEMENT,
        """
        {"id":"%s","kind":"operational","subject":"newport/2026-Q4","locality":"newport",
         "period":"2026-Q4","time":"2027-01-05T08:59:00Z","data":{"kind":"operational"}}"""
            .formatted(id));
  }

  void accept(String... ids) {
    for (var id : ids) {
      Wait.forResult(service.accept(outgoing(id)));
    }
  }

  void round() {
    Wait.forResult(dispatcher.round());
  }

  Statement read(String id) {
    return Wait.forResult(statements.find(id)).orElseThrow();
  }

  String state(String id) {
    return read(id).state().label();
  }

  Statement replay(String id, String key) {
    return Wait.forResult(service.replay(id, key));
  }
}
