package org.localityvoice.media;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the pixels are. Every instance that shares the store sees the same. */
interface PhotoFiles {
  /** Keeps files; durable when it completes. */
  Future<Void> write(String photo, int edition, Map<Rendition, Buffer> files);

  Future<Optional<Buffer>> read(String photo, int edition, Rendition rendition);

  /** Takes away these renditions of every edition from one to another, both included. */
  Future<Void> remove(String photo, int from, int to, Set<Rendition> renditions);
}
