package org.localityvoice.walkabout.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.walkabout.grading.FindingState;

/**
 * Something that has to be put right. It is one document, with everything that devices noted of it
 * and everything that was done about it; it may be there before its first note is, as long as only
 * edits of it have come.
 *
 * @param id of the item that noted it, made by the device
 * @param walkabout during which it was noted
 * @param notes what devices noted of it
 * @param edition counts what was done about it; what a move names
 * @param owner id of the partner who is to put it right; absent for nobody yet
 * @param seenAt when it first was something to show; absent for what is not, or was taken back
 * @param seen what it is; absent like {@code seenAt}
 * @param openDueAt when it should be put right, as long as it is not
 * @param report that it has become; absent for none
 * @param here ids of its photos that have come
 * @param waitsSince since when it waits for its first note; absent once that is here
 * @param pruneAt when what is left of one that was taken back may go
 * @param photosUntil when the pictures go, since it is over; absent while it is not, and after that
 */
public record Finding(
    @BsonId String id,
    long version,
    String walkabout,
    String localityId,
    Notes notes,
    long edition,
    FindingState state,
    @Nullable String owner,
    List<Moved> moves,
    @Nullable Instant seenAt,
    @Nullable Seen seen,
    @Nullable Instant openDueAt,
    @Nullable Reported report,
    List<String> here,
    @Nullable Instant waitsSince,
    @Nullable Instant pruneAt,
    @Nullable Instant photosUntil,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  static final String COLLECTION = "findings";

  /** How long pictures are kept once it is over. */
  static final Duration PICTURES = Duration.ofDays(30);

  public Finding {
    moves = List.copyOf(moves);
    here = List.copyOf(here);
    outbox = List.copyOf(outbox);
  }

  /** One of which nothing is known yet. */
  static Finding empty(String id, String walkabout, String localityId) {
    return new Finding(
        id,
        0,
        walkabout,
        localityId,
        Notes.EMPTY,
        0,
        FindingState.OPEN,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** The partner who is to put it right. */
  public Optional<String> ownedBy() {
    return Optional.ofNullable(owner);
  }

  /** The report that it has become. */
  public Optional<Reported> reported() {
    return Optional.ofNullable(report);
  }

  /** Whether it is something to show. */
  public boolean shown() {
    return seenAt != null && seen != null;
  }

  /** With what was noted of it, and what follows. */
  Finding with(Notes next, Optional<Seen> nextSeen, List<Outgoing> effects, Instant now) {
    var shownSince = nextSeen.isEmpty() ? null : seenAt == null ? now : seenAt;
    var waits = next.root().isEmpty() && !next.gone();
    return new Finding(
        id,
        version + 1,
        walkabout,
        localityId,
        next,
        edition,
        state,
        owner,
        moves,
        shownSince,
        nextSeen.orElse(null),
        due(nextSeen.orElse(null), state),
        report,
        here,
        waits ? waitsSince == null ? now : waitsSince : null,
        next.pruneAt().orElse(null),
        next.gone() && !here.isEmpty() ? now : photosUntil,
        more(effects),
        since(effects, now));
  }

  /** With something done about it. */
  Finding with(Moved moved, @Nullable String nextOwner, List<Outgoing> effects) {
    var all = new ArrayList<>(moves);
    all.add(moved);
    var next = moved.move().to();
    return new Finding(
        id,
        version + 1,
        walkabout,
        localityId,
        notes,
        moved.edition(),
        next,
        nextOwner,
        all,
        seenAt,
        seen,
        due(seen, next),
        report,
        here,
        waitsSince,
        pruneAt,
        next.settled() && !here.isEmpty() ? moved.at().plus(PICTURES) : null,
        more(effects),
        since(effects, moved.at()));
  }

  /** With the report that it has become. */
  Finding with(Reported reported, List<Outgoing> effects, Instant now) {
    return next(version + 1, reported, here, waitsSince, photosUntil, effects, now);
  }

  /** With somebody told that it waits in vain. */
  Finding flagged(Outgoing effect, Instant now) {
    return next(version + 1, report, here, null, photosUntil, List.of(effect), now);
  }

  /** The same as the next version of what was read: several steps are one write. */
  Finding atVersion(long wanted) {
    return next(wanted, report, here, waitsSince, photosUntil, List.of(), Instant.EPOCH);
  }

  /** With a photo that has come. */
  Finding withPhoto(String photo) {
    var all = new ArrayList<>(here);
    all.add(photo);
    return next(version + 1, report, all, waitsSince, until(), List.of(), Instant.EPOCH);
  }

  /** With its pictures gone. */
  Finding withoutPictures() {
    return next(version + 1, report, List.of(), waitsSince, null, List.of(), Instant.EPOCH);
  }

  private Finding next(
      long nextVersion,
      @Nullable Reported nextReport,
      List<String> nextHere,
      @Nullable Instant nextWaits,
      @Nullable Instant nextUntil,
      List<Outgoing> effects,
      Instant now) {
    return new Finding(
        id,
        nextVersion,
        walkabout,
        localityId,
        notes,
        edition,
        state,
        owner,
        moves,
        seenAt,
        seen,
        openDueAt,
        nextReport,
        nextHere,
        nextWaits,
        pruneAt,
        nextUntil,
        more(effects),
        since(effects, now));
  }

  /** For a picture that comes when it is over. */
  private @Nullable Instant until() {
    return over().map(at -> at.plus(PICTURES)).orElse(photosUntil);
  }

  private Optional<Instant> over() {
    return state.settled() && !moves.isEmpty()
        ? Optional.of(moves.get(moves.size() - 1).at())
        : Optional.empty();
  }

  /** Whether it has been over for so long that no picture of it is waited for. */
  boolean beyondPictures(Instant now) {
    return over().filter(at -> !now.isBefore(at.plus(PICTURES))).isPresent();
  }

  private static @Nullable Instant due(@Nullable Seen what, FindingState where) {
    return what == null || where.settled() ? null : what.dueAt();
  }

  private List<Outgoing> more(List<Outgoing> effects) {
    var all = new ArrayList<>(outbox);
    all.addAll(effects);
    return all;
  }

  private @Nullable Instant since(List<Outgoing> effects, Instant now) {
    return effects.isEmpty() || outboxSince != null ? outboxSince : now;
  }

  /** Without what was noted. */
  @Override
  public String toString() {
    return "finding " + id + " " + state;
  }
}
