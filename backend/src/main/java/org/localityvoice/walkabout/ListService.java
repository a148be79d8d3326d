package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.problem.Problem;

/** Reads walkabouts for everybody, and a little more for those who plan. */
final class ListService {
  private static final int MOST_REWALKS = 1_000;

  private final WalkaboutStore store;

  ListService(WalkaboutStore store) {
    this.store = store;
  }

  /**
   * A page.
   *
   * @param repeated ids of those that have been, or are to be, repeated blindly
   */
  record Page(List<Walkabout> items, Set<String> repeated, Optional<String> next) {}

  /** Those of a locality, the latest first. */
  Future<Page> ofLocality(String locality, Optional<ListMark> after, int limit) {
    return store
        .outlines(locality, after, limit + 1)
        .map(
            found -> {
              var page = found.subList(0, Math.min(limit, found.size()));
              var next =
                  found.size() > limit
                      ? Optional.of(mark(page.get(page.size() - 1)))
                      : Optional.<String>empty();
              return new Page(page, Set.of(), next);
            });
  }

  private static String mark(Walkabout last) {
    return new ListMark(last.plan().startsAt(), last.id()).text();
  }

  /** One of them, and whether it has been, or is to be, repeated. */
  Future<Page> one(String id, Optional<Caller> holder) {
    return store
        .outlines(List.of(id))
        .map(found -> found.stream().findFirst().orElseThrow(Problem::notFound))
        .compose(
            found ->
                holder.filter(caller -> WalkaboutAccess.plans(caller, found.localityId())).isEmpty()
                    ? Future.succeededFuture(new Page(List.of(found), Set.of(), Optional.empty()))
                    : store
                        .rewalkOutlines(List.of(id), MOST_REWALKS)
                        .map(
                            rewalks ->
                                new Page(List.of(found), repeated(rewalks), Optional.empty())));
  }

  private static Set<String> repeated(List<Walkabout> rewalks) {
    return rewalks.stream()
        .filter(one -> one.cancelled() == null)
        .flatMap(one -> one.repeats().stream())
        .collect(Collectors.toSet());
  }
}
