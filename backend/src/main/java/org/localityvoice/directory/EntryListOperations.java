package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operation that lists what is kept. */
final class EntryListOperations {
  private static final int USUAL_PAGE = 50;

  private final EntryListService lists;

  EntryListOperations(EntryListService lists) {
    this.lists = lists;
  }

  void addTo(Api api) {
    api.on("listDirectoryEntries", this::list);
  }

  private record EntryLine(
      String id,
      String name,
      String keeper,
      Optional<String> state,
      long edition,
      Instant changedAt) {}

  private record Page(List<EntryLine> items, Optional<String> next) {}

  private Future<Reply> list(Call call) {
    var kind = EntryKind.valueOf(call.query("kind").orElse("service").toUpperCase(Locale.ROOT));
    var after = call.query("after").map(text -> Cursor.read(text, 1).get(0)).orElse("");
    return lists
        .page(kind, call.path("localityId"), after, call.number("limit", USUAL_PAGE), call.caller())
        .map(
            page ->
                Reply.ok(
                    new Page(
                        page.items().stream().map(EntryListOperations::line).toList(),
                        page.next().map(Cursor::text))));
  }

  private static EntryLine line(Entry<?> entry) {
    if (entry instanceof Provision service) {
      return line(
          entry,
          service.content().name(),
          service.found().keeper(),
          Optional.of(service.state().slug()));
    }
    if (entry instanceof Organisation organisation) {
      var content = organisation.content();
      return line(entry, content.name(), content.keeper(), Optional.empty());
    }
    var content = ((Location) entry).content();
    return line(entry, content.name(), content.keeper(), Optional.empty());
  }

  private static EntryLine line(
      Entry<?> entry, String name, String keeper, Optional<String> state) {
    return new EntryLine(entry.id(), name, keeper, state, entry.edition(), entry.changedAt());
  }
}
