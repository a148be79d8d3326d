package org.localityvoice.survey.draft;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaire.Publication;
import org.localityvoice.survey.QuestionnaireChecks;
import org.localityvoice.survey.Questionnaires;

/**
 * Makes versions of drafts. The new version's document is the whole of it: its key is the next
 * number, so two who publish at once cannot both have it, and it holds the key of the request, by
 * which a retry finds it.
 */
final class PublishingService {
  private static final int MOST_TRIES = 5;

  private final DraftService drafts;
  private final Questionnaires questionnaires;
  private final Areas areas;
  private final InstantSource clock;

  PublishingService(
      DraftService drafts, Questionnaires questionnaires, Areas areas, InstantSource clock) {
    this.drafts = drafts;
    this.questionnaires = questionnaires;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * What publishing a draft would make of it.
   *
   * @param latest the version published last, if there is one
   * @param next the draft as that version, with its series
   * @param faults why it cannot be published yet
   */
  record Outlook(
      Draft draft,
      Optional<Questionnaire> latest,
      Questionnaire next,
      List<Series.Assignment> series,
      List<Violation> faults) {}

  /** The draft held against everything that is published. */
  Future<Outlook> outlook(String name) {
    return drafts
        .draft(name)
        .compose(
            draft ->
                questionnaires
                    .versions(name)
                    .compose(versions -> area().map(area -> outlook(draft, versions, area))));
  }

  private Future<Area> area() {
    return areas.area().map(found -> found.orElseThrow(Problem::notFound));
  }

  private static Outlook outlook(Draft draft, List<Questionnaire> versions, Area area) {
    var number = versions.isEmpty() ? 1 : versions.get(0).version() + 1;
    var content = Questionnaires.content(draft.form());
    var form = Questionnaires.of(draft.id(), number, content);
    var series = Series.of(form, versions, boundaries(area));
    return new Outlook(
        draft,
        versions.stream().findFirst(),
        Series.apply(form, series),
        series,
        Stream.concat(
                DraftReader.oddCharacters(content).stream(),
                QuestionnaireChecks.faults(form, area).stream())
            .toList());
  }

  private static List<String> boundaries(Area area) {
    var sets = new TreeSet<String>();
    area.localities().stream().map(Locality::boundarySet).forEach(sets::add);
    return List.copyOf(sets);
  }

  /**
   * Publishes a draft as the next version.
   *
   * @param key of the request; the same key gets the same version
   * @param seen the draft's version that is meant
   */
  Future<Questionnaire> publish(String name, String key, long seen, Caller caller) {
    return attempt(name, key, seen, DraftService.role(caller), 1);
  }

  private Future<Questionnaire> attempt(
      String name, String key, long seen, String role, int attempt) {
    return questionnaires
        .versions(name)
        .compose(
            versions -> {
              var before = versions.stream().filter(one -> is(one, key)).findFirst();
              return before.isPresent()
                  ? Future.succeededFuture(same(before.get(), seen))
                  : next(name, key, seen, role, attempt);
            });
  }

  private Future<Questionnaire> next(String name, String key, long seen, String role, int attempt) {
    return Future.all(outlook(name), area())
        .compose(
            both -> {
              Outlook outlook = both.resultAt(0);
              var own = outlook.latest().filter(latest -> is(latest, key));
              if (own.isPresent()) {
                // Our own retry was faster.
                return Future.succeededFuture(same(own.get(), seen));
              }
              var form = version(outlook, key, seen, role, boundaries(both.resultAt(1)));
              return questionnaires
                  .add(form)
                  .compose(
                      added ->
                          added
                              ? Future.succeededFuture(form)
                              : again(name, key, seen, role, attempt));
            });
  }

  private Future<Questionnaire> again(
      String name, String key, long seen, String role, int attempt) {
    return attempt < MOST_TRIES
        ? attempt(name, key, seen, role, attempt + 1)
        : Future.failedFuture(Problem.of(ProblemType.UNAVAILABLE));
  }

  private Questionnaire version(
      Outlook outlook, String key, long seen, String role, List<String> boundaries) {
    if (outlook.draft().version() != seen) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    if (!outlook.faults().isEmpty()) {
      throw Problem.invalid(outlook.faults());
    }
    var form = outlook.next();
    if (outlook
        .latest()
        .filter(old -> Questionnaires.content(old).equals(Questionnaires.content(form)))
        .isPresent()) {
      throw Problem.conflict("questionnaire-unchanged");
    }
    return form.published(
        new Publication(
            key, seen, role, clock.instant().truncatedTo(ChronoUnit.MILLIS), boundaries));
  }

  private static boolean is(Questionnaire version, String key) {
    return version.publication() != null && version.publication().key().equals(key);
  }

  private static Questionnaire same(Questionnaire version, long seen) {
    if (version.publication() == null || version.publication().draftVersion() != seen) {
      throw Problem.conflict("key-used-before");
    }
    return version;
  }
}
