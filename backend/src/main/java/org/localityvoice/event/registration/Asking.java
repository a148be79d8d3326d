package org.localityvoice.event.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a registration, by whom requests are told apart and cut-off ones are finished.
 *
 * @param digest of what it was made with; the same id with other content is refused
 * @param told participants of whom something may have been told to the session
 * @param changes the latest changes of the party
 * @param request the version of the row that the latest request began with; it alone may clear up
 * @param pendingSince when that request began; absent when it has been seen to end
 */
public record Asking(
    String digest,
    List<String> told,
    List<Change> changes,
    long request,
    @Nullable Instant pendingSince) {
  private static final int MOST_CHANGES = 16;

  public Asking {
    told = List.copyOf(told);
    changes = List.copyOf(changes);
  }

  /**
   * A change of the party that was asked for.
   *
   * @param key of the request
   * @param digest of what it said
   */
  public record Change(String key, String digest) {}

  static Asking first(String digest, List<String> participants, Instant now) {
    return new Asking(digest, participants, List.of(), 1, now);
  }

  /** Of a registration that came another way, at the door for instance. */
  static Asking none() {
    return new Asking("", List.of(), List.of(), 0, null);
  }

  Optional<Change> change(String key) {
    return changes.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /**
   * Whether that change was made, and nothing of it is left to do: those that were refused, or cut
   * off, are not remembered.
   */
  boolean isDone(Change change) {
    return pendingSince == null && changes.contains(change);
  }

  /** As if that change had never been asked for. */
  Asking without(Change change) {
    return new Asking(
        digest,
        told,
        changes.stream().filter(one -> !one.equals(change)).toList(),
        request,
        pendingSince);
  }

  /** The latest change was cut off, and nobody knows what came of it. */
  Asking withoutLatest() {
    return changes.isEmpty() ? this : without(changes.get(changes.size() - 1));
  }

  /** The same is asked again, or somebody else goes on with it. */
  Asking begun(long version, Instant now) {
    return new Asking(digest, told, changes, version, now);
  }

  /** Another party is asked for. */
  Asking begun(Change change, List<String> participants, long version, Instant now) {
    var all = new ArrayList<>(told);
    participants.stream().filter(one -> !told.contains(one)).forEach(all::add);
    var latest = new ArrayList<>(changes);
    if (change(change.key()).isEmpty()) {
      latest.add(change);
    }
    return new Asking(
        digest,
        all,
        latest.subList(Math.max(0, latest.size() - MOST_CHANGES), latest.size()),
        version,
        now);
  }

  /** Nothing is told of somebody who was removed. */
  Asking without(String participant) {
    var others = told.stream().filter(one -> !one.equals(participant)).toList();
    return new Asking(digest, others, changes, request, pendingSince);
  }

  /** All requests have ended; only of these anything is told any more. */
  Asking settled(List<String> participants) {
    return new Asking(
        digest, told.stream().filter(participants::contains).toList(), changes, request, null);
  }
}
