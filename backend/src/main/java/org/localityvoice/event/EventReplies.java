package org.localityvoice.event;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;

/**
 * Answers in the reader's language. Each text of an event may be in other languages; the languages
 * on offer are those of the whole system, and a text that lacks one comes in English.
 */
final class EventReplies {
  private final EventCatalogues catalogues;
  private final Areas areas;
  private final Collection<String> languages;

  EventReplies(EventCatalogues catalogues, Areas areas, Collection<String> languages) {
    this.catalogues = catalogues;
    this.areas = areas;
    this.languages = languages;
  }

  /** With an ETag over the answer. */
  Future<Reply> tagged(Call call, Function<EventViews, Object> answer) {
    return views(call).map(views -> inLanguage(Reply.tagged(answer.apply(views)), views));
  }

  Future<Reply> ok(Call call, Function<EventViews, Object> answer) {
    return views(call).map(views -> inLanguage(Reply.ok(answer.apply(views)), views));
  }

  /** The answer to a change, with the edition as its ETag, by which the next change is made. */
  Future<Reply> edition(
      Call call, boolean created, long edition, Function<EventViews, Object> answer) {
    return views(call)
        .map(
            views ->
                inLanguage(Reply.json(created ? 201 : 200, answer.apply(views)), views)
                    .with("ETag", '"' + String.valueOf(edition) + '"'));
  }

  private Future<EventViews> views(Call call) {
    return Future.all(catalogues.get(), areas.area())
        .map(
            both -> {
              Optional<Area> area = both.resultAt(1);
              return new EventViews(both.resultAt(0), area, call.language(languages));
            });
  }

  private static Reply inLanguage(Reply reply, EventViews views) {
    return reply.with("Content-Language", views.language()).with("Vary", "Accept-Language");
  }
}
