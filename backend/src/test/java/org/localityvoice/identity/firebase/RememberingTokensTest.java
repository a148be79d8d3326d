package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Refused;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Wait;

/** Verification is done once for each token, and only as long as the token lives. */
class RememberingTokensTest {
  private static SigningKey key;

  private final HandClock clock = new HandClock(Instant.now());
  private final AtomicInteger verifications = new AtomicInteger();
  private final AtomicBoolean onEventLoop = new AtomicBoolean();
  private final CountDownLatch gate = new CountDownLatch(1);
  private FirebaseIdentity identity;
  private TestTokens ana;

  @BeforeAll
  static void makeKey() {
    key = SigningKey.make();
  }

  @BeforeEach
  void start() {
    var sdk = new FakeGoogle(key).sdk();
    TokenVerifier counted =
        (token, checkRevoked) -> {
          verifications.incrementAndGet();
          onEventLoop.compareAndSet(false, Context.isOnEventLoopThread());
          return sdk.verify(token, checkRevoked);
        };
    identity = new FirebaseIdentity(counted, sdk, clock);
    ana = TestTokens.of(key, "ana");
  }

  @AfterEach
  void stop() {
    identity.close();
  }

  @Test
  void a_hundred_calls_with_one_token_verify_it_once() {
    for (int i = 0; i < 100; i++) {
      Wait.forResult(identity.holderOf(ana.token(), i % 2 == 0));
    }
    assertThat(verifications).hasValue(1);
  }

  @Test
  void a_hundred_calls_at_once_share_one_verification() {
    var held = new AtomicInteger();
    TokenVerifier slow =
        (token, checkRevoked) -> {
          held.incrementAndGet();
          waitFor(gate);
          return new Holder(Caller.resident("ana"), clock.instant().plusSeconds(60));
        };
    try (var gated = new FirebaseIdentity(slow, () -> {}, clock)) {
      var calls = IntStream.range(0, 100).mapToObj(i -> gated.holderOf(ana.token(), true)).toList();
      gate.countDown();
      Wait.forResult(Future.all(new ArrayList<>(calls)));
      assertThat(held).hasValue(1);
    }
  }

  @Test
  void from_its_expiry_on_a_token_is_verified_each_time() {
    var token = ana.token();
    Wait.forResult(identity.holderOf(token, true));
    clock.advance(Duration.between(clock.instant(), ana.expires()).minusMillis(1));
    Wait.forResult(identity.holderOf(token, true));
    assertThat(verifications).hasValue(1);
    clock.advance(Duration.ofMillis(1));
    Wait.forResult(identity.holderOf(token, true));
    Wait.forResult(identity.holderOf(token, true));
    assertThat(verifications).hasValue(3);
  }

  @Test
  void a_refusal_is_not_remembered() {
    var expired = ana.shifted(-4000).token();
    Refused.problem(identity.holderOf(expired, true));
    Refused.problem(identity.holderOf(expired, true));
    assertThat(verifications).hasValue(2);
  }

  @Test
  void rubbish_is_refused_without_any_verification() {
    Refused.problem(identity.holderOf("rubbish", true));
    assertThat(verifications).hasValue(0);
  }

  @Test
  void no_more_tokens_are_remembered_than_there_is_room_for() {
    var cache = new HolderCache(clock, 10);
    var asked = new AtomicInteger();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 1000; i++) {
        var answer =
            cache.get(
                "token-" + i,
                () -> {
                  asked.incrementAndGet();
                  return CompletableFuture.completedFuture(
                      new Holder(Caller.resident("x"), clock.instant().plusSeconds(60)));
                });
        assertThat(answer).isCompleted();
      }
    }
    assertThat(asked.get()).isGreaterThanOrEqualTo(2000 - 10);
  }

  @Test
  void answers_come_on_the_callers_own_context_and_verification_never_runs_there() {
    var vertx = Vertx.vertx();
    try {
      var answeredOnContext = new CompletableFuture<Boolean>();
      vertx.runOnContext(
          ignored -> {
            var context = Vertx.currentContext();
            identity
                .holderOf(ana.token(), true)
                .onComplete(
                    done ->
                        answeredOnContext.complete(
                            done.succeeded() && Vertx.currentContext() == context));
          });
      assertThat(Wait.forResult(Future.fromCompletionStage(answeredOnContext))).isTrue();
      assertThat(verifications).hasValue(1);
      assertThat(onEventLoop).isFalse();
    } finally {
      Wait.forResult(vertx.close());
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      var opened = latch.await(20, TimeUnit.SECONDS);
      latch.countDown();
      assertThat(opened).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
