package org.localityvoice.identity.firebase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the holders of tokens by the token's digest, each until its own time, and lets
 * concurrent questions about one token share one answer. Refusals are not remembered.
 */
final class HolderCache {
  /** No token lives longer than an hour; this only frees memory, {@link Holder#until} decides. */
  private static final Duration LONGEST = Duration.ofMinutes(65);

  private final Cache<String, Holder> remembered;
  private final ConcurrentMap<String, CompletableFuture<Holder>> underWay =
      new ConcurrentHashMap<>();
  private final InstantSource clock;

  HolderCache(InstantSource clock, int most) {
    this.clock = clock;
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterWrite(LONGEST)
            .executor(Runnable::run)
            .build();
  }

  /** The remembered holder, else what the question that is under way or asked now brings. */
  CompletableFuture<Holder> get(String digest, Supplier<CompletableFuture<Holder>> ask) {
    var known = known(digest);
    if (known != null) {
      return known;
    }
    var mine = new CompletableFuture<Holder>();
    var other = underWay.putIfAbsent(digest, mine);
    if (other != null) {
      return other;
    }
    // Asked again, since an answer may have come in between: it is remembered before it stops
    // being under way.
    var sinceThen = known(digest);
    return (sinceThen == null ? ask.get() : sinceThen)
        .whenComplete((holder, failure) -> settle(digest, mine, holder, failure));
  }

  void put(String digest, Holder holder) {
    remembered.put(digest, holder);
  }

  void forget(String digest) {
    remembered.invalidate(digest);
  }

  private void settle(
      String digest,
      CompletableFuture<Holder> waiting,
      @Nullable Holder holder,
      @Nullable Throwable failure) {
    if (holder == null) {
      underWay.remove(digest, waiting);
      waiting.completeExceptionally(Objects.requireNonNull(failure));
    } else {
      remembered.put(digest, holder);
      underWay.remove(digest, waiting);
      waiting.complete(holder);
    }
  }

  private @Nullable CompletableFuture<Holder> known(String digest) {
    var holder = remembered.getIfPresent(digest);
    return holder != null && clock.instant().isBefore(holder.until())
        ? CompletableFuture.completedFuture(holder)
        : null;
  }
}
