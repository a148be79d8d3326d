package org.localityvoice.pmf;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs attempts as Standard Webhooks 1.0.0 says: over {@code id.timestamp.body}, with HMAC-SHA256
 * ({@code v1}) for each secret and with ed25519 ({@code v1a}) where there is a key.
 */
final class Signer {
  private static final String HMAC = "HmacSHA256";

  private final List<SecretKeySpec> secrets;
  private final Optional<PrivateKey> key;

  Signer(PmfSettings settings) {
    secrets =
        settings.secrets().stream()
            .map(SigningKeys::secret)
            .map(bytes -> new SecretKeySpec(bytes, HMAC))
            .toList();
    key = settings.signingKey().map(SigningKeys::ed25519);
  }

  /** The value of {@code webhook-signature}: one signature for each secret and key. */
  String sign(String id, Instant timestamp, byte[] body) {
    var start = (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
    var signatures = new ArrayList<String>();
    try {
      for (var secret : secrets) {
        var mac = Mac.getInstance(HMAC);
        mac.init(secret);
        mac.update(start);
        signatures.add("v1," + base64(mac.doFinal(body)));
      }
      if (key.isPresent()) {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key.get());
        signature.update(start);
        signature.update(body);
        signatures.add("v1a," + base64(signature.sign()));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot sign", e);
    }
    return String.join(" ", signatures);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
