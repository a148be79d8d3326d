package org.localityvoice.directory.openreferral;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.localityvoice.directory.OpenDirectory;
import org.localityvoice.directory.OpenIndex;
import org.localityvoice.directory.OpenProvision;
import org.localityvoice.directory.OpenRow;
import org.localityvoice.directory.Postcode;
import org.localityvoice.directory.Taxonomy;
import org.localityvoice.directory.Term;
import org.localityvoice.directory.openreferral.Placed.Near;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Open Referral UK 3.0: the nine paths of the profile. */
public final class OrukOperations {
  private static final int USUAL_PAGE = 50;
  private static final Map<String, String> ABOUT =
      Map.of(
          "version", "HSDS-UK-3.0",
          "profile", "https://docs.openreferraluk.org/en/latest/",
          "openapi_url", "https://openreferraluk.org/specifications/3.0/openapi.json");

  private final OpenDirectory directory;
  private final InstantSource clock;
  private final ZoneId zone;
  private volatile Optional<Placed.All> placed = Optional.empty();

  /**
   * The operations.
   *
   * @param zone of the area, in which times of day are meant
   */
  public OrukOperations(OpenDirectory directory, InstantSource clock, ZoneId zone) {
    this.directory = directory;
    this.clock = clock;
    this.zone = zone;
  }

  /** Binds them. */
  public void addTo(Api api) {
    api.on("getOruk", call -> Future.succeededFuture(Reply.tagged(ABOUT)))
        .on("listOrukServices", this::services)
        .on("getOrukService", this::service)
        .on("listOrukTaxonomies", this::taxonomies)
        .on("getOrukTaxonomy", this::taxonomy)
        .on("listOrukTaxonomyTerms", this::terms)
        .on("getOrukTaxonomyTerm", this::term)
        .on("listOrukServiceAtLocations", this::serviceAtLocations)
        .on("getOrukServiceAtLocation", this::serviceAtLocation);
  }

  private static <T> Page<T> page(Call call, List<T> all) {
    return Page.of(all, call.number("page", 1), call.number("per_page", USUAL_PAGE));
  }

  private static String id(Call call) {
    return OrukFilter.small(call.path("id"));
  }

  private Future<OrukViews> views() {
    return directory
        .taxonomies()
        .map(all -> new OrukViews(all, zone.getRules().getOffset(clock.instant())));
  }

  /** A page of what was chosen, read whole; what has gone meanwhile is left out. */
  private <T> Future<Reply> page(
      Page<T> page,
      Function<T, String> service,
      BiFunction<OpenProvision, T, Optional<Function<OrukViews, Omitting>>> view) {
    var ids = page.items().stream().map(service).distinct().toList();
    return Future.all(views(), directory.services(ids))
        .map(
            both -> {
              OrukViews views = both.resultAt(0);
              var whole = new HashMap<String, OpenProvision>();
              both.<List<OpenProvision>>resultAt(1)
                  .forEach(one -> whole.put(one.service().id(), one));
              var items =
                  page.items().stream()
                      .flatMap(
                          item ->
                              Optional.ofNullable(whole.get(service.apply(item)))
                                  .flatMap(one -> view.apply(one, item))
                                  .stream())
                      .map(one -> one.apply(views))
                      .toList();
              return Reply.tagged(
                  new Page<>(page.total(), page.pages(), page.number(), items)
                      .written(Function.identity()));
            });
  }

  private Future<Reply> services(Call call) {
    var filter = OrukFilter.of(call);
    return directory
        .index()
        .map(index -> index.rows().stream().filter(filter::wants).toList())
        .compose(
            rows ->
                page(
                    page(call, rows),
                    OpenRow::id,
                    (one, row) -> Optional.of(views -> views.brief(one))));
  }

  private Future<Reply> service(Call call) {
    return Future.all(views(), directory.services(List.of(id(call))))
        .map(
            both -> {
              OrukViews views = both.resultAt(0);
              return both.<List<OpenProvision>>resultAt(1).stream()
                  .findFirst()
                  .map(one -> Reply.tagged(views.whole(one)))
                  .orElseThrow(Problem::notFound);
            });
  }

