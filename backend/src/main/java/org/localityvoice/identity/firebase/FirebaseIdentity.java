package org.localityvoice.identity.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.firebase.auth.FirebaseAuthException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-in by Firebase Authentication: bearer tokens are Firebase ID tokens.
 *
 * <p>A verified token is remembered by its SHA-256 digest until it expires. Holders of a staff role
 * are also looked up for revocation: at each write, and for reads when the last look-up is older
 * than thirty seconds. A role that is taken away from the claims stays in tokens already handed out
 * for up to an hour, so whoever takes one away also revokes the user's refresh tokens.
 *
 * <p>Fails with {@code not-signed-in} for any token that is not good, and with {@code unavailable}
 * where Firebase cannot be asked. Neither tokens nor uids nor claims are ever logged.
 */
public final class FirebaseIdentity implements Identity, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FirebaseIdentity.class);

  /** How old an answer about revocation may be for a read. */
  static final Duration RECENT = Duration.ofSeconds(30);

  private static final int MOST_REMEMBERED = 50_000;
  private static final int THREADS = 4;
  private static final int MOST_WAITING = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AutoCloseable sdk;
  private final TokenVerifier verifier;
  private final InstantSource clock;
  private final HolderCache verified;
  private final HolderCache recentlyChecked;
  private final ThreadPoolExecutor workers;
  private final AtomicBoolean reachable = new AtomicBoolean(true);

  FirebaseIdentity(TokenVerifier verifier, AutoCloseable sdk, InstantSource clock) {
    this.verifier = verifier;
    this.sdk = sdk;
    this.clock = clock;
    this.verified = new HolderCache(clock, MOST_REMEMBERED);
    this.recentlyChecked = new HolderCache(clock, MOST_REMEMBERED);
    this.workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            SdkThreads.daemons("identity"));
    workers.allowCoreThreadTimeOut(true);
  }

  /**
   * Sign-in by the Firebase project of the settings. Nothing is loaded yet.
   *
   * @param clock tells how long answers are remembered; the tokens' own times are checked by the
   *     SDK against the system's clock, with five minutes' tolerance
   */
  public static FirebaseIdentity of(FirebaseSettings settings, InstantSource clock) {
    var sdk = new AdminSdk(settings);
    return new FirebaseIdentity(sdk, sdk, clock);
  }

  @Override
  public Future<Caller> holderOf(String token, boolean mayBeRecent) {
    var digest = digest(token);
    var holder =
        verified
            .get(digest, () -> verify(token, false))
            .thenCompose(
                known ->
                    known.caller().staff()
                        ? checked(digest, token, mayBeRecent)
                        : CompletableFuture.completedFuture(known));
    return here(holder.thenApply(Holder::caller));
  }

  /** Refuses further questions and lets the SDK's threads go. */
  @Override
  public void close() {
    workers.shutdownNow();
    try {
      sdk.close();
    } catch (Exception e) {
      LOG.warn("Firebase sign-in did not close cleanly: {}", e.getClass().getSimpleName());
    }
  }

  private CompletableFuture<Holder> checked(String digest, String token, boolean mayBeRecent) {
    if (mayBeRecent) {
      return recentlyChecked.get(digest, () -> check(token));
    }
    return check(token)
        .whenComplete(
            (holder, failure) -> {
              if (failure == null) {
                recentlyChecked.put(digest, holder);
              } else {
                recentlyChecked.forget(digest);
              }
            });
  }

  private CompletableFuture<Holder> check(String token) {
    // Counted from before the question: what changes while it is under way may be missed.
    var until = clock.instant().plus(RECENT);
    return verify(token, true).thenApply(holder -> holder.atMostUntil(until));
  }

  private CompletableFuture<Holder> verify(String token, boolean checkRevoked) {
    if (!TokenShape.plausible(token)) {
      return CompletableFuture.failedFuture(Refusals.notSignedIn());
    }
    try {
      return CompletableFuture.supplyAsync(() -> verifyHere(token, checkRevoked), workers)
          .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(Refusals.unavailable());
    }
  }

  private Holder verifyHere(String token, boolean checkRevoked) {
    try {
      var holder = verifier.verify(token, checkRevoked);
      if (reachable.compareAndSet(false, true)) {
        LOG.info("Firebase sign-in works again");
      }
      return holder;
    } catch (FirebaseAuthException | IOException | RuntimeException e) {
      if (Refusals.badToken(e)) {
        throw Refusals.notSignedIn();
      }
      if (reachable.compareAndSet(true, false)) {
        LOG.warn("Firebase sign-in cannot verify tokens: {}", Refusals.name(e));
      }
      throw Refusals.unavailable();
    }
  }

  /** Completes on the caller's own context, as the bridge to the store does. */
  private static <T> Future<T> here(CompletableFuture<T> stage) {
    var context = Vertx.currentContext();
    var future =
        context == null || stage.isDone()
            ? Future.fromCompletionStage(stage)
            : Future.fromCompletionStage(stage, context);
    return future.recover(failure -> Future.failedFuture(problem(failure)));
  }

  private static Throwable problem(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof TimeoutException ? Refusals.unavailable() : cause;
  }

  private static String digest(String token) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
