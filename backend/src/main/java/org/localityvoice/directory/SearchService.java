package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.directory.Nearness.Far;
import org.localityvoice.directory.Nearness.Square;
import org.localityvoice.directory.SearchMark.Strand;
import org.localityvoice.directory.SearchStore.Placed;
import org.localityvoice.locality.Areas;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Finds services. What is found is made of strands that an index holds in the order in which they
 * are told: what has all words in its name, then what says them; or what is near, then what is
 * given to people who live there. Nobody who searches is noted.
 */
final class SearchService {
  private static final int BATCH = 1_000;
  private static final int MOST_NEAR = 10_000;
  private static final int MOST_READ = 1_000;
  private static final int SQUARES_AT_ONCE = 4;

  private final SearchStore store;
  private final ServiceStore services;
  private final Areas areas;
  private final int batch;
  private final int most;

  SearchService(SearchStore store, ServiceStore services, Areas areas) {
    this(store, services, areas, BATCH, MOST_NEAR);
  }

  /**
   * Finds in the store.
   *
   * @param batch how many are read of a square of the map at once
   * @param most how many may lie so near that all must be known to tell which are nearest
   */
  SearchService(SearchStore store, ServiceStore services, Areas areas, int batch, int most) {
    this.store = store;
    this.services = services;
    this.areas = areas;
    this.batch = batch;
    this.most = most;
  }

  /** A page of what somebody looks for. */
  Future<Hit.Page> search(Wish wish, Optional<SearchMark> after, int limit) {
    var strands = strands(wish);
    var from = after.orElseGet(() -> SearchMark.begin(strands.get(0)));
    if (!strands.contains(from.strand())) {
      throw Cursor.bad();
    }
    return read(wish, from, limit, new ArrayList<>());
  }

  private static List<Strand> strands(Wish wish) {
    if (wish.near().isPresent()) {
      return List.of(Strand.NEAR, Strand.ANYWHERE);
    }
    return wish.words().isEmpty() ? List.of(Strand.SAID) : List.of(Strand.NAMED, Strand.SAID);
  }

  private Future<Hit.Page> read(Wish wish, SearchMark from, int limit, List<Hit> found) {
    return strand(wish, from, limit - found.size())
        .compose(
            part -> {
              found.addAll(part.items());
              if (part.next().isPresent()) {
                return Future.succeededFuture(new Hit.Page(found, part.next()));
              }
              var strands = strands(wish);
              var next = strands.indexOf(from.strand()) + 1;
              if (next == strands.size()) {
                return Future.succeededFuture(new Hit.Page(found, Optional.empty()));
              }
              var mark = SearchMark.begin(strands.get(next));
              return found.size() == limit
                  ? Future.succeededFuture(new Hit.Page(found, Optional.of(mark.text())))
                  : read(wish, mark, limit, found);
            });
  }

  private Future<Hit.Page> strand(Wish wish, SearchMark from, int limit) {
    return switch (from.strand()) {
      case NAMED -> inOrder(wish, wish.tokens(Optional.empty(), Token::named), from, limit);
      case SAID -> inOrder(wish, wish.tokens(Optional.empty(), Token::word), from, limit);
      case NEAR -> near(wish, from, limit);
      case ANYWHERE -> anywhere(wish, from, limit);
    };
  }

  private Future<Hit.Page> anywhere(Wish wish, SearchMark from, int limit) {
    return areas
        .area()
        .compose(
            area -> {
              var point = wish.near().orElseThrow();
              var home = area.flatMap(one -> one.localityAt(point.latitude(), point.longitude()));
              if (home.isEmpty()) {
                return Future.succeededFuture(new Hit.Page(List.of(), Optional.empty()));
              }
              var there = Optional.of(Token.anywhereIn(home.get().id()));
              var tokens = wish.tokens(there, Token::word);
              return inOrder(wish, tokens, from, limit);
            });
  }

  private Future<Hit.Page> inOrder(Wish wish, List<String> tokens, SearchMark from, int limit) {
    return inOrder(wish, tokens, from, limit, new ArrayList<>(), 0);
  }

