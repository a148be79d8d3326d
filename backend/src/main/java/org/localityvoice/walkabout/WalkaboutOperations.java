package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Preconditions;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The operations on walkabouts, apart from batches. */
final class WalkaboutOperations {
  private static final int USUAL_PAGE = 50;
  private static final String ID = "walkaboutId";
  private static final String LOCALITY = "localityId";

  private final WalkaboutServices services;
  private final WalkaboutCatalogues catalogues;
  private final Areas areas;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Collection<String> languages;
  private final Runnable written;

  WalkaboutOperations(
      WalkaboutServices services,
      WalkaboutCatalogues catalogues,
      Areas areas,
      InstantSource clock,
      ZoneId zone,
      Collection<String> languages,
      Runnable written) {
    this.services = services;
    this.catalogues = catalogues;
    this.areas = areas;
    this.clock = clock;
    this.zone = zone;
    this.languages = languages;
    this.written = written;
  }

  private record RouteBody(String id, int version) {}

  private record PlanBody(
      String locality,
      RouteBody route,
      String starts,
      String meetingPlace,
      Optional<String> shortNoticeReason,
      Optional<String> rewalkOf) {
    Planning.Wanted wanted() {
      return new Planning.Wanted(
          locality,
          route.id(),
          route.version(),
          local(starts),
          meetingPlace,
          shortNoticeReason,
          rewalkOf);
    }
  }

  private record CancelBody(String reason) {}

  private record SettleBody(String transect, String element, String grade) {}

  void addTo(Api api) {
    api.on("listWalkabouts", this::list)
        .on("listWalkaboutRoutes", this::routes)
        .on("getWalkabout", this::get)
        .on("putWalkabout", this::put)
        .on("cancelWalkabout", this::cancel)
        .on("getWalkaboutKit", this::kit)
        .on("getWalkaboutRecord", this::record)
        .on("settleGrades", this::settle)
        .on("getGraderAgreement", this::agreement);
  }

  private static LocalDateTime local(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw Problem.invalid(List.of(Violation.at("/starts", "format", "date-time")));
    }
  }

  private Future<WalkaboutViews> views(Call call) {
    return catalogues
        .get()
        .map(
            catalogue ->
                new WalkaboutViews(catalogue, zone, clock.instant(), call.language(languages)));
  }

  private Future<Reply> reply(Call call, Function<WalkaboutViews, Reply> answer) {
    return views(call).map(views -> inLanguage(answer.apply(views), views));
  }

  private static Reply inLanguage(Reply reply, WalkaboutViews views) {
    return reply.with("Content-Language", views.language()).with("Vary", "Accept-Language");
  }

  private Future<Reply> list(Call call) {
    var after = call.query("after").map(ListMark::read);
    return areas
        .find(call.path(LOCALITY))
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            there ->
                services
                    .lists()
                    .ofLocality(call.path(LOCALITY), after, call.number("limit", USUAL_PAGE)))
        .compose(
            page ->
                reply(
                    call,
                    views ->
                        Reply.tagged(
                            new WalkaboutViews.Page(
                                page.items().stream().map(views::open).toList(), page.next()))));
  }

  private Future<Reply> routes(Call call) {
    WalkaboutAccess.mustWalk(call.caller(), call.path(LOCALITY));
    return reply(
        call,
        views ->
            Reply.ok(
                new WalkaboutViews.RouteList(
                    views.catalogue().newest(call.path(LOCALITY)).stream()
                        .map(views::route)
                        .toList())));
  }

  private Future<Reply> get(Call call) {
    return services
        .lists()
        .one(call.path(ID), call.holder())
        .compose(
            page -> {
              var one = page.items().get(0);
              var plans =
                  call.holder()
                      .filter(caller -> WalkaboutAccess.plans(caller, one.localityId()))
                      .isPresent();
              var repeated = page.repeated().contains(one.id());
              return reply(
                  call,
                  views -> Reply.tagged(plans ? views.staff(one, repeated) : views.open(one)));
            });
  }

  private Future<Reply> put(Call call) {
    var wanted = call.body(PlanBody.class).wanted();
    return services
        .calendar()
        .put(call.path(ID), wanted, Preconditions.seen(call), call.caller())
        .onComplete(done -> written.run())
        .compose(put -> edition(call, put.walkabout(), put.created()));
  }

  private Future<Reply> cancel(Call call) {
    return services
        .calendar()
        .cancel(call.path(ID), call.body(CancelBody.class).reason(), call.caller())
        .onComplete(done -> written.run())
        .compose(walkabout -> edition(call, walkabout, false));
  }

  private Future<Reply> edition(Call call, Walkabout one, boolean created) {
    return reply(
        call,
        views ->
            Reply.json(created ? 201 : 200, views.staff(one, true))
                .with("ETag", '"' + String.valueOf(one.edition()) + '"'));
  }

  private Future<Reply> kit(Call call) {
    return Future.all(services.kits().kit(call.path(ID), call.caller()), areas.area(), views(call))
        .map(
            all -> {
              KitService.Kit kit = all.resultAt(0);
              WalkaboutViews views = all.resultAt(2);
              return inLanguage(
                  Reply.tagged(
                      KitViews.kit(
                          kit.walkabout(), kit.route(), kit.reports(), all.resultAt(1), views)),
                  views);
            });
  }

  private Future<Reply> record(Call call) {
    return services.records().seen(call.path(ID), call.caller()).compose(one -> record(call, one));
  }

  private Future<Reply> record(Call call, Walkabout one) {
    return views(call).map(views -> Reply.ok(views.record(one, call.caller().uid())));
  }

  private Future<Reply> settle(Call call) {
    var body = call.body(SettleBody.class);
    return services
        .records()
        .settle(
            call.path(ID),
            new RecordService.Chosen(body.transect(), body.element(), body.grade()),
            call.caller())
        .compose(one -> record(call, one));
  }

  private Future<Reply> agreement(Call call) {
    return services
        .records()
        .agreement(call.path(ID), call.caller())
        .map(one -> Reply.ok(WalkaboutViews.agreement(one)));
  }
}
