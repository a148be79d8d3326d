package org.localityvoice.survey.draft;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.survey.Questionnaire;

/** Reading and changing drafts. */
public final class DraftService {
  private static final int MOST_QUESTIONNAIRES = 200;

  private final DraftStore store;
  private final InstantSource clock;

  DraftService(DraftStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A draft, and whether it was made just now. */
  public record Put(Draft draft, boolean created) {}

  /** The draft of a questionnaire. */
  public Future<Draft> draft(String name) {
    return store.find(name).map(found -> found.orElseThrow(Problem::notFound));
  }

  /**
   * Makes or changes a draft. Sending the same again, after a reply was lost, changes nothing.
   *
   * @param seen the version that is to be changed; empty where there must be none yet
   */
  public Future<Put> put(Questionnaire form, Optional<Long> seen, Caller caller) {
    var role = role(caller);
    if (seen.isEmpty()) {
      return create(form, role);
    }
    return store
        .change(
            form.name(),
            draft -> {
              if (draft.form().equals(form)) {
                return Decision.<Draft, Draft>keep(draft);
              }
              if (draft.version() != seen.get()) {
                throw Problem.of(ProblemType.PRECONDITION_FAILED);
              }
              var next = draft.with(form, role, clock.instant().truncatedTo(ChronoUnit.MILLIS));
              return Decision.replace(next, next);
            })
        .map(draft -> new Put(draft, false));
  }

  private Future<Put> create(Questionnaire form, String role) {
    var draft =
        new Draft(form.name(), 1, form, role, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return store
        .names()
        .compose(
            names -> {
              if (names.size() >= MOST_QUESTIONNAIRES && !names.contains(form.name())) {
                throw Problem.conflict("too-many-drafts", MOST_QUESTIONNAIRES);
              }
              return store.add(draft);
            })
        .compose(
            added ->
                added
                    ? Future.succeededFuture(new Put(draft, true))
                    : draft(form.name()).map(found -> same(found, form)));
  }

  private static Put same(Draft found, Questionnaire form) {
    if (!found.form().equals(form)) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    return new Put(found, false);
  }

  /** The role a caller does this in; both may. */
  static String role(Caller caller) {
    return (caller.has(Role.PERFORMANCE_OFFICER)
            ? Role.PERFORMANCE_OFFICER
            : Role.NEIGHBOURHOOD_MANAGER)
        .slug();
  }
}
