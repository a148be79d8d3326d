package org.localityvoice.event.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.localityvoice.notice.About;
import org.localityvoice.notice.Notice;

/**
 * What inboxes are told of a clash, as payloads of effects. An entry is about the pair of events,
 * so that two series of twelve dates make one entry a day and not twelve. Pure.
 */
final class ClashNotice {
  static final String FOUND = "event-clash.found";
  static final String ANSWERED = "event-clash.answered";
  static final String UNANSWERED = "event-clash.unanswered";
  static final String DECIDED = "event-clash.decided";

  private static final long ROUNDS = 1_000;

  private ClashNotice() {}

  /** For the officers of these sides, each in the locality of their session. */
  static List<String> toSides(
      Clash clash,
      List<Side> sides,
      String code,
      @Nullable String actor,
      OfficeTime time,
      Instant at) {
    return clash.localities().stream()
        .map(
            locality -> {
              var organisers =
                  sides.stream()
                      .filter(side -> side.locality().equals(locality))
                      .map(Side::organiser)
                      .distinct()
                      .toList();
              return Notice.toOrganisations(
                  about(clash, code, locality, time, at), organisers, actor);
            })
        .filter(notice -> !notice.organisations().isEmpty())
        .map(Notice::payload)
        .toList();
  }

  /** For the managers of the localities. */
  static List<String> toManagers(Clash clash, OfficeTime time, Instant at) {
    return clash.localities().stream()
        .map(locality -> Notice.toManagers(about(clash, UNANSWERED, locality, time, at)).payload())
        .toList();
  }

  private static About about(
      Clash clash, String code, String locality, OfficeTime time, Instant at) {
    var happening =
        new About.Happening(
            "pair", clash.pair(), titles(clash), time.day(clash.startsAt()).toString());
    // One entry a day and round.
    var sequence = time.day(at).toEpochDay() * ROUNDS + Math.min(clash.round(), ROUNDS - 1);
    return About.happening(sequence, code, locality, at, happening);
  }

  /** Both titles, in every language that one of them has. */
  private static Map<String, String> titles(Clash clash) {
    var languages = new TreeSet<String>();
    clash.sides().forEach(side -> languages.addAll(side.title().byLanguage().keySet()));
    var titles = new TreeMap<String, String>();
    for (var language : languages) {
      titles.put(
          language,
          clash.sides().get(0).title().in(language)
              + " / "
              + clash.sides().get(1).title().in(language));
    }
    return titles;
  }
}
