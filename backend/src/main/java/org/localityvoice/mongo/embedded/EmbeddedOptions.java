package org.localityvoice.mongo.embedded;

/**
 * How the embedded store uses the machine.
 *
 * @param cacheMebibytes memory for pages of the file, in MiB
 * @param syncToDisk whether each acknowledged write has also reached the disk itself, so that it
 *     survives a power cut; without it, it survives the death of the process, and a power cut costs
 *     about a second of writes
 */
public record EmbeddedOptions(int cacheMebibytes, boolean syncToDisk) {
  public EmbeddedOptions {
    if (cacheMebibytes < 1) {
      throw new IllegalArgumentException("the cache needs at least 1 MiB");
    }
  }

  /** A cache of 64 MiB, no waiting for the disk. */
  public static EmbeddedOptions defaults() {
    return new EmbeddedOptions(64, false);
  }
}
