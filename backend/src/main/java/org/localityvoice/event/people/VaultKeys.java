package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Collected;
import org.localityvoice.seal.KeyWrap;

/**
 * The keys that collected data are sealed under: one for each kind, derived from the master key of
 * the configuration. Without a master key they are derived from a random one that lies in the
 * store; then a copy of the rows alone tells nothing, but a copy of the whole store tells
 * everything. What was sealed before there was a master key stays readable.
 */
final class VaultKeys {
  static final String MASTER = "master";
  static final String STORE = "store";
  private static final String CHECK = "event.people";
  private static final String IN_STORE = "s:";
  private static final int BYTES = 32;

  private final VaultKeyStore store;
  private final Optional<KeyWrap> master;
  private final SecureRandom random;

  /** Keys never change once they are there, so they are read once. */
  private volatile @Nullable Ready known;

  VaultKeys(VaultKeyStore store, Optional<KeyWrap> master, SecureRandom random) {
    this.store = store;
    this.master = master;
    this.random = random;
  }

  /**
   * Keys that are ready to work.
   *
   * @param stored from the store; absent where none was ever needed there
   */
  record Ready(Optional<KeyWrap> master, @Nullable KeyWrap stored) {
    /** Seals a part of the row {@code place}. */
    String seal(Collected kind, String place, String text) {
      return seal(name(kind), place, text);
    }

    /** Seals something under the key of a name. */
    String seal(String name, String place, String text) {
      return master
          .map(wrap -> "m:" + wrap.seal(name, place, text))
          .orElseGet(() -> IN_STORE + inStore().seal(name, place, text));
    }

    static boolean isInStore(String sealed) {
      return sealed.startsWith(IN_STORE);
    }

    /**
     * Opens it.
     *
     * @throws IllegalStateException when it was sealed under another key, or elsewhere
     */
    String open(Collected kind, String place, String sealed) {
      return open(name(kind), place, sealed);
    }

    /** The same under the key of a name. */
    String open(String name, String place, String sealed) {
      var wrap = sealed.startsWith("m:") ? master.orElseThrow() : inStore();
      return wrap.open(name, place, sealed.substring(2))
          .orElseThrow(() -> new IllegalStateException("collected data do not open"));
    }

    /** A digest that nobody can make who has not got the key. */
    String digest(String text) {
      return master.orElseGet(this::inStore).digest(CHECK + "/digest", text);
    }

    private KeyWrap inStore() {
      if (stored == null) {
        throw new IllegalStateException("there is no key in the store");
      }
      return stored;
    }

    private static String name(Collected kind) {
      return CHECK + "/" + kind.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why this server cannot read what its store holds, as a plain clause; empty when it can. */
  Future<Optional<String>> fault() {
    return store
        .find(MASTER)
        .map(
            check ->
                check
                    .filter(one -> master.flatMap(wrap -> wrap.open(CHECK, one.text())).isEmpty())
                    .map(
                        one ->
                            master.isPresent()
                                ? "seal.key does not fit the data collected for sessions"
                                : "seal.key is missing: data collected for sessions need it"));
  }

  /** The keys, made where there are none. */
  Future<Ready> ready() {
    var there = known;
    return there == null ? read() : Future.succeededFuture(there);
  }

  /**
   * The keys for opening something. Where another instance, which has no master key yet, has made
   * one in the store since, they are read anew.
   */
  Future<Ready> ready(Collection<String> sealed) {
    return ready()
        .compose(
            there ->
                there.stored() == null && sealed.stream().anyMatch(Ready::isInStore)
                    ? read()
                    : Future.succeededFuture(there));
  }

  private Future<Ready> read() {
    return master
        .map(
            wrap -> made(MASTER, () -> wrap.seal(CHECK, CHECK)).compose(there -> store.find(STORE)))
        .orElseGet(() -> made(STORE, this::draw).map(Optional::of))
        .map(found -> new Ready(master, found.map(key -> new KeyWrap(bytes(key))).orElse(null)))
        .onSuccess(there -> known = there);
  }

  private Future<VaultKey> made(String id, Supplier<String> text) {
    return store
        .find(id)
        .compose(
            found ->
                found
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            store
                                .add(new VaultKey(id, text.get()))
                                .compose(added -> store.find(id))
                                .map(Optional::orElseThrow)));
  }

  private String draw() {
    var key = new byte[BYTES];
    random.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private static byte[] bytes(VaultKey key) {
    return Base64.getDecoder().decode(key.text());
  }
}
