package org.localityvoice.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What stands in the way of a plan, for the officer who is told no. In problems, next to its id
 * under {@code conflicts}.
 *
 * @param id as under {@code conflicts}
 * @param code why it stands in the way
 * @param sessions that it is about
 */
public record Hindrance(String id, String code, List<Occasion> sessions) {
  /** So many a refusal describes at most; of the others it has the ids. */
  public static final int MOST = 20;

  public Hindrance {
    sessions = List.copyOf(sessions);
  }

  /**
   * One of the sessions.
   *
   * @param title by language tag
   */
  public record Occasion(
      String session,
      String event,
      String organiser,
      String locality,
      Map<String, String> title,
      Instant startsAt,
      Instant endsAt,
      String venue,
      String space) {
    public Occasion {
      title = Map.copyOf(title);
    }
  }

  /** Somebody has the space at that time. */
  static Hindrance inTheSpace(Session session) {
    return of(session, "SPACE_TAKEN");
  }

  /** Its pool has as many sessions as it can have. */
  static Hindrance withoutRoom(Session session) {
    return of(session, "POOL_FULL");
  }

  private static Hindrance of(Session session, String code) {
    return new Hindrance(
        session.id(),
        code,
        List.of(
            new Occasion(
                session.id(),
                session.eventId(),
                session.organiser(),
                session.localityId(),
                session.title().byLanguage(),
                session.startsAt(),
                session.endsAt(),
                session.venueId(),
                session.spaceId())));
  }
}