  private Future<Hit.Page> inOrder(
      Wish wish, List<String> tokens, SearchMark from, int limit, List<Hit> found, int read) {
    // One more than is wanted tells whether there is a next page.
    var size = limit + 1 - found.size();
    return store
        .having(tokens, wish.age(), from.last(), size)
        .compose(
            batch -> {
              for (var one : batch) {
                if (!toldBefore(wish, from.strand(), one)) {
                  found.add(new Hit(one, Optional.empty()));
                }
              }
              if (found.size() > limit) {
                var page = found.subList(0, limit);
                var last = order(page.get(limit - 1).service());
                return Future.succeededFuture(
                    new Hit.Page(page, Optional.of(new SearchMark(from.strand(), 0, last).text())));
              }
              if (batch.size() < size) {
                return Future.succeededFuture(new Hit.Page(found, Optional.empty()));
              }
              var on = new SearchMark(from.strand(), 0, order(batch.get(batch.size() - 1)));
              return read + batch.size() >= MOST_READ
                  ? Future.succeededFuture(new Hit.Page(found, Optional.of(on.text())))
                  : inOrder(wish, tokens, on, limit, found, read + batch.size());
            });
  }

  private static String order(Provision service) {
    return service.found().order();
  }

  /** Whether the strand of names has told it. */
  private static boolean toldBefore(Wish wish, Strand strand, Provision one) {
    return strand == Strand.SAID
        && !wish.words().isEmpty()
        && one.found().tokens().containsAll(wish.tokens(Optional.empty(), Token::named));
  }

  private Future<Hit.Page> near(Wish wish, SearchMark from, int limit) {
    var last =
        from.last().isEmpty()
            ? Optional.<Far>empty()
            : Optional.of(new Far(from.at(), from.last()));
    var squares = Nearness.squares(wish.near().orElseThrow(), wish.within(), last);
    return near(wish, last, limit, squares, new HashMap<>());
  }

  /** Looks into squares from the middle outwards, until nothing in the others can be nearer. */
  private Future<Hit.Page> near(
      Wish wish,
      Optional<Far> last,
      int limit,
      List<Square> squares,
      Map<String, Placed> candidates) {
    var some = squares.subList(0, Math.min(SQUARES_AT_ONCE, squares.size()));
    var rest = squares.subList(some.size(), squares.size());
    return Future.all(
            some.stream().map(square -> inSquare(wish, square, "", new ArrayList<>())).toList())
        .compose(
            all -> {
              all.<List<Placed>>list()
                  .forEach(near -> near.forEach(one -> candidates.put(one.id(), one)));
              mustBeFew(candidates.size());
              var found =
                  Nearness.sorted(
                      candidates.values(), wish.near().orElseThrow(), wish.within(), last);
              if (rest.isEmpty()) {
                return whole(found, limit);
              }
              var sure = rest.get(0).nearest();
              return found.size() > limit && found.get(limit).millimetres() < sure
                  ? whole(found, limit)
                  : near(wish, last, limit, rest, candidates);
            });
  }

  /** All of a square, since any of them may be the nearest. */
  private Future<List<Placed>> inSquare(
      Wish wish, Square square, String after, List<Placed> found) {
    return store
        .placed(wish.tokens(Optional.of(square.token()), Token::word), wish.age(), after, batch)
        .compose(
            some -> {
              found.addAll(some);
              mustBeFew(found.size());
              return some.size() < batch
                  ? Future.succeededFuture(found)
                  : inSquare(wish, square, some.get(some.size() - 1).found().order(), found);
            });
  }

  private void mustBeFew(int near) {
    if (near > most) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.QUERY, "within", "too-many-near", List.of())));
    }
  }

  private Future<Hit.Page> whole(List<Far> found, int limit) {
    var page = found.subList(0, Math.min(limit, found.size()));
    return services
        .entries()
        .all(page.stream().map(Far::id).toList())
        .map(
            all -> {
              var byId = new HashMap<String, Provision>();
              all.stream()
                  .filter(one -> !one.found().tokens().isEmpty())
                  .forEach(one -> byId.put(one.id(), one));
              var hits =
                  page.stream()
                      .flatMap(
                          far ->
                              Optional.ofNullable(byId.get(far.id()))
                                  .map(one -> new Hit(one, Optional.of(far.metres())))
                                  .stream())
                      .toList();
              return new Hit.Page(
                  hits,
                  found.size() > limit
                      ? Optional.of(next(page.get(limit - 1)).text())
                      : Optional.empty());
            });
  }

  private static SearchMark next(Far far) {
    return new SearchMark(Strand.NEAR, far.millimetres(), far.id());
  }
}
