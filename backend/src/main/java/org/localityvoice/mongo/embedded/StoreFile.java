package org.localityvoice.mongo.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * The file. It is changed, committed and tidied by one thread only; nothing is written to it but by
 * {@link #commit}, so a commit never holds half of a write.
 */
final class StoreFile implements AutoCloseable {
  private static final int FORMAT = 1;
  private static final String NAME = "store.mv";
  private static final String DOCUMENTS = "documents:";
  private static final String INDEX = "index:";
  private static final int SMALL = 8 << 20;
  private static final int GOOD_FILL = 70;
  private static final int POOR_FILL = 33;
  private static final int MOST_STEPS_AT_CLOSE = 64;
  private static final long NANOS_TO_TIDY_AT_CLOSE = TimeUnit.SECONDS.toNanos(2);

  private final MVStore store;

  /** Keeps what the disk holds for sure from being overwritten before the next sync. */
  private MVStore.@Nullable TxCounter synced;

  private StoreFile(MVStore store) {
    this.store = store;
  }

  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  static StoreFile open(Path folder, int cacheMebibytes) throws StoreUnavailableException {
    Path path = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new StoreUnavailableException("The data folder " + path + " cannot be created.", e);
    }
    if (!Files.isWritable(path)) {
      throw new StoreUnavailableException("The data folder " + path + " cannot be written to.");
    }
    try {
      MVStore store =
          new MVStore.Builder()
              .fileName(path.resolve(NAME).toString())
              .cacheSize(cacheMebibytes)
              // Never in the midst of a write, neither by a timer nor when memory fills.
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .open();
      return new StoreFile(store).checked(path);
    } catch (MVStoreException e) {
      throw StoreUnavailableException.of(path, e);
    }
  }

  private StoreFile checked(Path path) throws StoreUnavailableException {
    int format = store.getStoreVersion();
    if (format > FORMAT || store.isReadOnly()) {
      store.closeImmediately();
      throw new StoreUnavailableException(
          format > FORMAT
              ? "The data in " + path + " was written by a newer version of this program."
              : "The file store.mv in " + path + " cannot be written to.");
    }
    if (format == 0) {
      store.setStoreVersion(FORMAT);
    }
    // Space is used again as soon as no reader needs it, and, see sync(), the disk does not.
    store.setRetentionTime(0);
    commit();
    sync();
    return this;
  }

  /** The documents of a collection, by position. */
  MVMap<Long, byte[]> documents(String namespace) {
    return store.openMap(
        DOCUMENTS + namespace,
        new MVMap.Builder<Long, byte[]>()
            .keyType(LongDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  MVMap<Key, Boolean> entries(String namespace, String index) {
    return store.openMap(
        INDEX + namespace + ":" + index,
        new MVMap.Builder<Key, Boolean>().keyType(new Key.Type()).valueType(new Key.Nothing()));
  }

  /** For each index whether it is built, and how. */
  MVMap<String, String> indexStates() {
    return store.openMap("index-states");
  }

  void removeDocuments(String namespace) {
    store.removeMap(DOCUMENTS + namespace);
  }

  void removeEntries(String namespace, String index) {
    store.removeMap(INDEX + namespace + ":" + index);
  }

  Set<String> databases() {
    return store.getMapNames().stream()
        .filter(name -> name.startsWith(DOCUMENTS))
        .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
        .collect(Collectors.toSet());
  }

  long size() {
    return store.getFileStore().size();
  }

  /** Reads, while nothing that can be read now is overwritten. */
  <T> T read(Supplier<T> reading) {
    MVStore.TxCounter usage = store.registerVersionUsage();
    try {
      return reading.get();
    } finally {
      store.deregisterVersionUsage(usage);
    }
  }

  /** Puts all changes so far into the file; they outlive the process then. */
  void commit() {
    store.commit();
  }

  /** Counts the commits. */
  long version() {
    return store.getCurrentVersion();
  }

  /** Puts what is in the file onto the disk; it outlives a power cut then. */
  void sync() {
    store.sync();
    MVStore.TxCounter before = synced;
    synced = store.registerVersionUsage();
    release(before);
  }

  private void release(MVStore.@Nullable TxCounter usage) {
    if (usage != null) {
      store.deregisterVersionUsage(usage);
    }
  }

  /** Whether much of the file is no longer needed. */
  boolean isUntidy() {
    return store.getFileStore().getChunksFillRate() < GOOD_FILL || isLoose();
  }

  private boolean isLoose() {
    var file = store.getFileStore();
    return file.size() > SMALL && file.getFillRate() * file.getChunksFillRate() < 100 * POOR_FILL;
  }

  /**
   * Writes about a mebibyte of what lies scattered anew, so that its old place becomes free, and
   * the file ends sooner. Nothing is moved in place: a kill in the midst finds all as it was.
   */
  void tidy() {
    store.compact(isLoose() ? 101 : GOOD_FILL, 1 << 20);
    commit();
  }

  boolean isOpen() {
    return !store.isClosed();
  }

  /** Lets go of the file without writing to it again. */
  void abandon() {
    store.closeImmediately();
  }

  @Override
  public void close() {
    if (!store.isClosed()) {
      release(synced);
      long end = System.nanoTime() + NANOS_TO_TIDY_AT_CLOSE;
      for (int i = 0; i < MOST_STEPS_AT_CLOSE && isUntidy() && System.nanoTime() < end; i++) {
        tidy();
      }
      store.close();
    }
  }
}
