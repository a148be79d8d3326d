package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.event.EventAccess.Sight;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.mongo.ListMark;

/** The operations that only read. */
final class EventOperations {
  private static final int USUAL_PAGE = 50;
  private static final String LOCALITY = "localityId";

  private final EventListService lists;
  private final EventReplies replies;
  private final InstantSource clock;
  private final ZoneId zone;

  EventOperations(EventListService lists, EventReplies replies, InstantSource clock, ZoneId zone) {
    this.lists = lists;
    this.replies = replies;
    this.clock = clock;
    this.zone = zone;
  }

  void addTo(Api api) {
    api.on("listEvents", this::list)
        .on("getEvent", this::event)
        .on("listLocalityEvents", this::ofLocality)
        .on("listEventDrafts", this::drafts)
        .on("listEventVenues", this::venues);
  }

  private record Page(List<?> items, Optional<String> next) {}

  private Future<Reply> list(Call call) {
    var days = days(call);
    var query =
        new EventQuery(
            new Listing(call.query("locality"), Optional.empty()),
            days.from(),
            days.to(),
            call.query("from").isEmpty(),
            call.query("age").map(Integer::valueOf),
            EventQuery.features(call.list("accessibility")),
            EventQuery.bands(call.list("places")),
            after(call),
            call.number("limit", USUAL_PAGE));
    return lists
        .sessions(query)
        .compose(
            page ->
                replies.tagged(call, views -> page(page, one -> views.listed(one, Sight.PUBLIC))));
  }

  private static <T> Page page(EventListService.Page<T> page, Function<T, ?> view) {
    return new Page(page.items().stream().map(view).toList(), page.next());
  }

  private Future<Reply> event(Call call) {
    return lists
        .event(call.path("eventId"), call.holder())
        .compose(
            seen ->
                replies.tagged(
                    call, views -> views.event(seen.event(), seen.sessions(), seen.sight())));
  }

  private Future<Reply> ofLocality(Call call) {
    var after = call.query("after").map(ListMark::read);
    return lists
        .ofLocality(call.path(LOCALITY), after, call.number("limit", USUAL_PAGE), call.caller())
        .compose(page -> replies.ok(call, views -> page(page, views::brief)));
  }

  private Future<Reply> drafts(Call call) {
    var days = days(call);
    return lists
        .drafts(
            call.path(LOCALITY),
            days.from(),
            days.to(),
            call.query("from").isEmpty(),
            after(call),
            call.number("limit", USUAL_PAGE),
            call.caller())
        .compose(
            page -> replies.ok(call, views -> page(page, one -> views.listed(one, Sight.OFFICER))));
  }

  private Future<Reply> venues(Call call) {
    return replies.tagged(call, VenueViews::of);
  }

  private Days days(Call call) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    return Days.of(call.query("from"), call.query("to"), today, zone);
  }

  private static Optional<SessionMark> after(Call call) {
    return call.query("after").map(ListMark::read).map(at -> new SessionMark(at.at(), at.id()));
  }
}
