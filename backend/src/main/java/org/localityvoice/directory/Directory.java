package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/** The way in for the other packages of the directory: which services there are, and whose. */
public final class Directory {
  private final ServiceStore services;

  private final Taxonomies taxonomies;

  Directory(ServiceStore services, Taxonomies taxonomies) {
    this.services = services;
    this.taxonomies = taxonomies;
  }

  /** Ids of needs by their ids and their names in all languages, in small letters. */
  public Future<Map<String, String>> needsByName() {
    return taxonomies
        .get()
        .map(
            needs -> {
              var ids = new HashMap<String, String>();
              for (var term : needs.all()) {
                ids.put(term.id(), term.id());
                term.name()
                    .values()
                    .forEach(name -> ids.putIfAbsent(name.toLowerCase(Locale.ROOT), term.id()));
              }
              return ids;
            });
  }

  /** The service of that id; drafts as well. */
  public Future<Optional<Provision>> service(String id) {
    return services.entries().find(id);
  }

  /** Whether somebody keeps a service: officers of its keeper, managers of its localities. */
  public static boolean keeps(Provision service, Caller caller) {
    return DirectoryService.held(service).mayChange(caller);
  }

  /** Whether somebody sends people to a service as part of their work there. */
  public static boolean refers(Provision service, Caller caller) {
    return DirectoryService.held(service).mayRead(caller)
        || (caller.has(Role.SAFEGUARDING_LEAD)
            && service.content().localities().stream().anyMatch(caller.localities()::contains));
  }
}
