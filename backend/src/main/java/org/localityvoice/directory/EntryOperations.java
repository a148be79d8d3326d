package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.directory.Putting.Put;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Preconditions;
import org.localityvoice.http.Reply;

/** The operations by which staff keep organisations, places and needs. */
final class EntryOperations {
  private static final String ORGANISATION = "organisationId";
  private static final String LOCATION = "locationId";
  private static final String TAXONOMY = "taxonomyId";

  private final EntryService entries;
  private final Runnable written;

  /**
   * The operations.
   *
   * @param written to be run after a change, so that what follows from it need not wait
   */
  EntryOperations(EntryService entries, Runnable written) {
    this.entries = entries;
    this.written = written;
  }

  void addTo(Api api) {
    api.on("getDirectoryOrganisation", this::organisation)
        .on("putDirectoryOrganisation", this::putOrganisation)
        .on("getDirectoryLocation", this::location)
        .on("putDirectoryLocation", this::putLocation)
        .on("getDirectoryTaxonomy", this::taxonomy)
        .on("putDirectoryTaxonomy", this::putTaxonomy);
  }

  private Future<Reply> organisation(Call call) {
    return entries
        .organisation(call.path(ORGANISATION), call.caller())
        .map(one -> DirectoryReplies.entry(one, Optional.empty(), false));
  }

  private Future<Reply> putOrganisation(Call call) {
    var content = DirectoryReplies.content(call, OrganisationContent.class);
    return entries
        .put(call.path(ORGANISATION), content, Preconditions.seen(call), call.caller())
        .map(put -> reply(put, Optional.empty()));
  }

  private Future<Reply> location(Call call) {
    return entries
        .location(call.path(LOCATION), call.caller())
        .map(one -> DirectoryReplies.entry(one, Optional.ofNullable(one.place()), false));
  }

  private Future<Reply> putLocation(Call call) {
    var content = DirectoryReplies.content(call, LocationContent.class);
    return entries
        .put(call.path(LOCATION), content, Preconditions.seen(call), call.caller())
        .map(put -> reply(put, Optional.ofNullable(put.entry().place())));
  }

  private Future<Reply> taxonomy(Call call) {
    return entries
        .taxonomy(call.path(TAXONOMY))
        .map(one -> DirectoryReplies.entry(one, Optional.empty(), false));
  }

  private Future<Reply> putTaxonomy(Call call) {
    var content = DirectoryReplies.content(call, TaxonomyContent.class);
    return entries
        .put(call.path(TAXONOMY), content, Preconditions.seen(call), call.caller())
        .map(put -> reply(put, Optional.empty()));
  }

  private Reply reply(Put<? extends Entry<?>> put, Optional<Point> place) {
    written.run();
    return DirectoryReplies.entry(put.entry(), place, put.created());
  }
}
