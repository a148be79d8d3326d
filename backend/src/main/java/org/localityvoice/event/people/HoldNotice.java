package org.localityvoice.event.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;

/**
 * Tells the managers of a locality that somebody there is on hold because their guardians do not
 * agree: by an id, and nothing of who it is. Who lives in no known locality is in the list only.
 */
final class HoldNotice {
  private static final String KIND = "notify.notice";
  private static final String CODE = "participant.guardians-disagree";

  private HoldNotice() {}

  private record Message(
      About about, List<String> people, List<String> organisations, boolean managers) {}

  private record About(
      String report,
      long sequence,
      String code,
      String locality,
      String category,
      String state,
      Instant at,
      Happening happening) {}

  private record Happening(String kind, String id, Map<String, String> title, String day) {}

  /** The effect, written with the version that puts them on hold. */
  static Optional<Outgoing> effect(Participant seen, Instant now) {
    var next = seen.version() + 1;
    return Optional.ofNullable(seen.homeLocality())
        .map(
            home ->
                new About(
                    "",
                    next,
                    CODE,
                    home,
                    "",
                    "",
                    now,
                    new Happening("participant", seen.id(), Map.of("en", ""), "")))
        .map(about -> new Message(about, List.of(), List.of(), true))
        .map(message -> new Outgoing(seen.id() + ":" + next + ":hold", KIND, Json.text(message)));
  }
}
