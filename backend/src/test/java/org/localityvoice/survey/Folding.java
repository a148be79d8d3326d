package org.localityvoice.survey;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Wait;

/** The stores of the answer path and folders on them, for tests that take its steps one by one. */
final class Folding {
  static final AnswerSeal SEAL = AnswerSeal.open("newport-2026-q4");

  final ArrivalStore arrivals;
  final ResponseStore responses;
  final CellStore cells;

  Folding(Mongo mongo) {
    arrivals = new ArrivalStore(mongo);
    responses = new ResponseStore(mongo);
    cells = new CellStore(mongo);
  }

  /** Another folder each time, as on another instance. */
  Folder folder() {
    return new Folder(
        arrivals, responses, cells, wave -> Future.succeededFuture(SEAL), new Random(1));
  }

  /** A sealed answer of a woman of 16 to 24. */
  static Arrival arrival(String ballot, String wave) {
    return arrival(ballot, wave, "16-24", "very-safe");
  }

  static Arrival arrival(String ballot, String wave, String band, String option) {
    return arrival(ballot, wave, band, Map.of("SAFE_DAY", option));
  }

  /** A sealed answer to ten questions. */
  static Arrival arrival(String ballot, String wave, String band, Random random) {
    var answers = new HashMap<String, String>();
    for (var i = 0; i < 10; i++) {
      answers.put("QUESTION_" + i, "option-" + random.nextInt(5));
    }
    return arrival(ballot, wave, band, answers);
  }

  private static Arrival arrival(
      String ballot, String wave, String band, Map<String, String> answers) {
    var response =
        new Response(
            "",
            wave,
            0,
            "en",
            "app",
            Map.of("ageBand", band, "sex", "female"),
            answers,
            "2026-11-23");
    return Arrival.of(ballot, response, SEAL);
  }

  void arrive(Collection<Arrival> group) {
    Wait.forResult(arrivals.add(List.copyOf(group)));
  }

  int counted(String wave) {
    return Wait.forResult(cells.of(wave)).stream().mapToInt(Cell::n).sum();
  }
}
