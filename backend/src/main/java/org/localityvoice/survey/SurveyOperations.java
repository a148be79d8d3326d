package org.localityvoice.survey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.Areas;
import org.localityvoice.problem.Problem;
import org.localityvoice.survey.SurveyViews.WaveSummary;
import org.localityvoice.survey.SurveyViews.WaveView;

/** The survey operations of the contract. */
final class SurveyOperations {
  private final SurveyService service;
  private final Waves waves;
  private final Areas areas;
  private final Cache<Rendering, Reply> rendered = Caffeine.newBuilder().maximumSize(500).build();

  private record Rendering(String wave, long version, WaveState state, String language) {}

  private record WaveList(List<WaveSummary> waves) {}

  SurveyOperations(SurveyService service, Waves waves, Areas areas) {
    this.service = service;
    this.waves = waves;
    this.areas = areas;
  }

  void addTo(Api api) {
    api.on("listWaves", this::list)
        .on("getWave", this::wave)
        .on("takeBallot", this::ballot)
        .on("respond", this::respond)
        .on("closeWave", this::close);
  }

  private Future<Reply> list(Call call) {
    var state = call.query("state").map(slug -> WaveState.valueOf(slug.toUpperCase(Locale.ROOT)));
    return areas
        .find(call.path("localityId"))
        .compose(
            locality ->
                locality.map(found -> waves.of(found.id(), state)).orElseThrow(Problem::notFound))
        .map(found -> Reply.ok(new WaveList(found.stream().map(this::summary).toList())));
  }

  private Future<Reply> wave(Call call) {
    return waves
        .recent(call.path("waveId"))
        .compose(
            wave ->
                waves
                    .published(wave.questionnaire())
                    .map(form -> rendered(wave, form.questionnaire(), call)));
  }

  private Reply rendered(Wave wave, Questionnaire form, Call call) {
    var language = call.language(form.languages());
    return rendered.get(
        new Rendering(wave.id(), wave.version(), wave.on(waves.today()), language),
        fresh ->
            Reply.tagged(new WaveView(summary(wave), SurveyViews.questionnaire(form, language)))
                .with("Content-Language", language)
                .with("Vary", "Accept-Language"));
  }

  private WaveSummary summary(Wave wave) {
    return SurveyViews.summary(wave, waves.today(), waves.zone());
  }

  private Future<Reply> ballot(Call call) {
    return service
        .takeBallot(call.path("waveId"), call.caller(), call.idempotencyKey())
        .map(ballot -> Reply.json(201, Map.of("ballot", ballot)));
  }

  private Future<Reply> respond(Call call) {
    var sent = call.body(SurveyService.Sent.class);
    return service.respond(sent).map(done -> Reply.json(202, Map.of("wave", sent.wave())));
  }

  private Future<Reply> close(Call call) {
    return service.close(call.path("waveId"), call.caller()).map(wave -> Reply.ok(summary(wave)));
  }
}