  private Future<Reply> taxonomies(Call call) {
    return directory
        .taxonomies()
        .map(all -> Reply.tagged(page(call, all).written(OrukViews::taxonomy)));
  }

  private Future<Reply> taxonomy(Call call) {
    return directory
        .taxonomies()
        .map(
            all ->
                all.stream()
                    .filter(one -> one.id().equals(id(call)))
                    .findFirst()
                    .map(one -> Reply.tagged(OrukViews.taxonomy(one)))
                    .orElseThrow(Problem::notFound));
  }

  private Future<Reply> terms(Call call) {
    var home = call.query("taxonomy_id").map(OrukFilter::small);
    return views()
        .map(
            views -> {
              var terms =
                  views.taxonomies().stream()
                      .filter(one -> home.map(one.id()::equals).orElse(true))
                      .flatMap(OrukOperations::terms)
                      .toList();
              return Reply.tagged(page(call, terms).written(views::term));
            });
  }

  private static Stream<Term> terms(Taxonomy one) {
    return one.content().terms().stream();
  }

  private Future<Reply> term(Call call) {
    return views()
        .map(
            views ->
                views.taxonomies().stream()
                    .flatMap(one -> one.content().term(id(call)).stream())
                    .findFirst()
                    .map(term -> Reply.tagged(views.term(term)))
                    .orElseThrow(Problem::notFound));
  }

  private Future<Reply> serviceAtLocations(Call call) {
    var filter = OrukFilter.of(call);
    return Future.all(directory.index(), near(call))
        .compose(
            both -> {
              OpenIndex index = both.resultAt(0);
              Optional<Near> near = both.resultAt(1);
              var found =
                  placed(index).list().stream()
                      .filter(one -> filter.wants(one.row()))
                      .filter(one -> near.map(place -> one.isFor(place, index)).orElse(true))
                      .toList();
              return page(page(call, found), one -> one.row().id(), OrukOperations::at);
            });
  }

  /** Worked out once for each index. */
  private Placed.All placed(OpenIndex index) {
    var known = placed.filter(all -> all.index().reading() == index.reading());
    if (known.isPresent()) {
      return known.get();
    }
    var fresh = Placed.All.of(index);
    placed = Optional.of(fresh);
    return fresh;
  }

  private static Optional<Function<OrukViews, Omitting>> at(OpenProvision one, Placed placed) {
    return one.locations().stream()
        .filter(location -> location.id().equals(placed.location()))
        .findFirst()
        .map(location -> views -> views.atLocation(one, location));
  }

  private Future<Optional<Near>> near(Call call) {
    var postcode = call.query("postcode");
    var metres = call.decimal("proximity");
    if (postcode.isEmpty()) {
      if (metres.isPresent()) {
        throw fault("proximity", "radius-without-near");
      }
      return Future.succeededFuture(Optional.empty());
    }
    return directory
        .postcode(postcode.get())
        .map(
            point -> {
              if (metres.isPresent() && point.isEmpty()) {
                throw fault("postcode", "directory-postcode");
              }
              return Optional.of(new Near(Postcode.spaced(postcode.get()), point, metres));
            });
  }

  private static Problem fault(String parameter, String code) {
    return Problem.invalid(List.of(new Violation(Violation.In.QUERY, parameter, code, List.of())));
  }

  private Future<Reply> serviceAtLocation(Call call) {
    var id = id(call);
    return directory
        .index()
        .map(
            index ->
                Optional.ofNullable(placed(index).byId().get(id)).orElseThrow(Problem::notFound))
        .compose(
            placed ->
                Future.all(views(), directory.services(List.of(placed.row().id())))
                    .map(
                        both -> {
                          OrukViews views = both.resultAt(0);
                          return both.<List<OpenProvision>>resultAt(1).stream()
                              .findFirst()
                              .flatMap(one -> at(one, placed))
                              .map(one -> Reply.tagged(one.apply(views)))
                              .orElseThrow(Problem::notFound);
                        }));
  }
}
