package org.localityvoice.event.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.allocation.Standing.Waiting;

/**
 * The places of one session.
 *
 * @param capacity how many participants it may have
 * @param sequence grows by one when the session is moved or cancelled (RFC 5545 §3.8.7.4)
 * @param bookings parties that have places, are offered some, or wait; by ticket
 * @param ended the latest registrations that have ended, at most {@link #MOST_ENDED}, so that a
 *     late retry changes nothing
 */
public record SessionPlaces(
    String id,
    Instant startsAt,
    Instant endsAt,
    int capacity,
    SessionState state,
    Policy policy,
    int sequence,
    List<Booking> bookings,
    List<Ended> ended) {

  static final int MOST_ENDED = 1_000;

  public SessionPlaces {
    bookings = List.copyOf(bookings);
    ended = List.copyOf(ended);
  }

  /**
   * A registration that has ended.
   *
   * @param digest of what it was made with, see {@link Booking}
   */
  public record Ended(String registration, String digest, EndReason reason) {}

  /** How many participants hold places, are kept some or are offered some. */
  public int taken() {
    return bookings.stream().filter(Booking::takesPlaces).mapToInt(Booking::size).sum();
  }

  /** What its own capacity leaves; {@link Allotment#free} minds the pool as well. */
  int ownFree() {
    return capacity - taken();
  }

  /** The parties that wait, in the order in which they came. */
  public List<Booking> waitlist() {
    return bookings.stream().filter(one -> one.standing() instanceof Waiting).toList();
  }

  /** The booking of a registration that has not ended. */
  public Optional<Booking> booking(String registration) {
    return bookings.stream().filter(one -> one.registration().equals(registration)).findFirst();
  }

  /** How a registration has ended, as long as that is remembered. */
  Optional<Ended> ended(String registration) {
    return ended.stream().filter(one -> one.registration().equals(registration)).findFirst();
  }

  /** Whether there is, or has been, such a registration. */
  boolean knows(String registration) {
    return booking(registration).isPresent() || ended(registration).isPresent();
  }

  /** Whether one of these participants is here by another registration than this. */
  boolean hasOther(String registration, List<String> wanted) {
    var some = Set.copyOf(wanted);
    return bookings.stream()
        .filter(one -> !one.registration().equals(registration))
        .anyMatch(one -> one.participants().stream().anyMatch(some::contains));
  }

  boolean hasStarted(Instant now) {
    return !now.isBefore(startsAt);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(endsAt);
  }

  /** Why nothing can be changed any more, if so. */
  Optional<Refusal> closed(Instant now) {
    if (state == SessionState.CANCELLED) {
      return Optional.of(Refusal.SESSION_CANCELLED);
    }
    return isOver(now) ? Optional.of(Refusal.SESSION_OVER) : Optional.empty();
  }

  static SessionPlaces empty(NewSession one) {
    return new SessionPlaces(
        one.id(),
        one.startsAt(),
        one.endsAt(),
        one.capacity(),
        SessionState.SCHEDULED,
        one.policy(),
        0,
        List.of(),
        List.of());
  }

  SessionPlaces with(Booking booking) {
    var more = new ArrayList<>(bookings);
    more.add(booking);
    more.sort(Comparator.comparingLong(Booking::ticket));
    return with(more, ended);
  }

  SessionPlaces without(String registration) {
    return with(
        bookings.stream().filter(one -> !one.registration().equals(registration)).toList(), ended);
  }

  /** The one that ended first is forgotten when there are too many. */
  SessionPlaces with(Ended latest) {
    var more = new ArrayList<>(ended);
    more.add(latest);
    return with(bookings, more.subList(Math.max(0, more.size() - MOST_ENDED), more.size()));
  }

  SessionPlaces withCapacity(int wanted) {
    return new SessionPlaces(
        id, startsAt, endsAt, wanted, state, policy, sequence, bookings, ended);
  }

  SessionPlaces with(Policy wanted) {
    return new SessionPlaces(
        id, startsAt, endsAt, capacity, state, wanted, sequence, bookings, ended);
  }

  SessionPlaces moved(Instant start, Instant end) {
    return new SessionPlaces(
        id, start, end, capacity, state, policy, sequence + 1, bookings, ended);
  }

  SessionPlaces cancelled() {
    return new SessionPlaces(
        id,
        startsAt,
        endsAt,
        capacity,
        SessionState.CANCELLED,
        policy,
        sequence + 1,
        bookings,
        ended);
  }

  /** Without those who have been known long enough. */
  SessionPlaces forgotten(Command.Forget what) {
    return with(
        startsAt.isBefore(what.parties()) ? List.of() : bookings,
        endsAt.isAfter(what.retries()) ? ended : List.of());
  }

  private SessionPlaces with(List<Booking> nowBookings, List<Ended> nowEnded) {
    return new SessionPlaces(
        id, startsAt, endsAt, capacity, state, policy, sequence, nowBookings, nowEnded);
  }
}
