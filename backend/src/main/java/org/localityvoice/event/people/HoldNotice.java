package org.localityvoice.event.people;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.notice.About;
import org.localityvoice.notice.Notice;
import org.localityvoice.outbox.Outgoing;

/**
 * Tells the managers of a locality that somebody there is on hold because their guardians do not
 * agree: by an id, and nothing of who it is. Who lives in no known locality is in the list only.
 */
final class HoldNotice {
  private static final String CODE = "participant.guardians-disagree";

  private HoldNotice() {}

  /** The effect, written with the version that puts them on hold. */
  static Optional<Outgoing> effect(Participant seen, Instant now) {
    var next = seen.version() + 1;
    var somebody = new About.Happening("participant", seen.id(), Map.of("en", ""), "");
    return Optional.ofNullable(seen.homeLocality())
        .map(home -> Notice.toManagers(About.happening(next, CODE, home, now, somebody)))
        .map(notice -> notice.outgoing(seen.id() + ":" + next + ":hold"));
  }
}
