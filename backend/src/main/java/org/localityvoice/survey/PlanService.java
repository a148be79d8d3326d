package org.localityvoice.survey;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/** Planning waves, what they will be able to show, and how well their answers stand for all. */
final class PlanService {
  private final Waves waves;
  private final WaveStore store;
  private final CellStore cells;
  private final Areas areas;
  private final WaveKeys keys;
  private final Vertx vertx;

  PlanService(
      Waves waves, WaveStore store, CellStore cells, Areas areas, WaveKeys keys, Vertx vertx) {
    this.waves = waves;
    this.store = store;
    this.cells = cells;
    this.areas = areas;
    this.keys = keys;
    this.vertx = vertx;
  }

  /** A planned wave with what it will be able to show. */
  record Planned(Wave wave, SentPlan plan, Planner planner) {}

  /** A wave with its meter, and its questionnaire for the names of the options. */
  record Metered(Wave wave, Questionnaire form, Representativeness meter) {}

  /** Adds a wave; the same request again finds it as it is by then. */
  Future<Planned> plan(String locality, String id, SentPlan sent, Caller caller) {
    caller.mustWorkIn(locality);
    return locality(locality)
        .compose(there -> store.find(id))
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(known.get())
                    : form(sent, "/plan").compose(form -> add(locality, id, sent, form)))
        .map(
            wave -> {
              var plan = wave.plan();
              if (plan == null || !plan.madeOf().equals(sent.digest(locality))) {
                throw Problem.conflict("wave-id-taken");
              }
              return wave;
            })
        .compose(this::planned);
  }

  private Future<Wave> add(String locality, String id, SentPlan sent, Questionnaire form) {
    refuse(PlanChecks.faults(sent, form, waves.today(), "/plan"));
    return keys.make(id)
        .compose(
            made -> {
              var wave = sent.wave(id, locality, made);
              // Somebody may have been faster: our own retry, or another wave of that id.
              return store
                  .add(wave)
                  .compose(added -> added ? Future.succeededFuture(wave) : waves.wave(id));
            });
  }

  private static void refuse(List<Violation> faults) {
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  private Future<Questionnaire> form(SentPlan sent, String at) {
    return store
        .questionnaire(sent.form())
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        Problem.invalid(
                            List.of(
                                Violation.at(at + "/questionnaire", "unknown-questionnaire")))));
  }

  /** Replaces the plan of a wave that has not begun. */
  Future<Planned> change(String id, long version, SentPlan sent, Caller caller) {
    return mine(id, caller)
        .compose(wave -> form(sent, ""))
        .compose(form -> store.<Wave>change(id, wave -> changed(wave, version, sent, form)))
        .onSuccess(wave -> waves.forget(id))
        .compose(this::planned);
  }

  private Decision<Wave, Wave> changed(Wave wave, long version, SentPlan sent, Questionnaire form) {
    var plan = wave.plan();
    if (plan == null || wave.on(waves.today()) != WaveState.PLANNED) {
      throw Problem.conflict("wave-begun");
    }
    if (SentPlan.of(wave).map(sent::equals).orElse(false)) {
      // A retry of this very change; its tag is the old one.
      return Decision.keep(wave);
    }
    if (wave.version() != version) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    refuse(PlanChecks.faults(sent, form, waves.today(), ""));
    var next = sent.instead(wave, plan);
    return Decision.replace(next, next);
  }

  /** The plan of a wave. */
  Future<Planned> plan(String id, Caller caller) {
    return mine(id, caller).compose(this::planned);
  }

  private Future<Planned> planned(Wave wave) {
    var plan = SentPlan.of(wave).orElseThrow(Problem::notFound);
    return earlier(wave).map(found -> new Planned(wave, plan, Planner.of(plan.target(), found)));
  }

  /**
   * The last wave of the locality with the same questionnaire that can be weighted. What made-up
   * answers are worth says nothing of what residents' will be.
   */
  private Future<Optional<Planner.Earlier>> earlier(Wave wave) {
    var name = SurveyViews.reference(wave).id();
    return store
        .of(wave.locality(), List.of(WaveState.CLOSED))
        .map(
            found ->
                found.stream()
                    .filter(other -> SurveyViews.reference(other).id().equals(name))
                    .filter(other -> other.synthetic() == wave.synthetic())
                    .filter(other -> other.to().compareTo(wave.from()) < 0)
                    .findFirst())
        .compose(
            last ->
                last.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : locality(wave.locality()).compose(locality -> earlier(last.get(), locality)));
  }

  private Future<Optional<Planner.Earlier>> earlier(Wave last, Locality locality) {
    return Future.all(cells.of(last.id()), waves.published(last.questionnaire()))
        .compose(
            found ->
                vertx.executeBlocking(
                    () ->
                        earlier(
                            last,
                            found.resultAt(0),
                            margins(found.<Waves.Published>resultAt(1).questionnaire(), locality)),
                    false));
  }

  /** Takes milliseconds where a questionnaire has many strata, so never on an event loop. */
  private static Optional<Planner.Earlier> earlier(
      Wave last, List<Cell> cells, Map<String, Map<String, Long>> margins) {
    var groups = EffectiveBase.answered(cells);
    var n = groups.stream().mapToLong(EffectiveBase.Answered::n).sum();
    return EffectiveBase.of(groups, margins)
        .filter(base -> !EffectiveBase.telling(groups, margins))
        .map(base -> new Planner.Earlier(last.id(), base, n / base));
  }

  /** How well the answers so far stand for everybody. */
  Future<Metered> meter(String id, Caller caller) {
    return mine(id, caller)
        .compose(
            wave -> {
              if (!wave.on(waves.today()).takesAnswers()) {
                throw Problem.conflict("wave-not-running");
              }
              return Future.all(
                      cells.of(id),
                      waves.published(wave.questionnaire()),
                      locality(wave.locality()))
                  // It rakes once for each option, which may take tens of milliseconds.
                  .compose(
                      found ->
                          vertx.executeBlocking(
                              () ->
                                  metered(
                                      wave,
                                      found.<Waves.Published>resultAt(1).questionnaire(),
                                      found.resultAt(0),
                                      found.resultAt(2)),
                              false));
            });
  }

  private static Metered metered(
      Wave wave, Questionnaire form, List<Cell> cells, Locality locality) {
    var groups = EffectiveBase.answered(cells);
    return new Metered(wave, form, Representativeness.of(groups, margins(form, locality)));
  }

  /** The margins that the questionnaire asks for. */
  private static Map<String, Map<String, Long>> margins(Questionnaire form, Locality locality) {
    var asked = form.strata().stream().map(Questionnaire.Stratum::id).collect(Collectors.toSet());
    var margins = Margins.of(locality.population());
    margins.keySet().retainAll(asked);
    return margins;
  }

  private Future<Wave> mine(String id, Caller caller) {
    return waves
        .wave(id)
        .map(
            wave -> {
              caller.mustWorkIn(wave.locality());
              return wave;
            });
  }

  private Future<Locality> locality(String id) {
    return areas.find(id).map(found -> found.orElseThrow(Problem::notFound));
  }
}
