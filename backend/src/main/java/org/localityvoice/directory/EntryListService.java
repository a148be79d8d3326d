package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/** Lists what is kept in a locality, for those who keep it or refer people to it. */
final class EntryListService {
  private final DirectoryStores stores;

  EntryListService(DirectoryStores stores) {
    this.stores = stores;
  }

  /**
   * A page in the order of ids. Where the caller may not see some, it is shorter and still says
   * where to go on.
   *
   * @param next the id after which to go on; empty at the end
   */
  record Page(List<Entry<?>> items, Optional<String> next) {
    Page {
      items = List.copyOf(items);
    }
  }

  Future<Page> page(EntryKind kind, String locality, String after, int limit, Caller caller) {
    if (!caller.has(Role.ADMIN)) {
      caller.mustWorkIn(locality);
    }
    return switch (kind) {
      case ORGANISATION -> page(stores.organisations(), locality, after, limit, one -> true);
      case LOCATION -> page(stores.locations(), locality, after, limit, one -> true);
      case SERVICE, TAXONOMY ->
          page(
              stores.services().entries(),
              locality,
              after,
              limit,
              one -> one.published() || DirectoryService.held(one).mayChange(caller));
    };
  }

  private static <T extends Entry<?>> Future<Page> page(
      EntryStore<T> store, String locality, String after, int limit, Predicate<T> seen) {
    return store
        .inLocality(locality, after, limit + 1)
        .map(
            found -> {
              var page = found.subList(0, Math.min(limit, found.size()));
              return new Page(
                  page.stream().filter(seen).<Entry<?>>map(one -> one).toList(),
                  found.size() > limit ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
            });
  }
}
