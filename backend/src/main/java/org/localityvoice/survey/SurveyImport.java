package org.localityvoice.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.http.Json;
import org.localityvoice.locality.Fault;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;

/**
 * Brings the questionnaires and waves of an area file into the store. They travel as an effect of
 * the area's own write, so that a file is imported whole, however often it is cut off.
 */
public final class SurveyImport {
  static final String KIND = "survey.import";

  private final WaveStore store;
  private final ArrivalStore arrivals;
  private final WaveKeys keys;
  private final InstantSource clock;

  SurveyImport(WaveStore store, ArrivalStore arrivals, WaveKeys keys, InstantSource clock) {
    this.store = store;
    this.arrivals = arrivals;
    this.keys = keys;
    this.clock = clock;
  }

  /** A wave of the file. */
  record Planned(
      String id,
      String locality,
      String questionnaire,
      String period,
      String from,
      String to,
      boolean synthetic,
      boolean released) {

    private boolean is(Wave wave) {
      return wave.locality().equals(locality)
          && wave.questionnaire().equals(questionnaire)
          && wave.period().equals(period)
          && wave.from().equals(from)
          && wave.to().equals(to)
          && wave.synthetic() == synthetic;
    }
  }

  /** Everything of the file that is ours. */
  record Content(
      List<Questionnaire> questionnaires,
      List<Planned> waves,
      Map<String, List<ResponseFile.Sheet>> sheets) {}

  /** The effect that carries our part of a checked file; its id follows from its content. */
  public static Outgoing effect(JsonNode whole, Function<String, Optional<String>> companions) {
    var payload = Json.text(content(whole, companions));
    return new Outgoing(DerivedId.of(payload), KIND, payload);
  }

  private static Content content(JsonNode whole, Function<String, Optional<String>> companions) {
    var forms = new ArrayList<Questionnaire>();
    whole
        .path(SurveySection.QUESTIONNAIRES)
        .forEach(node -> forms.add(QuestionnaireReader.read(node)));
    var waves = new ArrayList<Planned>();
    var sheets = new HashMap<String, List<ResponseFile.Sheet>>();
    for (var node : whole.path(SurveySection.WAVES)) {
      var wave = planned(node);
      waves.add(wave);
      if (wave.synthetic()) {
        var form = forms.stream().filter(f -> f.id().equals(wave.questionnaire())).findFirst();
        var text = companions.apply(node.path("responses").asText());
        sheets.put(wave.id(), ResponseFile.read(text.orElseThrow(), form.orElseThrow()).sheets());
      }
    }
    return new Content(forms, waves, sheets);
  }

  private static Planned planned(JsonNode node) {
    return new Planned(
        node.path("id").asText(),
        node.path("locality").asText(),
        SurveySection.formKey(node),
        node.path("period").asText(),
        node.path("from").asText(),
        node.path("to").asText(),
        node.path("synthetic").asBoolean(),
        node.path("released").asBoolean());
  }

  /**
   * Where a checked file contradicts what is published already: versions and waves are for good.
   */
  public Future<List<Fault>> conflicts(
      JsonNode whole, Function<String, Optional<String>> companions) {
    var content = content(whole, companions);
    var checks = new ArrayList<Future<Optional<Fault>>>();
    for (var i = 0; i < content.questionnaires().size(); i++) {
      var at = "/" + SurveySection.QUESTIONNAIRES + "/" + i + "/version";
      var form = content.questionnaires().get(i);
      checks.add(
          store
              .questionnaire(form.id())
              .map(
                  found ->
                      found
                          .filter(known -> !known.equals(form))
                          .map(
                              known ->
                                  Fault.at(
                                      at, "is published already and differs; raise the version"))));
    }
    for (var i = 0; i < content.waves().size(); i++) {
      var at = "/" + SurveySection.WAVES + "/" + i;
      checks.add(conflict(content.waves().get(i), content, at));
    }
    return Future.all(checks)
        .map(done -> done.<Optional<Fault>>list().stream().flatMap(Optional::stream).toList());
  }

  private Future<Optional<Fault>> conflict(Planned planned, Content content, String at) {
    return store
        .find(planned.id())
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
              }
              return planned.is(found.get())
                  ? sameAnswers(planned, content)
                      .map(
                          same ->
                              same
                                  ? Optional.empty()
                                  : Optional.of(
                                      Fault.at(
                                          at + "/responses",
                                          "differs from the answers that were imported")))
                  : Future.succeededFuture(
                      Optional.of(
                          Fault.at(at + "/id", "is a wave that exists already and differs")));
            });
  }

  private Future<Boolean> sameAnswers(Planned planned, Content content) {
    if (!planned.synthetic()) {
      return Future.succeededFuture(true);
    }
    var wanted = answers(planned, content);
    var ids = new ArrayList<>(wanted.stream().map(Arrival::id).toList());
    // One more would be there if there were more.
    ids.add(Arrival.id(row(planned, wanted.size())));
    return arrivals
        .byIds(ids)
        .map(
            found -> {
              var byId = found.stream().collect(Collectors.toMap(Arrival::id, known -> known));
              return found.size() == wanted.size()
                  && wanted.stream()
                      .allMatch(
                          one ->
                              Optional.ofNullable(byId.get(one.id()))
                                  .filter(one::saysTheSameAs)
                                  .isPresent());
            });
  }

  private static List<Arrival> answers(Planned planned, Content content) {
    // There is nothing to hide in what is made up.
    var seal = AnswerSeal.open(planned.id());
    var group = new ArrayList<Arrival>();
    for (var sheet : content.sheets().getOrDefault(planned.id(), List.of())) {
      var response = sheet.response("", planned.id(), planned.to());
      group.add(Arrival.of(row(planned, group.size()), response, seal));
    }
    return group;
  }

  /** In place of a ballot. */
  private static String row(Planned planned, int row) {
    return planned.id() + "#" + row;
  }

  /** Carries the effect out; repeating it changes nothing. */
  Future<Void> apply(Outgoing effect) {
    var content = Json.value(effect.payload(), Content.class);
    return Future.all(content.questionnaires().stream().map(store::add).toList())
        .compose(added -> Future.all(content.waves().stream().map(w -> wave(w, content)).toList()))
        .mapEmpty();
  }

  private Future<Boolean> wave(Planned planned, Content content) {
    if (!planned.synthetic()) {
      return keys.make(planned.id())
          .compose(made -> store.add(wave(planned, WaveState.OPEN, made)));
    }
    var group = answers(planned, content);
    // The answers first: once the wave is there, counting them begins.
    var stored = group.isEmpty() ? Future.succeededFuture() : arrivals.add(group);
    var none = new WaveKeys.Made(null, null, false);
    return stored.compose(done -> store.add(wave(planned, WaveState.CLOSING, none)));
  }

  private Wave wave(Planned planned, WaveState state, WaveKeys.Made keys) {
    var open = state == WaveState.OPEN;
    return new Wave(
        planned.id(),
        1,
        planned.locality(),
        planned.questionnaire(),
        planned.period(),
        planned.from(),
        planned.to(),
        planned.synthetic(),
        planned.synthetic() && planned.released(),
        state,
        keys.ballots(),
        open ? null : clock.instant(),
        open ? null : "area-import",
        List.of(),
        null,
        null,
        List.of(),
        null,
        keys.answers(),
        keys.elsewhere());
  }
}
