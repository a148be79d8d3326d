package org.localityvoice.identity.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Keys that other systems call with, in place of a person who signs in. A key that was looked up is
 * remembered for a few seconds, so one that was revoked may open its door that much longer.
 */
public final class ApiKeys {
  /** Reporting by GeoReport v2. */
  public static final String OPEN311 = "open311";

  /** Everything that a key can open. */
  public static final Set<String> SCOPES = Set.of(OPEN311);

  static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST_REMEMBERED = 10_000;
  private static final String CODE = "api-key";

  private final ApiKeyStore store;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Cache<String, ApiKey> remembered;

  /** Keys in this store. */
  public ApiKeys(Mongo mongo, InstantSource clock, SecureRandom random) {
    this.store = new ApiKeyStore(mongo);
    this.clock = clock;
    this.random = random;
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  /**
   * A key that was just made.
   *
   * @param text the key itself; kept nowhere, so this is the time to show it
   */
  public record Made(ApiKey key, String text) {
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /** Makes a key. */
  public Future<Made> create(String name, List<String> scopes, Optional<String> organisation) {
    var text = ApiKeyText.draw(random);
    @Nullable String actsFor = organisation.orElse(null);
    var key =
        new ApiKey(
            ApiKeyText.drawId(random),
            ApiKeyText.hash(text),
            name,
            scopes,
            actsFor,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            null);
    return store.add(key).map(new Made(key, text));
  }

  /** Every key, revoked ones included, the oldest first. */
  public Future<List<ApiKey>> all() {
    return store.all();
  }

  /** Revokes a key for good, which may be done twice; false when there is none of that id. */
  public Future<Boolean> revoke(String id) {
    return store.revoke(id, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * The key somebody calls with.
   *
   * @return fails with the problem {@code api-key} (403), the same for a key that is unknown,
   *     revoked or for something else
   */
  public Future<ApiKey> holder(String text, String scope) {
    if (!ApiKeyText.isOne(text)) {
      return Future.failedFuture(refused());
    }
    var hash = ApiKeyText.hash(text);
    var known = remembered.getIfPresent(hash);
    var found =
        known != null
            ? Future.succeededFuture(Optional.of(known))
            : store.byHash(hash).onSuccess(key -> key.ifPresent(k -> remembered.put(hash, k)));
    return found.map(key -> key.filter(k -> k.opens(scope)).orElseThrow(ApiKeys::refused));
  }

  private static Problem refused() {
    return Problem.of(ProblemType.FORBIDDEN, CODE);
  }
}
