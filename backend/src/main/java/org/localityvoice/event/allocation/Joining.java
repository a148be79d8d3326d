package org.localityvoice.event.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.localityvoice.event.allocation.Standing.Held;
import org.localityvoice.event.allocation.Standing.Placed;
import org.localityvoice.event.allocation.Standing.Waiting;
import org.localityvoice.mongo.DerivedId;

/** How a party comes in, whoever brings it. */
final class Joining {
  /** How many participants may wait, over all sessions of an allotment: it must stay small. */
  static final int MOST_WAITING_PARTICIPANTS = Policy.MOST_WAITING * Party.MOST;

  private final Draft draft;

  Joining(Draft draft) {
    this.draft = draft;
  }

  Optional<Refusal> join(SessionPlaces session, Command.Join join) {
    var digest = digest(join.party(), "join", join.entrance().name());
    if (session.knows(join.registration())) {
      return retried(session, join.registration(), digest);
    }
    var byItself = join.entrance() == Entrance.RESIDENT;
    var refusal = refusal(session, join.party(), byItself);
    if (refusal.isPresent()) {
      return refusal;
    }
    var booking = booking(join.party(), digest, new Placed(draft.now()));
    if (Waitlist.admits(draft, session, booking.size())) {
      place(session, booking, new Transition.Placed(Transition.Placed.How.JOINED));
      return Optional.empty();
    }
    if (join.entrance() == Entrance.WALK_IN || !mayWait(session, booking.size())) {
      return Optional.of(Refusal.FULL);
    }
    draft.add(
        session.id(),
        booking.at(new Waiting(draft.now())).withTicket(draft.ticket()),
        new Transition.Waitlisted());
    return Optional.empty();
  }

  Optional<Refusal> hold(SessionPlaces session, Command.Hold hold) {
    var digest = digest(hold.party(), "hold", hold.packageId());
    if (session.knows(hold.registration())) {
      return retried(session, hold.registration(), digest);
    }
    var refusal = refusal(session, hold.party(), true);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (!Waitlist.admits(draft, session, hold.party().participants().size())) {
      return Optional.of(Refusal.FULL);
    }
    var until = earlier(hold.until(), session.startsAt());
    place(
        session,
        booking(hold.party(), digest, new Held(hold.packageId(), until)),
        new Transition.Held(hold.packageId(), until));
    return Optional.empty();
  }

  /** Whether a party of this size may get in line. */
  boolean mayWait(SessionPlaces session, int size) {
    return !session.hasStarted(draft.now())
        && session.waitlist().size() < session.policy().mostWaiting()
        && roomToWait(size);
  }

  /** Whether so many more participants may wait, here or in another session. */
  boolean roomToWait(int more) {
    return more
            + draft.sessions().stream()
                .flatMap(session -> session.waitlist().stream())
                .mapToInt(Booking::size)
                .sum()
        <= MOST_WAITING_PARTICIPANTS;
  }

  private void place(SessionPlaces session, Booking booking, Transition what) {
    var with = booking.withTicket(draft.ticket());
    draft.add(session.id(), with, what);
    Waitlist.noteSkipped(draft, session.id(), with);
  }

  private static Optional<Refusal> retried(SessionPlaces session, String which, String digest) {
    var known =
        Stream.concat(
            session.booking(which).map(Booking::digest).stream(),
            session.ended(which).map(SessionPlaces.Ended::digest).stream());
    return known.allMatch(digest::equals) ? Optional.empty() : Optional.of(Refusal.OTHER_CONTENT);
  }

  private Optional<Refusal> refusal(SessionPlaces session, Party party, boolean untilStart) {
    var closed = session.closed(draft.now());
    if (closed.isPresent()) {
      return closed;
    }
    if (untilStart && session.hasStarted(draft.now())) {
      return Optional.of(Refusal.SESSION_STARTED);
    }
    if (session.hasOther(party.registration(), party.participants())) {
      return Optional.of(Refusal.PARTICIPANT_REGISTERED);
    }
    return party.participants().size() > draft.mostIn(session)
        ? Optional.of(Refusal.PARTY_TOO_LARGE)
        : Optional.empty();
  }

  private static Booking booking(Party party, String digest, Standing standing) {
    return new Booking(
        party.registration(),
        party.account(),
        party.participants(),
        digest,
        List.of(),
        0,
        0,
        standing);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static String digest(Party party, String... how) {
    return DerivedId.of(
        Stream.of(
                Stream.of(how), Stream.of(party.account()), party.participants().stream().sorted())
            .flatMap(parts -> parts)
            .toArray(String[]::new));
  }
}
