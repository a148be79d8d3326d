package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.directory.DirectoryViews.ServiceView;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The operations by which everybody finds services. */
final class SearchOperations {
  private static final int USUAL_PAGE = 50;
  private static final int USUAL_METRES = 5_000;

  private final SearchService search;
  private final Postcodes postcodes;
  private final Taxonomies taxonomies;
  private final Deriving deriving;
  private final DirectoryReplies replies;
  private final UnmetService unmet;

  SearchOperations(
      SearchService search,
      Postcodes postcodes,
      Taxonomies taxonomies,
      Deriving deriving,
      DirectoryReplies replies,
      UnmetService unmet) {
    this.search = search;
    this.postcodes = postcodes;
    this.taxonomies = taxonomies;
    this.deriving = deriving;
    this.replies = replies;
    this.unmet = unmet;
  }

  void addTo(Api api) {
    api.on("searchDirectoryServices", this::search).on("listDirectoryNeeds", this::needs);
  }

  private record Hits(List<ServiceView> items, Optional<String> next) {}

  private Future<Reply> search(Call call) {
    var after = call.query("after").map(SearchMark::read);
    var limit = call.number("limit", USUAL_PAGE);
    return point(call)
        .map(point -> wish(call, point))
        .compose(
            wish ->
                search
                    .search(wish, after, limit)
                    .onSuccess(
                        page -> {
                          if (after.isEmpty()) {
                            unmet.searched(wish, page);
                          }
                        }))
        .compose(page -> hits(call, page));
  }

  /** The point that is meant; the postcode is none of the answer's business afterwards. */
  private Future<Optional<Point>> point(Call call) {
    var near = call.list("near").stream().map(Double::valueOf).toList();
    var postcode = call.query("postcode");
    if (!near.isEmpty()) {
      var point = new Point(near.get(0), near.get(1));
      if (postcode.isPresent()) {
        throw fault("near", "directory-postcode-or-point");
      }
      if (Math.abs(point.latitude()) > 90 || Math.abs(point.longitude()) > 180) {
        throw fault("near", "near");
      }
      return Future.succeededFuture(Optional.of(point));
    }
    if (postcode.isEmpty()) {
      if (call.query("within").isPresent()) {
        throw fault("within", "radius-without-near");
      }
      return Future.succeededFuture(Optional.empty());
    }
    return postcodes
        .find(postcode.get())
        .map(
            found -> Optional.of(found.orElseThrow(() -> fault("postcode", "directory-postcode"))));
  }

  private static Problem fault(String parameter, String code) {
    return Problem.invalid(List.of(new Violation(Violation.In.QUERY, parameter, code, List.of())));
  }

  /** Signs, or words that are in every text, would find everything: better to say so. */
  private static Set<String> words(Call call) {
    var words = call.query("q").map(Words::of);
    if (words.filter(Set::isEmpty).isPresent()) {
      throw fault("q", "search-words");
    }
    return words.orElse(Set.of());
  }

  private static Wish wish(Call call, Optional<Point> near) {
    return new Wish(
        words(call),
        call.query("q").map(Words::typed).map(List::copyOf).orElse(List.of()),
        call.query("need"),
        near,
        call.number("within", USUAL_METRES),
        call.query("age").map(Integer::valueOf),
        call.query("day").map(day -> Day.valueOf(day.toUpperCase(Locale.ROOT))),
        call.query("language"),
        call.query("locality"));
  }

  private Future<Reply> hits(Call call, Hit.Page page) {
    var language = replies.language(call);
    var today = deriving.today();
    return replies
        .views(page.items().stream().map(Hit::service).toList())
        .map(
            views ->
                new Hits(
                    page.items().stream()
                        .map(
                            hit ->
                                views.service(
                                    hit.service(), call, language, today, hit.metres(), false))
                        .toList(),
                    page.next()))
        .map(hits -> DirectoryReplies.inLanguage(Reply.tagged(hits), language));
  }

  private record NeedView(String id, String name, String description, Optional<String> broader) {}

  private record NeedsView(List<NeedView> items) {}

  private Future<Reply> needs(Call call) {
    var language = replies.language(call);
    return taxonomies
        .get()
        .map(
            needs ->
                new NeedsView(
                    needs.all().stream()
                        .map(
                            term ->
                                new NeedView(
                                    term.id(),
                                    DirectoryViews.name(term, language),
                                    term.description(),
                                    Optional.ofNullable(term.broader())))
                        .toList()))
        .map(view -> DirectoryReplies.inLanguage(Reply.tagged(view), language));
  }
}
