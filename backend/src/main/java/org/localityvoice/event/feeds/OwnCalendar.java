package org.localityvoice.event.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.Versioned;

/**
 * Somebody's calendar: the one token that opens it, or none. The token itself is not stored. Its
 * 128 bits follow from {@code salt}, which is random, and from the key of the request that made it,
 * which is not stored either; so a retry is told the same token, and what is stored does not open
 * anything.
 *
 * @param id uid of the account
 * @param salt absent where no token opens it, like {@code digest} and {@code since}
 * @param digest of the token
 * @param since when the token was made
 * @param requests that have made tokens, as digests, the latest last
 */
public record OwnCalendar(
    @BsonId String id,
    long version,
    @Nullable String salt,
    @Nullable String digest,
    @Nullable Instant since,
    List<String> requests)
    implements Versioned {

  /** Of so many requests a late retry is known, and makes no token anew. */
  private static final int REMEMBERED = 20;

  public OwnCalendar {
    requests = List.copyOf(requests);
  }

  /** One that nothing opens. */
  static OwnCalendar closed(String uid) {
    return new OwnCalendar(uid, 1, null, null, null, List.of());
  }

  static String token(String salt, String uid, String key) {
    return DerivedId.of("calendar", salt, uid, key);
  }

  static String digest(String token) {
    return DerivedId.of("calendar-token", token);
  }

  /** What is remembered of a request. */
  static String request(String uid, String key) {
    return DerivedId.of("calendar-request", uid, key);
  }

  /** Whether that request made the token that opens it now. */
  boolean isOf(String request) {
    return digest != null && request.equals(requests.get(requests.size() - 1));
  }

  /** Opened by another token, and by no earlier one any more. */
  OwnCalendar opened(String request, String newSalt, String token, Instant now) {
    var next = new ArrayList<>(requests);
    next.add(request);
    return new OwnCalendar(
        id,
        version + 1,
        newSalt,
        digest(token),
        now,
        next.subList(Math.max(0, next.size() - REMEMBERED), next.size()));
  }

  /** Opened by nothing any more. */
  OwnCalendar closed() {
    return new OwnCalendar(id, version + 1, null, null, null, requests);
  }

  /** Without whose it is and what opens it. */
  @Override
  public String toString() {
    return "a calendar";
  }
}
