package org.localityvoice.event.allocation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of an allotment. Each says how things are to be, so asking twice is the same as
 * asking once. Whoever asks has been authorised before; here it is only about places.
 */
public sealed interface Command {
  /** What is about one session. */
  sealed interface OfSession extends Command {
    String session();
  }

  /** What is about one registration in one session. */
  sealed interface OfRegistration extends OfSession {
    String registration();
  }

  /**
   * A party wants to come: it is placed, or waits, or is refused. Answered with where it stands; a
   * retry with where it stands now.
   */
  record Join(String session, Party party, Entrance entrance) implements OfRegistration {
    @Override
    public String registration() {
      return party.registration();
    }
  }

  /** A party does not come; also one that waits or is offered places. */
  record Leave(String session, String registration, By by) implements OfRegistration {
    /** Who ends a registration. */
    public enum By {
      RESIDENT,
      ORGANISER
    }
  }

  /**
   * Some come as well, others do not; whoever else is in the party stays. So two who change a party
   * at once do not undo what the other one did. More only if there are places for all of them that
   * nobody waits for; otherwise nothing changes. A waiting party that grows goes to the end of the
   * queue; one that nobody is left of ends.
   *
   * @param key names this request, so that a late retry does not undo a later change
   */
  record ChangeParty(
      String session, String registration, String key, List<String> coming, List<String> leaving)
      implements OfRegistration {
    public ChangeParty {
      coming = coming.isEmpty() ? List.of() : Party.checked(coming);
      leaving = List.copyOf(leaving);
    }
  }

  /** A party takes the places it is offered. */
  record AcceptOffer(String session, String registration) implements OfRegistration {}

  /** A party does not take them, and its registration ends. */
  record DeclineOffer(String session, String registration) implements OfRegistration {}

  /**
   * Keeps places for a package while its other dates are asked for. Refused, never put on the
   * waitlist, when there are none.
   *
   * @param until when they are free again unless confirmed
   */
  record Hold(String session, Party party, String packageId, Instant until)
      implements OfRegistration {
    public Hold {
      until = until.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String registration() {
      return party.registration();
    }
  }

  /** Places that were kept become the party's own. */
  record ConfirmHold(String session, String registration) implements OfRegistration {}

  /** Places that were kept, or already confirmed, are given up with the package. */
  record ReleaseHold(String session, String registration) implements OfRegistration {}

  /**
   * A participant may not come any more, to no session that is not over.
   *
   * @param session only this one; absent for all
   */
  record RemoveParticipant(String participant, @Nullable String session) implements Command {
    /** From all sessions. */
    public RemoveParticipant(String participant) {
      this(participant, null);
    }
  }

  /** Adds a session to those that share the pool; nothing changes if it is there. */
  record AddSession(NewSession session) implements Command {}

  /** More or fewer places. Nobody loses one; nobody is let in until there are enough again. */
  record ChangeCapacity(String session, int capacity) implements OfSession {
    public ChangeCapacity {
      NewSession.checkCapacity(capacity);
    }
  }

  /** The same for a pool; refused where there is none. */
  record ChangePool(int capacity) implements Command {
    public ChangePool {
      NewSession.checkCapacity(capacity);
    }
  }

  /** Other rules for those who wait. Offers that were made stand. */
  record ChangePolicy(String session, Policy policy) implements OfSession {}

  /** Another time. Everybody keeps what they have. */
  record MoveSession(String session, Instant startsAt, Instant endsAt) implements OfSession {
    public MoveSession {
      NewSession.checkTimes(startsAt, endsAt);
      startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
      endsAt = endsAt.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /** The session does not take place; every registration ends. It cannot be taken back. */
  record CancelSession(String session) implements OfSession {}

  /**
   * Lets time take effect: offers and holds lapse, whoever waits for a session that starts is told,
   * free places are offered. Every other command does this as well, before anything else.
   */
  record Sweep() implements Command {}

  /**
   * Who was there is forgotten, once every session of the allotment is over; before that nothing
   * changes. What is asked late of somebody who is forgotten is refused like anything about a
   * session that is over.
   *
   * @param parties those of sessions that began before this moment
   * @param retries registrations that have ended, of sessions that were over by this moment
   */
  record Forget(Instant parties, Instant retries) implements Command {}
}
