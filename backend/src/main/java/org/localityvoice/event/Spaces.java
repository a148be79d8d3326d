package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.localityvoice.event.Diary.Claim;
import org.localityvoice.event.Diary.Entry;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/**
 * Takes spaces for sessions and gives them back. Whoever writes a session claims its time first,
 * writes it only if it is still as it was before the claim, and then gives back what the session
 * had before. If they are cut off in between, the time stays taken by an entry that no session
 * stands behind; {@link #STALE} later it is in nobody's way any more.
 */
final class Spaces {
  /** So much longer than anybody takes between the claim of a time and the write of the session. */
  static final Duration STALE = Duration.ofMinutes(10);

  private static final int MOST_LOOKS = 5;

  private final DiaryStore diaries;
  private final SessionStore sessions;
  private final InstantSource clock;

  Spaces(DiaryStore diaries, SessionStore sessions, InstantSource clock) {
    this.diaries = diaries;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * What came of a claim.
   *
   * @param space whose diary it is
   * @param before what the sessions had there before, to be given back once they are written
   * @param taken the new entries
   * @param inTheWay ids of sessions that have the space; if there are any nothing was taken
   */
  record Claimed(String space, List<Entry> before, List<Entry> taken, Set<String> inTheWay) {
    /** Whether the time was taken. */
    boolean granted() {
      return inTheWay.isEmpty();
    }
  }

  /**
   * Claims times in one space, all of them or none.
   *
   * @param setUp for which the space must be free before each
   */
  Future<Claimed> claim(String space, List<Claim> claims, Duration setUp) {
    return diaries.open(space).compose(open -> look(space, claims, setUp, Set.of(), 1));
  }

  private Future<Claimed> look(
      String space, List<Claim> claims, Duration setUp, Set<Entry> stale, int look) {
    return diaries
        .change(space, diary -> decide(diary, claims, setUp, stale))
        .compose(
            blocking ->
                blocking.entries().isEmpty()
                    ? Future.succeededFuture(
                        new Claimed(space, blocking.before(), blocking.taken(), Set.of()))
                    : again(space, claims, setUp, stale, blocking.entries(), look));
  }

  private record Outcome(List<Entry> before, List<Entry> taken, List<Entry> entries) {}

  private Decision<Diary, Outcome> decide(
      Diary seen, List<Claim> claims, Duration setUp, Set<Entry> stale) {
    var diary = new Diary(seen.id(), seen.version(), seen.without(stale).entries());
    var blocking =
        claims.stream().flatMap(claim -> diary.inTheWay(claim, setUp).stream()).distinct().toList();
    if (!blocking.isEmpty()) {
      return Decision.keep(new Outcome(List.of(), List.of(), blocking));
    }
    var before = diary.of(claims.stream().map(Claim::session).toList());
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var next = diary.with(claims, now);
    if (next.entries().size() > Diary.MOST_ENTRIES) {
      throw Problem.conflict("space-booked-up", Diary.MOST_ENTRIES);
    }
    var taken = next.entries().stream().filter(one -> one.claim() == next.version()).toList();
    return Decision.replace(next, new Outcome(before, taken, List.of()));
  }

  private Future<Claimed> again(
      String space,
      List<Claim> claims,
      Duration setUp,
      Set<Entry> stale,
      List<Entry> blocking,
      int look) {
    return sessions
        .all(blocking.stream().map(Entry::session).distinct().toList())
        .compose(
            found -> {
              var now = clock.instant();
              var more = new HashSet<>(stale);
              blocking.stream().filter(one -> isStale(one, space, found, now)).forEach(more::add);
              if (more.size() > stale.size() && look < MOST_LOOKS) {
                return look(space, claims, setUp, more, look + 1);
              }
              var ids = new TreeSet<String>();
              blocking.forEach(one -> ids.add(one.session()));
              return Future.succeededFuture(new Claimed(space, List.of(), List.of(), ids));
            });
  }

  private static boolean isStale(Entry entry, String space, List<Session> found, Instant now) {
    return entry.claimedAt().plus(STALE).isBefore(now)
        && found.stream().noneMatch(session -> stands(session, entry, space));
  }

  /** Whether a session is at the time of an entry, in that space. */
  static boolean stands(Session session, Entry entry, String space) {
    return session.status() != SessionStatus.CANCELLED
        && Diary.idOf(session.venueId(), session.spaceId()).equals(space)
        && entry.isFor(session.id(), session.slot());
  }

  /** Gives these very entries back; those that are not there any more are nobody's. */
  Future<Void> release(String space, Collection<Entry> entries) {
    return entries.isEmpty()
        ? Future.succeededFuture()
        : diaries
            .change(
                space,
                diary -> {
                  var next = diary.without(entries);
                  return next.entries().size() == diary.entries().size()
                      ? Decision.<Diary, Boolean>keep(false)
                      : Decision.replace(next, true);
                })
            .mapEmpty();
  }

  /** What a session has in a space at this moment. */
  Future<List<Entry>> held(String space, String session) {
    return diaries
        .find(space)
        .map(found -> found.map(diary -> diary.of(List.of(session))).orElseGet(List::of));
  }
}
