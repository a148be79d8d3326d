package org.localityvoice.event.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /** Whether more have places than the capacity allows. Nobody loses a place for it. */
  public boolean overCommitted() {
    return ownFree() < 0;
  }

  /** The parties that wait, in the order in which they came. */
  public List<Booking> waitlist() {
    return bookings.stream().filter(one -> one.standing() instanceof Waiting).toList();
  }

  /** The booking of a registration that has not ended. */
  public Optional<Booking> booking(String registration) {
    return bookings.stream().filter(one -> one.registration().equals(registration)).findFirst();
  }
}
