package org.localityvoice.event.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;

/**
 * Whether one participant came to one session. There is one document of each, because its id
 * follows from the two; see {@link DoorKey#guest}. It knows who they are until the end of the
 * financial year after the session's, and then only what figures need.
 *
 * @param session absent once it is only for figures; so are participant and registration
 * @param locality where the session was
 * @param home id of the locality they live in, if they said so
 * @param age on the day of the session
 * @param entries everything that was noted about them, in the order in which it came
 * @param flagged whether they were expected, did not come, and somebody should ask why
 * @param came whether they came, once the entries are gone
 * @param purgeAt when it stops to be about somebody; absent once it has
 */
public record Attendance(
    @BsonId String id,
    long version,
    @Nullable String session,
    @Nullable String participant,
    @Nullable String registration,
    String locality,
    @Nullable String home,
    AgeGroup age,
    List<Entry> entries,
    boolean flagged,
    boolean came,
    @Nullable Instant purgeAt)
    implements Versioned {

  static final String COLLECTION = "attendance";

  /** More than a session has places. */
  static final int MOST_IN_SESSION = 1_100;

  /** More entries than any evening needs. */
  static final int MOST_ENTRIES = 60;

  /**
   * No check-ins after so many: a child whom a device has noted too often must still be let out.
   */
  static final int MOST_WITH_CHECK_INS = 40;

  public Attendance {
    entries = List.copyOf(entries);
  }

  /** Nothing is noted yet. */
  static Attendance empty(Guest guest, String session, String locality, Instant purgeAt) {
    return new Attendance(
        guest.id(),
        0,
        session,
        guest.participant(),
        guest.registration(),
        locality,
        guest.home(),
        guest.age(),
        List.of(),
        false,
        false,
        purgeAt);
  }

  /** When they came and left. */
  public Presence presence() {
    return Presence.of(entries);
  }

  Optional<Entry> entry(String item) {
    return entries.stream().filter(one -> one.id().equals(item)).findFirst();
  }

  Attendance with(List<Entry> all) {
    var there = Presence.of(all).came();
    return new Attendance(
        id,
        version + 1,
        session,
        participant,
        registration,
        locality,
        home,
        age,
        all,
        flagged && !there,
        there,
        purgeAt);
  }

  /** Somebody should ask why they did not come. */
  Attendance flag() {
    return new Attendance(
        id,
        version + 1,
        session,
        participant,
        registration,
        locality,
        home,
        age,
        entries,
        true,
        came,
        purgeAt);
  }

  /** What figures need, and nothing that leads to anybody. */
  Attendance bare() {
    return new Attendance(
        id, version + 1, null, null, null, locality, home, age, List.of(), flagged, came, null);
  }

  /** Without who it is. */
  @Override
  public String toString() {
    return "attendance of one";
  }
}
