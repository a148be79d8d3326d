package org.localityvoice.notify;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.notice.Notice;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** What people and staff find in their inboxes. */
final class InboxService {
  /** How long an entry is kept. */
  static final Duration KEPT = Duration.ofDays(365);

  /** Of so many newest entries it is told how many are unread. */
  static final int MOST_UNREAD = 100;

  private static final int PURGED_AT_ONCE = 500;

  private final InboxStore store;
  private final InstantSource clock;

  InboxService(InboxStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A page.
   *
   * @param unread how many of the newest {@link #MOST_UNREAD} entries the caller has not read
   * @param next where to read on; empty at the end
   */
  record Page(List<Entry> entries, int unread, Optional<String> next) {
    Page {
      entries = List.copyOf(entries);
    }
  }

  /** Puts a notice into the inboxes it is for; the second time nothing happens. */
  Future<Void> deliver(Notice notice) {
    return store.add(Entry.of(notice));
  }

  /** What is in the caller's inboxes, newest first. */
  Future<Page> page(Caller caller, Optional<String> after, int limit) {
    if (after.filter(id -> !Entry.mayBeId(id)).isPresent()) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
    }
    var recipients = Recipients.of(caller);
    var uid = caller.uid();
    return Future.all(
            store.page(recipients, uid, after, limit),
            store.page(recipients, uid, Optional.empty(), MOST_UNREAD))
        .map(
            both -> {
              List<Entry> found = both.resultAt(0);
              List<Entry> newest = both.resultAt(1);
              var unread = newest.stream().filter(one -> one.readAt(uid).isEmpty()).count();
              var next = found.size() < limit ? null : found.get(found.size() - 1).id();
              return new Page(found, (int) unread, Optional.ofNullable(next));
            });
  }

  /** Marks an entry as read by the caller, for whom it must be. */
  Future<Void> read(Caller caller, String id) {
    return store
        .find(id, Recipients.of(caller), caller.uid())
        .compose(
            found ->
                store.read(
                    found.orElseThrow(Problem::notFound).id(),
                    new Entry.Reader(caller.uid(), clock.instant())));
  }

  /** Removes what has been kept long enough. */
  Future<Void> purge() {
    return store
        .purge(clock.instant().minus(KEPT), PURGED_AT_ONCE)
        .compose(removed -> removed < PURGED_AT_ONCE ? Future.succeededFuture() : purge());
  }
}
