package org.localityvoice.event.feeds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.localityvoice.event.Activity;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.EventCatalogue;
import org.localityvoice.event.Session;
import org.localityvoice.event.Venue;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Partner;
import org.localityvoice.locality.Text;

/**
 * What calendars say of sessions. Pure.
 *
 * @param language that is wished for, one of those there are messages in
 */
record Wording(EventCatalogue catalogue, Optional<Area> area, Messages messages, String language) {
  private static final String ENGLISH = "en";

  /** From here on a highest age leaves nobody out. */
  private static final int NO_LIMIT = 100;

  /**
   * The language of everything that is said of a session: the one wished for if its title is in it,
   * else English.
   */
  String languageOf(Session session) {
    return session.title().byLanguage().containsKey(language) ? language : ENGLISH;
  }

  String title(Session session) {
    return session.title().in(languageOf(session));
  }

  /** For whom it is, and who answers for it. */
  String about(Session session) {
    var ages = session.ages();
    return messages.text(
        languageOf(session),
        ages(ages),
        List.of(ages.from(), ages.to(), organiser(session.organiser())));
  }

  private static String ages(AgeRange ages) {
    if (ages.to() < NO_LIMIT) {
      return "calendar.ages";
    }
    return ages.from() > 0 ? "calendar.ages-from" : "calendar.ages-all";
  }

  private String organiser(String id) {
    return area.flatMap(found -> found.partner(id)).map(Partner::name).orElse(id);
  }

  /** What kind of session it is. */
  List<String> categories(Session session) {
    return catalogue.activity(session.activity()).map(Activity::name).stream()
        .map(name -> name.in(languageOf(session)))
        .toList();
  }

  Optional<Venue> venue(Session session) {
    return catalogue.venue(session.venueId());
  }

  /** Where it is, in one line; empty for a venue that nothing is known of. */
  String location(Session session) {
    return venue(session).stream()
        .flatMap(venue -> Stream.of(venue.name(), space(venue, session), venue.address()))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private String space(Venue venue, Session session) {
    return venue
        .space(session.spaceId())
        .map(Venue.Space::name)
        .map(name -> name.in(languageOf(session)))
        .orElse("");
  }

  /** The name of a calendar that is about something. */
  String name(String key, String what) {
    return messages.text(language, key, List.of(what));
  }

  /** A text in the language wished for, or English. */
  String said(Text text) {
    return text.in(language);
  }
}
