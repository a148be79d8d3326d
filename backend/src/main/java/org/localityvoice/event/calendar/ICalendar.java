package org.localityvoice.event.calendar;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a feed as an iCalendar stream (RFC 5545, with the properties for feeds of RFC 7986). Pure;
 * the same feed is always the same bytes, so an ETag over them holds until something changes.
 *
 * <p>Times are in UTC and every session is an event of its own, so a reader needs neither time
 * zones nor rules of repetition, which readers understand differently. There is no METHOD: this is
 * a calendar to look at, not an invitation to answer; so DTSTAMP says when the event last changed
 * (§3.8.7.2).
 */
public final class ICalendar {
  /** The media type, with its encoding (RFC 5545 §8.1). */
  public static final String TYPE = "text/calendar; charset=utf-8";

  private static final String PRODUCT = "-//Locality Voice//Events//EN";
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*");

  private ICalendar() {}

  /** The stream. */
  public static byte[] write(CalendarFeed feed) {
    var lines = new ContentLines();
    lines
        .line("BEGIN", "VCALENDAR")
        .line("VERSION", "2.0")
        .text("PRODID", PRODUCT)
        .text("UID", feed.uid());
    feed.entries().stream()
        .map(CalendarEntry::changedAt)
        .max(Instant::compareTo)
        .ifPresent(changed -> lines.moment("LAST-MODIFIED", changed));
    lines
        .text(in("NAME", feed.language()), feed.name())
        // What readers looked for before RFC 7986, and many still do.
        .text("X-WR-CALNAME", feed.name())
        .text(in("DESCRIPTION", feed.language()), feed.description())
        .text("X-WR-CALDESC", feed.description())
        .line("REFRESH-INTERVAL;VALUE=DURATION", feed.refresh().toString())
        .line("X-PUBLISHED-TTL", feed.refresh().toString());
    feed.source().ifPresent(uri -> lines.line("SOURCE;VALUE=URI", uri.toASCIIString()));
    feed.entries().forEach(entry -> event(lines, entry));
    if (feed.entries().isEmpty()) {
      something(lines);
    }
    return lines.line("END", "VCALENDAR").bytes();
  }

  /**
   * A stream has one component at least (§3.6), and strict readers refuse one that has none. So a
   * calendar without sessions has the time zone that all its times would be in.
   */
  private static void something(ContentLines lines) {
    lines
        .line("BEGIN", "VTIMEZONE")
        .line("TZID", "UTC")
        .line("BEGIN", "STANDARD")
        .line("DTSTART", "19700101T000000")
        .line("TZOFFSETFROM", "+0000")
        .line("TZOFFSETTO", "+0000")
        .line("END", "STANDARD")
        .line("END", "VTIMEZONE");
  }

  private static void event(ContentLines lines, CalendarEntry entry) {
    lines
        .line("BEGIN", "VEVENT")
        .text("UID", entry.uid())
        .moment("DTSTAMP", entry.changedAt())
        .moment("LAST-MODIFIED", entry.changedAt())
        .line("SEQUENCE", Integer.toString(entry.sequence()))
        .moment("DTSTART", entry.startsAt())
        .moment("DTEND", entry.endsAt())
        .line("STATUS", entry.status().name())
        .line("TRANSP", busy(entry) ? "OPAQUE" : "TRANSPARENT")
        .text(in("SUMMARY", entry.language()), entry.title())
        .text(in("DESCRIPTION", entry.language()), entry.description())
        .text("LOCATION", entry.location());
    entry.place().ifPresent(place -> lines.line("GEO", degrees(place)));
    entry.page().ifPresent(uri -> lines.line("URL", uri.toASCIIString()));
    lines.texts(in("CATEGORIES", entry.language()), entry.categories()).line("END", "VEVENT");
  }

  private static boolean busy(CalendarEntry entry) {
    return entry.busy() && entry.status() != CalendarEntry.Status.CANCELLED;
  }

  /** A tenth of a metre, as exact as six decimals can be (RFC 5545 §3.8.1.6). */
  private static String degrees(CalendarEntry.Place place) {
    return String.format(Locale.ROOT, "%.6f;%.6f", place.latitude(), place.longitude());
  }

  private static String in(String property, String language) {
    if (!TAG.matcher(language).matches()) {
      throw new IllegalArgumentException("not a language tag");
    }
    return property + ";LANGUAGE=" + language;
  }
}
