package org.localityvoice.event.feeds;

import java.time.Duration;
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
 * @param endsAt when it is removed, unless somebody reads it or opens it anew
 */
public record OwnCalendar(
    @BsonId String id,
    long version,
    @Nullable String salt,
    @Nullable String digest,
    @Nullable Instant since,
    List<String> requests,
    @Nullable Instant endsAt)
    implements Versioned {

  /** Nobody has to have read it for so long at least, as with an account that nobody uses. */
  private static final Duration UNREAD = Duration.ofDays(730);

  /** So long after it was revoked; a late retry is known until then. */
  static final Duration REVOKED = Duration.ofDays(30);

  /** From when it was noted that somebody reads it, which happens once in a month. */
  static final Duration KEPT = UNREAD.plusDays(30);

  /** Of so many requests a late retry is known, and makes no token anew. */
  private static final int REMEMBERED = 20;

  public OwnCalendar {
    requests = List.copyOf(requests);
  }

  /** One that nothing opens. */
  static OwnCalendar closed(String uid, Instant now) {
    return new OwnCalendar(uid, 1, null, null, null, List.of(), now.plus(REVOKED));
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
        next.subList(Math.max(0, next.size() - REMEMBERED), next.size()),
        now.plus(KEPT));
  }

  /** Opened by nothing any more. */
  OwnCalendar closed(Instant now) {
    return new OwnCalendar(id, version + 1, null, null, null, requests, now.plus(REVOKED));
  }

  /** Whether it is to be noted once more that somebody reads it. */
  boolean isToBeNoted(Instant now) {
    return endsAt == null || endsAt.isBefore(now.plus(UNREAD));
  }

  /** Without whose it is and what opens it. */
  @Override
  public String toString() {
    return "a calendar";
  }
}
