package org.localityvoice.event.feeds;

import java.net.URI;
import org.localityvoice.event.calendar.CalendarEntry;

/**
 * Where this service is, for addresses and ids in calendars.
 *
 * @param publicUrl where residents reach it, without a slash at the end
 */
record Site(URI publicUrl) {
  /** An address here. */
  URI at(String path) {
    return URI.create(publicUrl + path);
  }

  /** The id of a session in every calendar. */
  String uidOf(String session) {
    return CalendarEntry.uid(session, publicUrl.getHost());
  }

  /** The id of a calendar. */
  String uidOf(String kind, String id) {
    return kind + '-' + id + '@' + publicUrl.getHost();
  }
}
