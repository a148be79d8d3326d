package org.localityvoice.survey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.locality.Population;
import org.localityvoice.problem.Problem;

/** The waves and what was answered in them: the only way into this package for other features. */
public final class Waves {
  private static final int MOST_KEPT = 1_000;

  private final WaveStore store;
  private final CellStore cells;
  private final Areas areas;
  private final Clock clock;
  // Old state may be seen for a moment; an answer is acknowledged by what the store says.
  private final Cache<String, Wave> recent =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(Duration.ofSeconds(1)).build();
  private final Cache<String, Published> published =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  Waves(WaveStore store, CellStore cells, Areas areas, Clock clock) {
    this.store = store;
    this.cells = cells;
    this.areas = areas;
    this.clock = clock;
  }

  /** A questionnaire with what is worked out from it once. */
  record Published(Questionnaire questionnaire, AnswerSheet sheet) {}

  /**
   * Everything figures are made of: counts and what they mean, never an answer.
   *
   * @param population that the locality has now; empty where there is no such locality any more
   * @param languages that are spoken in the locality
   * @param cutShort whether the wave was closed before its plan was over
   */
  public record Results(
      Wave wave,
      Questionnaire questionnaire,
      List<Cell> cells,
      String wardCode,
      String boundarySet,
      Optional<Population> population,
      List<String> languages,
      boolean cutShort) {
    public Results {
      cells = List.copyOf(cells);
      languages = List.copyOf(languages);
    }

    /** The same within the boundaries, and among the languages, of another time. */
    public Results within(String otherBoundarySet, List<String> otherLanguages) {
      return new Results(
          wave,
          questionnaire,
          cells,
          wardCode,
          otherBoundarySet,
          population,
          otherLanguages,
          cutShort);
    }
  }

  /** A wave as it is now. */
  public Future<Wave> wave(String id) {
    return store.find(id).map(found -> found.orElseThrow(Problem::notFound));
  }

  /** The counts of a wave; cells in the order of their keys. */
  public Future<Results> results(String id) {
    return wave(id)
        .compose(
            wave ->
                Future.all(
                        published(wave.questionnaire()), cells.of(id), areas.find(wave.locality()))
                    .map(found -> results(wave, found, zone())));
  }

  private static Results results(Wave wave, CompositeFuture found, ZoneId zone) {
    Optional<Locality> locality = found.resultAt(2);
    return new Results(
        wave,
        found.<Published>resultAt(0).questionnaire(),
        found.resultAt(1),
        locality.map(Locality::wardCode).orElse(""),
        locality.map(Locality::boundarySet).orElse(""),
        locality.map(Locality::population),
        locality.map(Locality::languages).orElse(List.of()),
        wave.cutShort(zone));
  }

  /** What was asked in a wave. */
  public Future<Questionnaire> questionnaire(String id) {
    return wave(id).compose(wave -> published(wave.questionnaire())).map(Published::questionnaire);
  }

  /**
   * From which day on figures of the next wave can be expected, as things are planned today; empty
   * where no other wave of the questionnaire is planned in the locality.
   */
  public Future<Optional<LocalDate>> nextExpected(Wave wave) {
    return store
        .of(wave.locality(), storedAs(WaveState.PLANNED))
        .map(found -> Upcoming.after(wave, found, today()));
  }

  /** The closed waves of a wave's locality that began before it, the latest first. */
  public Future<List<Wave>> before(Wave wave) {
    return of(wave.locality(), Optional.empty())
        .map(
            all ->
                all.stream()
                    .filter(earlier -> earlier.state() == WaveState.CLOSED)
                    .filter(earlier -> earlier.from().compareTo(wave.from()) < 0)
                    .toList());
  }

  /** A wave as it was at most a second ago. */
  Future<Wave> recent(String id) {
    var known = recent.getIfPresent(id);
    return known == null
        ? wave(id).onSuccess(wave -> recent.put(id, wave))
        : Future.succeededFuture(known);
  }

  void forget(String id) {
    recent.invalidate(id);
  }

  /** The waves of a locality that are in a state today, newest first; all without a state. */
  Future<List<Wave>> of(String locality, Optional<WaveState> state) {
    var today = today();
    var may = state.map(Waves::storedAs).orElse(List.of(WaveState.values()));
    return store
        .of(locality, may)
        .map(
            found ->
                found.stream()
                    .filter(wave -> state.map(wave.on(today)::equals).orElse(true))
                    .toList());
  }

  /** What may still be stored of a wave that is in a state by its dates. */
  private static List<WaveState> storedAs(WaveState state) {
    return switch (state) {
      case PLANNED, OPEN, GRACE -> List.of(WaveState.PLANNED, WaveState.OPEN, WaveState.GRACE);
      case CLOSING -> List.of(WaveState.CLOSING);
      case CLOSED, RELEASED -> List.of(WaveState.CLOSED);
    };
  }

  /** The day it is in the area. */
  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The area's time zone, in which waves begin and end. */
  ZoneId zone() {
    return clock.getZone();
  }

  /** A questionnaire's version; versions never change, so they are read once. */
  Future<Published> published(String key) {
    var known = published.getIfPresent(key);
    if (known != null) {
      return Future.succeededFuture(known);
    }
    return store
        .questionnaire(key)
        .map(
            found -> {
              var questionnaire =
                  found.orElseThrow(
                      () -> new IllegalStateException("there is no questionnaire " + key));
              return new Published(questionnaire, new AnswerSheet(questionnaire));
            })
        .onSuccess(form -> published.put(key, form));
  }
}
