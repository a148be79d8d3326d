package org.localityvoice.identity.firebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what may be a Firebase ID token at all (RFC 7519 §7.2) from what cannot be one. It vouches
 * for nothing. It is there so that rubbish costs no worker a moment, and so that a fault inside
 * verification can be told from a bad token.
 */
final class TokenShape {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Pattern PARTS =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  /** Firebase's own tokens stay below about 3,000 characters: custom claims end at 1,000. */
  private static final int LONGEST = 8192;

  private TokenShape() {}

  static boolean plausible(String token) {
    if (token.length() > LONGEST || !PARTS.matcher(token).matches()) {
      return false;
    }
    try {
      var parts = token.split("\\.", -1);
      var header = part(parts[0]);
      var payload = part(parts[1]);
      return header.path("alg").isTextual()
          && List.of("aud", "iss", "sub").stream().allMatch(name -> payload.path(name).isTextual())
          && List.of("iat", "exp").stream()
              .allMatch(name -> payload.path(name).canConvertToExactIntegral());
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static JsonNode part(String encoded) throws IOException {
    return JSON.readTree(Base64.getUrlDecoder().decode(encoded));
  }
}
