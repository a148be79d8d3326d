package org.localityvoice.identity.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Short-lived tokens for evaluation and development: {@code payload.signature}, where the payload
 * is base64url of {@code <expiry in epoch seconds>:<uid>} and the signature is base64url of its
 * HMAC-SHA256. A token says who, never what they may do.
 */
public final class LocalTokens {
  /** How long a token is good for. */
  public static final Duration LIFE = Duration.ofHours(1);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 16;
  private static final int LONGEST_TOKEN = 1024;
  private static final int MOST_REMEMBERED = 10_000;

  private final SecretKeySpec key;
  private final InstantSource clock;
  // Only tokens whose signature was good; whether one has expired is asked each time.
  private final Cache<String, Content> verified =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterWrite(LIFE)
          .executor(Runnable::run)
          .build();

  /**
   * @param key the signing key, at least 16 bytes
   * @param clock tells when a token expires
   */
  public LocalTokens(byte[] key, InstantSource clock) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "the key for local tokens needs at least " + SHORTEST_KEY + " bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.clock = clock;
  }

  /**
   * A token with its end.
   *
   * @param text what to send as the bearer token
   * @param expiresAt when it stops being good, in whole seconds
   */
  public record Token(String text, Instant expiresAt) {}

  private record Content(String uid, Instant expiresAt) {}

  /** Makes a token for any uid; one that is no persona is a plain resident. */
  public Token issue(String uid) {
    var expiresAt = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
    var payload = encode((expiresAt.getEpochSecond() + ":" + uid).getBytes(UTF_8));
    return new Token(payload + "." + signature(payload), expiresAt);
  }

  /** The uid a token vouches for; empty when it is not one of ours, or has expired. */
  Optional<String> uid(String token) {
    var known = verified.getIfPresent(token);
    var content = known == null ? verified(token) : Optional.of(known);
    return content
        .filter(good -> clock.instant().isBefore(good.expiresAt()))
        .map(
            good -> {
              if (known == null) {
                verified.put(token, good);
              }
              return good.uid();
            });
  }

  private Optional<Content> verified(String token) {
    var dot = token.indexOf('.');
    if (dot < 0 || token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    var payload = token.substring(0, dot);
    // The texts are compared, not the decoded bytes: several texts decode to the same bytes.
    var given = token.substring(dot + 1).getBytes(UTF_8);
    if (!MessageDigest.isEqual(signature(payload).getBytes(US_ASCII), given)) {
      return Optional.empty();
    }
    var content = new String(Base64.getUrlDecoder().decode(payload), UTF_8);
    var colon = content.indexOf(':');
    var expiresAt = Instant.ofEpochSecond(Long.parseLong(content.substring(0, colon)));
    return Optional.of(new Content(content.substring(colon + 1), expiresAt));
  }

  private String signature(String payload) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return encode(mac.doFinal(payload.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
