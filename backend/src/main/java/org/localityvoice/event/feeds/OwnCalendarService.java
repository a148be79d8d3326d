package org.localityvoice.event.feeds;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.PurgeLog;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/** Gives people the tokens that open their calendars, and takes them back. */
final class OwnCalendarService {
  private static final int SALT = 16;
  private static final int AT_ONCE = 200;

  private final OwnCalendarStore store;
  private final InstantSource clock;
  private final SecureRandom random;
  private final PurgeLog log;

  OwnCalendarService(
      OwnCalendarStore store, PurgeLog log, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.log = log;
    this.clock = clock;
    this.random = random;
  }

  /** A token, to be shown now. */
  record Shown(String token, Instant since) {
    @Override
    public String toString() {
      return "a token";
    }
  }

  /**
   * Makes a token in place of any earlier one; the same request again is told the same one. Fails
   * with the conflict {@code calendar-replaced} where that one has been replaced or taken back.
   */
  Future<Shown> open(String uid, String key) {
    var bytes = new byte[SALT];
    random.nextBytes(bytes);
    var salt = HexFormat.of().formatHex(bytes);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return store
        .ensure(uid, now)
        .compose(there -> store.change(uid, seen -> opened(seen, key, salt, now)));
  }

  private static Decision<OwnCalendar, Shown> opened(
      OwnCalendar seen, String key, String salt, Instant now) {
    var request = OwnCalendar.request(seen.id(), key);
    if (seen.isOf(request)) {
      return Decision.keep(shown(seen, key));
    }
    if (seen.requests().contains(request)) {
      throw Problem.conflict("calendar-replaced");
    }
    var next = seen.opened(request, salt, OwnCalendar.token(salt, seen.id(), key), now);
    return Decision.replace(next, shown(next, key));
  }

  private static Shown shown(OwnCalendar open, String key) {
    return new Shown(
        OwnCalendar.token(present(open.salt()), open.id(), key), present(open.since()));
  }

  private static <T> T present(@Nullable T value) {
    return Optional.ofNullable(value).orElseThrow();
  }

  /** Since when a token opens the calendar; fails with not-found where none does. */
  Future<Instant> since(String uid) {
    return store
        .find(uid)
        .map(
            found ->
                found
                    .flatMap(calendar -> Optional.ofNullable(calendar.since()))
                    .orElseThrow(Problem::notFound));
  }

  /** From now on no token opens the calendar; doing it again changes nothing. */
  Future<Void> close(String uid) {
    return store
        .find(uid)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : store.<Boolean>change(
                        uid,
                        seen ->
                            seen.digest() == null
                                ? Decision.keep(false)
                                : Decision.replace(seen.closed(clock.instant()), true)))
        .mapEmpty();
  }

  /** The calendar that a token opens; fails with not-found for any other. */
  Future<OwnCalendar> openedBy(String token) {
    return store
        .byDigest(OwnCalendar.digest(token))
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            read -> {
              var now = clock.instant();
              return read.isToBeNoted(now)
                  ? store.keep(read, now.plus(OwnCalendar.KEPT)).map(read)
                  : Future.succeededFuture(read);
            });
  }

  /** Removes calendars that nobody reads, and what is left of those that were revoked. */
  Future<Void> purge() {
    return store
        .purge(clock.instant(), AT_ONCE)
        .compose(
            count ->
                log.removed(OwnCalendarStore.COLLECTION, count)
                    .compose(noted -> count == 0 ? Future.succeededFuture() : purge()));
  }
}
