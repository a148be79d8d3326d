package org.localityvoice.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;

/**
 * Entries that a program makes, by the same services as people. Nothing happens where there is one
 * of that id, so that whoever was cut off goes on and nobody's work is undone.
 */
public final class DirectoryWork {
  /** A program makes a service, assures it and publishes it; what people do comes after that. */
  private static final long STEPS = 3;

  private final EntryService entries;
  private final DirectoryService provisions;
  private final ServiceStore services;
  private final Postcodes postcodes;

  DirectoryWork(
      EntryService entries,
      DirectoryService provisions,
      ServiceStore services,
      Postcodes postcodes) {
    this.entries = entries;
    this.provisions = provisions;
    this.services = services;
    this.postcodes = postcodes;
  }

  /** Learns where postcodes are, whatever was known of them. */
  public Future<Void> learn(List<KnownPostcode> all) {
    return postcodes.learn(all);
  }

  /**
   * Whether each of these services has been made and published, whatever has become of it since.
   */
  public Future<Boolean> isDone(List<String> serviceIds) {
    return services
        .entries()
        .all(serviceIds)
        .map(
            found ->
                found.stream()
                    .filter(one -> one.edition() >= STEPS)
                    .map(Provision::id)
                    .collect(Collectors.toSet())
                    .containsAll(serviceIds));
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
          entries.makeMissing(id, read(content, OrganisationContent.class), caller);
      case LOCATION -> entries.makeMissing(id, read(content, LocationContent.class), caller);
      case TAXONOMY -> entries.makeMissing(id, read(content, TaxonomyContent.class), caller);
      case SERVICE ->
          services
              .entries()
              .find(id)
              .compose(
                  found ->
                      found.isPresent()
                          ? Future.succeededFuture()
                          : provisions
                              .put(
                                  id, read(content, ServiceContent.class), Optional.empty(), caller)
                              .mapEmpty());
    };
  }

  private static <T> T read(JsonNode content, Class<T> type) {
    return DirectoryReplies.content(content, type);
  }

  /** Says that a service was checked today, and lets everybody find it, if that is still to do. */
  public Future<Void> publish(String serviceId, Caller caller) {
    return services
        .entries()
        .find(serviceId)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            found ->
                found.edition() >= STEPS
                    ? Future.succeededFuture()
                    : provisions
                        .assure(serviceId, caller)
                        .compose(assured -> provisions.publish(serviceId, caller))
                        .mapEmpty());
  }
}
