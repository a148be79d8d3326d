package org.localityvoice.event.feeds;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Function;
import org.localityvoice.event.Events;
import org.localityvoice.event.calendar.CalendarFeed;
import org.localityvoice.event.calendar.ICalendar;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;

/** Calendars as answers, in the reader's language. */
final class FeedReplies {
  private final Vertx vertx;
  private final Events events;
  private final Areas areas;
  private final Messages messages;

  FeedReplies(Vertx vertx, Events events, Areas areas, Messages messages) {
    this.vertx = vertx;
    this.events = events;
    this.areas = areas;
    this.messages = messages;
  }

  /**
   * A calendar with an ETag over it. Writing a long one takes more than an event loop has time for.
   *
   * <p>There is no Last-Modified: venues, names and languages change what is written and have no
   * times, so it would claim too much.
   *
   * @param keeping what may be kept of it, and by whom
   */
  Future<Reply> calendar(Call call, String keeping, Function<Wording, Future<CalendarFeed>> feed) {
    var language = language(call);
    return Future.all(events.catalogue(), areas.area())
        .map(both -> new Wording(both.resultAt(0), both.resultAt(1), messages, language))
        .compose(feed)
        .compose(
            written ->
                vertx.executeBlocking(
                    () -> Reply.tagged(ICalendar.TYPE, ICalendar.write(written)), false))
        .map(
            reply ->
                reply
                    .with("Cache-Control", keeping)
                    .with("Content-Language", language)
                    .with("Vary", "Accept-Language"));
  }

  /** The language that is asked for by name, or else by header. */
  String language(Call call) {
    var onOffer = messages.languages();
    return call.query("lang").filter(onOffer::contains).orElseGet(() -> call.language(onOffer));
  }
}
