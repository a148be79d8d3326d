package org.localityvoice.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.localityvoice.app.Subject;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import org.localityvoice.survey.FoldRate;
import org.localityvoice.survey.OneByOne;
import org.localityvoice.survey.Waves.Results;

/**
 * Taking ballots and answering with them, over HTTP against the whole server, beside the bare
 * driver on the same embedded store. Everything durable when it is acknowledged; server, store and
 * load share the machine.
 */
final class SurveyRows implements AutoCloseable {
  private static final int IN_FLIGHT = 64;
  private static final int EACH = 5_000;
  private static final int WARM_UP = 40_000;
  // A kibibyte, its nonce and its tag, in base64.
  private static final int SEALED = 1_404;

  private final EmbeddedStore store;
  private final Subject server;
  private final OneByOne oneByOne;
  private final FoldRate folding;
  private final BareDriver bareResponses;
  private final BareDriver bareParticipations;
  private final Random random = new Random(7);
  private int people;

  SurveyRows() throws Exception {
    store = EmbeddedStore.open(Files.createTempDirectory("benchmark"), EmbeddedOptions.defaults());
    var uri = store.connectionString();
    server = new Subject(uri, Files.createTempDirectory("benchmark"));
    oneByOne = new OneByOne(uri);
    bareResponses = new BareDriver(uri, "arrivals", "wave", "batch");
    folding = new FoldRate(uri);
    bareParticipations = new BareDriver(uri, "participations");
  }

  /** The counts of a wave that the sample brings along. */
  Results results() {
    return server.results("newport-2026-q3");
  }

  List<Result> measure(int rounds) throws IOException {
    warmUp();
    var ballots = new Rates("durable signed-in POST (a ballot) against a bare insertOne", 0.7);
    var answers = new Rates("survey answer accepted durably against a bare insertOne", 1.0);
    var single = new Rates("  control: the same without grouping", 0);
    var folded = new Rates("  counting such answers, against the same", 0);
    folding.rate(EACH);
    for (var round = 0; round < rounds; round++) {
      var taken = new String[EACH];
      var participations = participations();
      ballots.add(
          Rates.round(EACH, () -> takeBallots(taken)),
          Rates.round(EACH, () -> bareParticipations.insert(participations, IN_FLIGHT)));
      var responses = responses();
      var bare = Rates.round(EACH, () -> bareResponses.insert(responses, IN_FLIGHT));
      answers.add(Rates.round(EACH, () -> answer(server.port(), taken, 0).rate()), bare);
      folded.add(Rates.round(EACH, () -> folding.rate(EACH)), bare);
      takeBallots(taken);
      single.add(Rates.round(EACH, () -> answer(oneByOne.port(), taken, 0).rate()), bare);
    }
    return List.of(
        ballots.result(),
        answers.result(),
        single.result(),
        folded.result(),
        tail(rounds, answers));
  }

  /** Latency under half of the rate that was just found to be the peak. */
  private Result tail(int rounds, Rates peak) throws IOException {
    var rate = peak.peak() / 2;
    var ratios = new ArrayList<Double>();
    var middles = new ArrayList<Double>();
    for (var round = 0; round < rounds; round++) {
      var taken = new String[EACH];
      takeBallots(taken);
      var outcome = answer(server.port(), taken, rate);
      middles.add(outcome.micros(0.5));
      ratios.add(outcome.micros(0.99) / outcome.micros(0.5));
    }
    var note = String.format(Locale.ROOT, "p50 %.0f µs at %.0f/s", Result.median(middles), rate);
    return new Result(
        "survey answer: p99 over p50 under half of that rate", ratios, "x", 10, true, note);
  }

  private void warmUp() throws IOException {
    for (var done = 0; done < WARM_UP; done += EACH) {
      var taken = new String[EACH];
      takeBallots(taken);
      answer(server.port(), taken, 0);
      takeBallots(taken);
      answer(oneByOne.port(), taken, 0);
      bareResponses.insert(responses(), IN_FLIGHT);
      bareParticipations.insert(participations(), IN_FLIGHT);
    }
  }

  /** A ballot for each of new people, each with a token of their own. */
  private double takeBallots(String[] taken) throws IOException {
    var path = "/v1/waves/" + Sheet.WAVE + "/ballots";
    var requests =
        IntStream.range(0, taken.length)
            .mapToObj(
                i ->
                    HttpLoad.post(
                        path,
                        "",
                        "Authorization",
                        "Bearer " + Subject.token("person-" + people++),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()))
            .toList();
    try (var load =
        new HttpLoad(
            server.port(), IN_FLIGHT, 201, (i, body) -> taken[i] = body.split("\"", -1)[3])) {
      return load.run(taken.length, requests::get).rate();
    }
  }

  private HttpLoad.Outcome answer(int port, String[] ballots, double rate) throws IOException {
    var requests =
        IntStream.range(0, ballots.length)
            .mapToObj(i -> HttpLoad.post("/v1/responses", Sheet.body(ballots[i], 10, random)))
            .toList();
    try (var load = new HttpLoad(port, IN_FLIGHT, 202, (i, body) -> {})) {
      return load.run(ballots.length, requests::get, rate);
    }
  }

  /** What our own store would write for ten answers: they are sealed. */
  private List<Document> responses() {
    return IntStream.range(0, EACH)
        .mapToObj(
            i ->
                new Document("_id", id(64))
                    .append("wave", Sheet.WAVE)
                    .append("batch", 0)
                    .append("said", id(64))
                    .append("sealed", id(SEALED)))
        .toList();
  }

  private List<Document> participations() {
    return IntStream.range(0, EACH)
        .mapToObj(i -> new Document("_id", Sheet.WAVE + ":" + id(43)).append("retry", id(43)))
        .toList();
  }

  private String id(int length) {
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append(Long.toHexString(random.nextLong()));
    }
    return text.substring(0, length);
  }

  @Override
  public void close() {
    bareResponses.close();
    bareParticipations.close();
    oneByOne.close();
    folding.close();
    server.close();
    store.close();
  }
}
