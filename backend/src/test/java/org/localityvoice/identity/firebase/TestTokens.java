package org.localityvoice.identity.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes ID tokens as Firebase does, and as it does not. Each change gives a new maker. */
record TestTokens(SigningKey key, Map<String, Object> header, Map<String, Object> claims) {
  static final String PROJECT = "demo-locality-voice";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A good token's maker: made a minute ago, good for another 59 minutes. */
  static TestTokens of(SigningKey key, String uid) {
    var now = Instant.now().getEpochSecond();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", "https://securetoken.google.com/" + PROJECT);
    claims.put("aud", PROJECT);
    claims.put("auth_time", now - 60);
    claims.put("user_id", uid);
    claims.put("sub", uid);
    claims.put("iat", now - 60);
    claims.put("exp", now + 59 * 60);
    claims.put("firebase", Map.of("identities", Map.of(), "sign_in_provider", "password"));
    return new TestTokens(key, Map.of("alg", "RS256", "kid", "one", "typ", "JWT"), claims);
  }

  TestTokens with(String claim, Object value) {
    return new TestTokens(key, header, plus(claims, claim, value));
  }

  TestTokens without(String claim) {
    var fewer = new LinkedHashMap<>(claims);
    fewer.remove(claim);
    return new TestTokens(key, header, fewer);
  }

  TestTokens withHeader(String name, Object value) {
    return new TestTokens(key, plus(header, name, value), claims);
  }

  TestTokens withoutHeader(String name) {
    var fewer = new LinkedHashMap<>(header);
    fewer.remove(name);
    return new TestTokens(key, fewer, claims);
  }

  TestTokens shifted(long seconds) {
    return with("iat", (Long) claims.get("iat") + seconds)
        .with("exp", (Long) claims.get("exp") + seconds);
  }

  Instant issued() {
    return Instant.ofEpochSecond((Long) claims.get("iat"));
  }

  Instant expires() {
    return Instant.ofEpochSecond((Long) claims.get("exp"));
  }

  /** The signed token. */
  String token() {
    try {
      var signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key.secret());
      signer.update(content().getBytes(UTF_8));
      return content() + "." + encode(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The same without a signature, as an emulator makes it. */
  String unsigned() {
    return withHeader("alg", "none").content() + ".";
  }

  private String content() {
    return encode(json(header)) + "." + encode(json(claims));
  }

  private static byte[] json(Map<String, Object> part) {
    try {
      return JSON.writeValueAsBytes(part);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Object> plus(Map<String, Object> map, String name, Object value) {
    var more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
