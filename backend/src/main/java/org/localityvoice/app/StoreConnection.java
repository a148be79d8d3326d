package org.localityvoice.app;

import java.util.Optional;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import org.localityvoice.mongo.embedded.StoreUnavailableException;

/** The store: a MongoDB, or the embedded one in the data folder. */
final class StoreConnection implements AutoCloseable {
  private final Optional<EmbeddedStore> embedded;
  private final Mongo mongo;

  private StoreConnection(Optional<EmbeddedStore> embedded, Mongo mongo) {
    this.embedded = embedded;
    this.mongo = mongo;
  }

  /**
   * Opens it; blocks.
   *
   * @throws StartFailure when the data folder cannot be used
   */
  static StoreConnection open(Settings settings) {
    if (settings.mongodbUri().isPresent()) {
      return new StoreConnection(Optional.empty(), connect(settings.mongodbUri().get()));
    }
    try {
      var store = EmbeddedStore.open(settings.dataFolder(), settings.embedded());
      return new StoreConnection(Optional.of(store), connect(store.connectionString()));
    } catch (StoreUnavailableException e) {
      throw new StartFailure(String.valueOf(e.getMessage()));
    }
  }

  private static Mongo connect(String uri) {
    try {
      return Mongo.connect(uri);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("Bad configuration: mongodb.uri is not a MongoDB connection string.");
    }
  }

  Mongo mongo() {
    return mongo;
  }

  /** Where the data are, for people; never with a password in it. */
  static String place(Settings settings) {
    return settings
        .mongodbUri()
        .map(uri -> "MongoDB at " + String.join(", ", Mongo.hosts(uri)))
        .orElseGet(() -> "folder " + settings.dataFolder().toAbsolutePath().normalize());
  }

  @Override
  public void close() {
    mongo.close();
    embedded.ifPresent(EmbeddedStore::close);
  }
}
