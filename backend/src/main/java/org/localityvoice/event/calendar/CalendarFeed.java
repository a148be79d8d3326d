package org.localityvoice.event.calendar;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A calendar to subscribe to.
 *
 * @param uid the same for ever, and of this calendar alone
 * @param language of its name and description, a language tag (BCP 47)
 * @param name what people see in their list of calendars
 * @param description empty for none
 * @param source where it is fetched; none where that address is a secret
 * @param refresh how long a reader should wait before it fetches the calendar again
 * @param entries its sessions, in their order
 */
public record CalendarFeed(
    String uid,
    String language,
    String name,
    String description,
    Optional<URI> source,
    Duration refresh,
    List<CalendarEntry> entries) {

  public CalendarFeed {
    entries = List.copyOf(entries);
  }
}
