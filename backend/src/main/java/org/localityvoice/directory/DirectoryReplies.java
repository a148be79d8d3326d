package org.localityvoice.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Call;
import org.localityvoice.http.Json;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.OddCharacters;

/** Reads what is written of entries, and answers in the reader's language. */
final class DirectoryReplies {
  private final EntryStore<Organisation> organisations;
  private final EntryStore<Location> locations;
  private final Taxonomies taxonomies;
  private final Deriving deriving;
  private final Collection<String> languages;

  DirectoryReplies(
      EntryStore<Organisation> organisations,
      EntryStore<Location> locations,
      Taxonomies taxonomies,
      Deriving deriving,
      Collection<String> languages) {
    this.organisations = organisations;
    this.locations = locations;
    this.taxonomies = taxonomies;
    this.deriving = deriving;
    this.languages = languages;
  }

  /** What was sent, if no text in it holds a character that cannot be shown. */
  static <T> T content(Call call, Class<T> type) {
    return content(call.body(JsonNode.class), type);
  }

  static <T> T content(JsonNode tree, Class<T> type) {
    EntryChecks.refuse(OddCharacters.faults(tree, Prose::allowed));
    return Json.value(tree, type);
  }

  String language(Call call) {
    return call.language(languages);
  }

  /** What these services are told by. */
  Future<DirectoryViews> views(List<Provision> services) {
    return DirectoryViews.of(services, organisations, locations, taxonomies);
  }

  /** One service; the edition is the tag for those who keep it. */
  Future<Reply> service(Call call, Provision service, int status) {
    var kept = DirectoryService.keeps(service, call.holder());
    var language = language(call);
    return views(List.of(service))
        .map(
            views ->
                views.service(service, call, language, deriving.today(), Optional.empty(), kept))
        .map(view -> kept ? edition(status, view, service.edition()) : Reply.tagged(view))
        .map(reply -> inLanguage(reply, language));
  }

  static Reply entry(Entry<?> entry, Optional<Point> place, boolean created) {
    return edition(created ? 201 : 200, DirectoryViews.entry(entry, place), entry.edition());
  }

  private static Reply edition(int status, Object view, long edition) {
    return Reply.json(status, view).with("ETag", '"' + String.valueOf(edition) + '"');
  }

  static Reply inLanguage(Reply reply, String language) {
    return reply.with("Content-Language", language).with("Vary", "Accept-Language");
  }
}
