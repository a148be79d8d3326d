package org.localityvoice.identity.apikey;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A key that another system calls with, as it is stored: without the key itself.
 *
 * @param id names the key without giving it away
 * @param hash SHA-256 of the key, in hexadecimal digits
 * @param name what the key is for, as its maker wrote it
 * @param scopes what it opens, such as {@code open311}
 * @param organisation the partner it acts for; absent where it acts for nobody in particular
 * @param revokedAt from when it opens nothing any more
 */
public record ApiKey(
    @BsonId String id,
    String hash,
    String name,
    List<String> scopes,
    @Nullable String organisation,
    Instant createdAt,
    @Nullable Instant revokedAt) {

  public ApiKey {
    scopes = List.copyOf(scopes);
  }

  /** Whether it opens this now. */
  public boolean opens(String scope) {
    return revokedAt == null && scopes.contains(scope);
  }

  @Override
  public String toString() {
    return "ApiKey " + id;
  }
}
