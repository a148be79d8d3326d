package org.localityvoice.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;

/** Entries that a program makes, by the same services as people. */
public final class DirectoryWork {
  private final EntryService entries;
  private final DirectoryService services;
  private final Postcodes postcodes;

  DirectoryWork(EntryService entries, DirectoryService services, Postcodes postcodes) {
    this.entries = entries;
    this.services = services;
    this.postcodes = postcodes;
  }

  /** Learns where postcodes are, whatever was known of them. */
  public Future<Void> learn(List<KnownPostcode> all) {
    return postcodes.learn(all);
  }

  /**
   * Makes an entry where there is none of that id.
   *
   * @param content the body of the request that would make it
   * @param caller who keeps such entries there
   */
  public Future<Void> make(EntryKind kind, String id, JsonNode content, Caller caller) {
    return switch (kind) {
      case ORGANISATION ->
          entries
              .put(id, read(content, OrganisationContent.class), Optional.empty(), caller)
              .mapEmpty();
      case LOCATION ->
          entries
              .put(id, read(content, LocationContent.class), Optional.empty(), caller)
              .mapEmpty();
      case TAXONOMY ->
          entries
              .put(id, read(content, TaxonomyContent.class), Optional.empty(), caller)
              .mapEmpty();
      case SERVICE ->
          services
              .put(id, read(content, ServiceContent.class), Optional.empty(), caller)
              .mapEmpty();
    };
  }

  private static <T> T read(JsonNode content, Class<T> type) {
    return DirectoryReplies.content(content, type);
  }

  /** Says that a service was checked today, and lets everybody find it. */
  public Future<Void> publish(String serviceId, Caller caller) {
    return services
        .assure(serviceId, caller)
        .compose(assured -> services.publish(serviceId, caller))
        .mapEmpty();
  }
}
