package org.localityvoice.survey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The two keys of each wave. The <em>ballot key</em> makes and knows ballots; it could tell who
 * took part, and is destroyed when closing begins. The <em>answer key</em> opens answers that are
 * not counted yet; it is destroyed when all are.
 *
 * <p>With a master key ({@code seal.key}) both lie outside the store, one file each, and are
 * overwritten and deleted. Without one they lie in the wave's document and are removed from it.
 */
final class WaveKeys {
  private static final int KEY_BYTES = 32;
  // Another instance may still know a key for so long after it was destroyed, and uses it for
  // nothing, because a closed wave is asked for none.
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final String BALLOTS = "ballots";
  private static final String ANSWERS = "answers";

  private final Vertx vertx;
  private final Optional<KeyFiles> files;
  private final Random random;
  private final Cache<String, Open> recent =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(REMEMBERED).build();

  WaveKeys(Vertx vertx, Optional<KeyFiles> files, Random random) {
    this.vertx = vertx;
    this.files = files;
    this.random = random;
  }

  /** What a new wave's document holds of its keys: both, or that they are elsewhere. */
  record Made(@Nullable String ballots, @Nullable String answers, boolean elsewhere) {}

  /** Both keys at work. */
  record Open(BallotBox box, AnswerSeal seal) {}

  /** Keys for a new wave; those of an earlier try where that was cut off. */
  Future<Made> make(String wave) {
    if (files.isEmpty()) {
      return Future.succeededFuture(new Made(fresh(), fresh(), false));
    }
    return vertx.executeBlocking(
        () -> {
          files.get().make(wave, BALLOTS, fresh());
          files.get().make(wave, ANSWERS, fresh());
          return new Made(null, null, true);
        });
  }

  private String fresh() {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The keys of a wave that is not closing; empty once they are destroyed. */
  Future<Optional<Open>> open(Wave wave) {
    if (!wave.state().beforeClosing()) {
      return Future.succeededFuture(Optional.empty());
    }
    if (!wave.keysElsewhere()) {
      var secret = wave.secret();
      return Future.succeededFuture(
          Optional.ofNullable(secret).map(key -> new Open(new BallotBox(key), inDocument(wave))));
    }
    var known = recent.getIfPresent(wave.id());
    if (known != null) {
      return Future.succeededFuture(Optional.of(known));
    }
    return vertx
        .executeBlocking(
            () ->
                read(wave, BALLOTS)
                    .flatMap(
                        ballots ->
                            read(wave, ANSWERS)
                                .map(
                                    answers ->
                                        new Open(new BallotBox(ballots), new AnswerSeal(answers)))))
        .onSuccess(found -> found.ifPresent(keys -> recent.put(wave.id(), keys)));
  }

  /** What opens the answers of a wave that are not counted yet. */
  Future<AnswerSeal> answers(Wave wave) {
    return wave.keysElsewhere()
        ? vertx.executeBlocking(
            () ->
                read(wave, ANSWERS)
                    .map(AnswerSeal::new)
                    .orElseThrow(
                        () -> new IllegalStateException("wave " + wave.id() + " lost its key")))
        : Future.succeededFuture(inDocument(wave));
  }

  private static AnswerSeal inDocument(Wave wave) {
    var key = wave.answerKey();
    return key == null ? AnswerSeal.open(wave.id()) : new AnswerSeal(key);
  }

  private Optional<String> read(Wave wave, String name) {
    return files.orElseThrow().read(wave.id(), name);
  }

  /** Destroys what could tell who took part. The document's own copy goes with its next state. */
  Future<Void> destroyBallots(Wave wave) {
    return destroy(wave, BALLOTS);
  }

  /** Destroys what could open a sealed answer. */
  Future<Void> destroyAnswers(Wave wave) {
    return destroy(wave, ANSWERS);
  }

  private Future<Void> destroy(Wave wave, String name) {
    recent.invalidate(wave.id());
    if (!wave.keysElsewhere()) {
      return Future.succeededFuture();
    }
    return vertx.executeBlocking(
        () -> {
          files.orElseThrow().destroy(wave.id(), name);
          return null;
        });
  }

  /**
   * What keeps this server from working with these waves; blocks.
   *
   * @return plain sentences, none when all keys are there
   */
  List<String> faults(List<Wave> waves) {
    var faults = new ArrayList<String>();
    for (var wave : waves) {
      if (wave.keysElsewhere() && wave.state() != WaveState.CLOSED) {
        if (files.isEmpty()) {
          faults.add("wave " + wave.id() + " is sealed, and seal.key is not set");
        } else if (wave.state().beforeClosing() && missing(wave)) {
          faults.add("the keys of the sealed wave " + wave.id() + " are not in seal.folder");
        }
      }
    }
    return faults;
  }

  private boolean missing(Wave wave) {
    return List.of(BALLOTS, ANSWERS).stream().anyMatch(name -> read(wave, name).isEmpty());
  }
}
