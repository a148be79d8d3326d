package org.localityvoice.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.localityvoice.identity.Caller;

/**
 * Who asks, as far as they say: signed in, with the secret of somebody anonymous, both or neither.
 *
 * @param secretHash SHA-256 of the secret, hexadecimal
 */
public record Credentials(Optional<Caller> caller, Optional<String> secretHash) {
  /** Of a caller and the secret they sent. */
  public static Credentials of(Optional<Caller> caller, Optional<String> secret) {
    return new Credentials(caller, secret.map(Credentials::hash));
  }

  /** Of somebody who is signed in. */
  public static Credentials of(Caller caller) {
    return new Credentials(Optional.of(caller), Optional.empty());
  }

  /** What is kept of a secret. */
  static String hash(String secret) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names whoever asks, for recognising a retry; empty for somebody who says nothing. */
  String name() {
    return caller.map(Caller::uid).or(() -> secretHash).orElse("");
  }

  /** Whether this is the person. */
  boolean is(Affected person) {
    return caller.map(Caller::uid).filter(uid -> uid.equals(person.uid())).isPresent()
        || secretHash.filter(hash -> hash.equals(person.secretHash())).isPresent();
  }
}
