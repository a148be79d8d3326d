package org.localityvoice.operational;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.localityvoice.identity.Role;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.problem.Problem;

/**
 * The statements of one source. A locality and period has at most one proposal that is not
 * published yet, and the same proposal again, also at the same moment, finds what the first try
 * made.
 *
 * @param <S> a statement of the source
 */
public final class Statements<S extends Statement> {
  /** Who proposes and publishes. */
  public static final Set<Role> ROLES =
      Set.of(Role.NEIGHBOURHOOD_MANAGER, Role.PERFORMANCE_OFFICER);

  private final StatementStore<S> store;

  /** Those that are kept in a collection. */
  public Statements(Mongo mongo, CompareAndSet compareAndSet, String collection, Class<S> type) {
    store = new StatementStore<>(mongo, compareAndSet, collection, type);
  }

  /**
   * What somebody wishes to propose.
   *
   * @param id made by the client
   * @param proposer their uid
   */
  public record Wanted(String id, String locality, String period, String proposer) {
    private <S extends Statement> S madeBy(S known) {
      if (!known.locality().equals(locality)
          || !known.period().equals(period)
          || !known.proposer().equals(proposer)) {
        throw Problem.conflict("statement-id-taken");
      }
      return known;
    }
  }

  /**
   * Proposes.
   *
   * @param figures works out what to propose; not asked for a retry
   * @param next makes the statement from them and from the latest one, which is published
   * @return fails as those do, and with {@code statement-id-taken} or {@code
   *     statement-already-proposed}
   */
  public <F> Future<S> propose(
      Wanted wanted, Supplier<Future<F>> figures, BiFunction<F, Optional<S>, S> next) {
    return store
        .find(wanted.id())
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(wanted.madeBy(known.get()))
                    : figures.get().compose(made -> add(wanted, last -> next.apply(made, last))));
  }

  private Future<S> add(Wanted wanted, Function<Optional<S>, S> next) {
    return store
        .latest(wanted.locality(), wanted.period())
        .compose(
            last -> {
              if (last.filter(one -> one.id().equals(wanted.id())).isPresent()) {
                // Our own retry was faster.
                return Future.succeededFuture(wanted.madeBy(last.get()));
              }
              if (last.filter(one -> one.state() == StatementState.PROPOSED).isPresent()) {
                throw Problem.conflict("statement-already-proposed");
              }
              var made = next.apply(last);
              return store
                  .add(made)
                  .compose(added -> added ? Future.succeededFuture(made) : faster(wanted));
            });
  }

  /** Who was faster is our own retry, or another proposal. */
  private Future<S> faster(Wanted wanted) {
    return store
        .find(wanted.id())
        .map(
            found ->
                wanted.madeBy(
                    found.orElseThrow(() -> Problem.conflict("statement-already-proposed"))));
  }

  /** One statement, or the problem {@code not-found}. */
  public Future<S> get(String id) {
    return store.find(id).map(found -> found.orElseThrow(Problem::notFound));
  }

  /** The latest of a locality, the newest quarter first. */
  public Future<List<S>> of(String locality) {
    return store.of(locality);
  }

  /** Decides on a statement as it is now; see {@link CompareAndSet}. */
  public <R> Future<R> change(String id, Function<S, Decision<S, R>> decide) {
    return store.change(id, decide);
  }
}
