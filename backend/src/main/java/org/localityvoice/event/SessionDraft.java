package org.localityvoice.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.outbox.Outgoing;

/** The next state of a session, with the effect that follows from it in its outbox. */
final class SessionDraft {
  private final Session seen;
  private final Instant now;
  private final Instant changedAt;
  private final long edition;
  private SessionStatus status;
  private Slot slot;
  private Terms terms;
  private String allotmentId;
  private int sequence;
  private About about;
  private long eventEdition;

  /**
   * Begins with the session as it is.
   *
   * @param byPerson whether a person changes the session itself
   */
  SessionDraft(Session seen, Instant now, boolean byPerson) {
    this.seen = seen;
    this.now = now;
    // An event may have been changed before its session was, and another server's clock may be
    // slow: in calendars nothing is older than it was.
    changedAt = now.isBefore(seen.changedAt()) ? seen.changedAt() : now;
    edition = byPerson ? seen.edition() + 1 : seen.edition();
    status = seen.status();
    slot = seen.slot();
    terms = seen.terms();
    allotmentId = seen.allotmentId();
    sequence = seen.sequence();
    about = seen.about();
    eventEdition = seen.eventEdition();
  }

  SessionDraft status(SessionStatus wanted) {
    status = wanted;
    return this;
  }

  SessionDraft slot(Slot wanted) {
    slot = wanted;
    return this;
  }

  SessionDraft terms(Terms wanted) {
    terms = wanted;
    return this;
  }

  SessionDraft allotmentId(String wanted) {
    allotmentId = wanted;
    return this;
  }

  SessionDraft sequence(int wanted) {
    sequence = wanted;
    return this;
  }

  SessionDraft about(Event event) {
    about = event.programme().about();
    eventEdition = event.edition();
    return this;
  }

  Session build() {
    var version = seen.version() + 1;
    List<Outgoing> outbox = new ArrayList<>(seen.outbox());
    outbox.add(EventEffect.ofSession(seen.id(), version));
    return new Session(
        seen.id(),
        version,
        edition,
        seen.eventId(),
        seen.localityId(),
        seen.organiser(),
        status,
        seen.listed() || status == SessionStatus.SCHEDULED,
        slot,
        terms,
        allotmentId,
        sequence,
        changedAt,
        cancelledAt(),
        about,
        eventEdition,
        seen.places(),
        seen.placesVersion(),
        outbox,
        seen.outboxSince() == null ? now : seen.outboxSince());
  }

  private @Nullable Instant cancelledAt() {
    if (status != SessionStatus.CANCELLED) {
      return null;
    }
    return seen.cancelledAt() == null ? now : seen.cancelledAt();
  }
}
