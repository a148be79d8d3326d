package org.localityvoice.event.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One session in a calendar.
 *
 * @param uid the same for this session in every feed and for ever; see {@link #uid}
 * @param sequence how often its time or venue has changed, from 0
 * @param changedAt when anything of it last changed
 * @param startsAt when it starts
 * @param endsAt when it ends, after that
 * @param status whether it takes place
 * @param busy whether the reader is busy meanwhile: so for sessions they have a place in
 * @param language of title and description, a language tag (BCP 47)
 * @param title in one line
 * @param description empty for none
 * @param location where it is, in words; empty for none
 * @param place where it is, if that is known
 * @param page where to read more
 * @param categories what kind of session it is
 */
public record CalendarEntry(
    String uid,
    int sequence,
    Instant changedAt,
    Instant startsAt,
    Instant endsAt,
    Status status,
    boolean busy,
    String language,
    String title,
    String description,
    String location,
    Optional<Place> place,
    Optional<URI> page,
    List<String> categories) {

  public CalendarEntry {
    categories = List.copyOf(categories);
    if (!startsAt
        .truncatedTo(ChronoUnit.SECONDS)
        .isBefore(endsAt.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("a session ends after it starts");
    }
    if (sequence < 0) {
      throw new IllegalArgumentException("a sequence counts from 0");
    }
  }

  /**
   * The id by which calendars know a session again (RFC 7986 §5.3).
   *
   * @param session its id
   * @param domain the host name of this service
   */
  public static String uid(String session, String domain) {
    return "session-" + session + '@' + domain;
  }

  /** Whether a session takes place, for the reader of the calendar. */
  public enum Status {
    /** It does. */
    CONFIRMED,
    /** It does, but the reader has no place yet. */
    TENTATIVE,
    /** It does not. */
    CANCELLED
  }

  /** A point on the map, in degrees (WGS 84). */
  public record Place(double latitude, double longitude) {
    public Place {
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        throw new IllegalArgumentException("not on the map");
      }
    }
  }
}
