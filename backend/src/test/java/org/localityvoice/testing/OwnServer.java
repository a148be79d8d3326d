package org.localityvoice.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import org.localityvoice.mongo.embedded.StoreUnavailableException;

/**
 * An embedded store of one test's own, opened when it is first asked for. One for all tests would
 * become slower with each: a commit looks at every collection, also at those of tests long over.
 */
final class OwnServer implements Closeable {
  private static final String FILE = "store.mv";

  private Optional<Path> folder = Optional.empty();
  private Optional<EmbeddedStore> store = Optional.empty();

  synchronized String address() {
    if (store.isEmpty()) {
      try {
        store = Optional.of(EmbeddedStore.open(folder(), EmbeddedOptions.defaults()));
      } catch (StoreUnavailableException e) {
        throw new IllegalStateException(e);
      }
    }
    return store.get().connectionString();
  }

  /** Begins with a copy of what another folder's store holds; false when this one has begun. */
  synchronized boolean beginsAs(Path other) {
    if (store.isPresent()) {
      return false;
    }
    try {
      Files.copy(other.resolve(FILE), folder().resolve(FILE));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    if (folder.isEmpty()) {
      try {
        folder = Optional.of(Files.createTempDirectory("store"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder.get();
  }

  @Override
  public synchronized void close() throws IOException {
    store.ifPresent(EmbeddedStore::close);
    if (folder.isPresent()) {
      Files.deleteIfExists(folder.get().resolve(FILE));
      Files.delete(folder.get());
    }
  }
}
