package org.localityvoice.media;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** The work on a photo by itself, for the benchmark. */
public final class PhotoWork {
  private final Workers workers;

  public PhotoWork(Vertx vertx) {
    workers = new Workers(vertx);
  }

  /** What comes out, full size. */
  public static byte[] develop(byte[] file) {
    return Darkroom.develop(file).full();
  }

  /** The same where the server does it. */
  public Future<byte[]> developInPool(byte[] file) {
    return workers.run(() -> develop(file));
  }
}
