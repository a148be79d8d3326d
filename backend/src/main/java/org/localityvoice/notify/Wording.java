package org.localityvoice.notify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Area;
import org.localityvoice.notice.About;
import org.localityvoice.notify.NotifyViews.EntryView;
import org.localityvoice.notify.NotifyViews.HappeningView;
import org.localityvoice.notify.NotifyViews.MeasureView;
import org.localityvoice.notify.NotifyViews.Named;

/** Puts what has happened into sentences of a language. */
final class Wording {
  private static final Set<String> CANCELLABLE =
      Set.of(
          "registration.reminder",
          "registration.placed",
          "registration.moved",
          "registration.place-changed");

  private final Messages messages;

  Wording(Messages messages) {
    this.messages = messages;
  }

  /** The languages there are sentences in. */
  List<String> languages() {
    return messages.languages();
  }

  /**
   * An entry for its reader.
   *
   * @param area with the names; what has none any more is called by its id
   */
  EntryView entry(Entry entry, String reader, Optional<Area> area, String language) {
    var about = entry.about();
    var locality = locality(area, about.locality(), language);
    var category = category(area, about.category(), language);
    return new EntryView(
        entry.id(),
        Recipients.audience(entry.recipient()).slug(),
        about.code(),
        text(entry, category, locality, language),
        filled(about.report()),
        new Named(about.locality(), locality),
        filled(about.category()).map(id -> new Named(id, category)),
        filled(about.state()),
        Optional.ofNullable(about.measure())
            .map(one -> new MeasureView(one.id(), one.title(language), one.period())),
        Optional.ofNullable(about.happening())
            .map(
                one ->
                    new HappeningView(
                        one.kind(),
                        one.id(),
                        one.title(language),
                        filled(one.day()),
                        cancel(about, one))),
        Optional.ofNullable(entry.question()),
        about.at(),
        entry.readAt(reader));
  }

  private String text(Entry entry, String category, String locality, String language) {
    var key = "notice." + entry.about().code();
    // An older server may come upon a code of a newer one.
    var known = messages.says(key) ? key : "notice.other";
    var text =
        messages.text(language, known, arguments(entry.about(), category, locality, language));
    return entry.question() == null
        ? text
        : text + " " + messages.text(language, "notice.question", List.of());
  }

  /** Where a place that somebody has is given back, with one request and no body. */
  private static Optional<String> cancel(About about, About.Happening happening) {
    return happening.kind().equals("registration") && CANCELLABLE.contains(about.code())
        ? Optional.of("/v1/registrations/" + happening.id() + "/cancel")
        : Optional.empty();
  }

  private static List<Object> arguments(
      About about, String category, String locality, String language) {
    var measure = about.measure();
    var happening = about.happening();
    if (happening != null) {
      return List.of(happening.title(language), locality, happening.day());
    }
    return measure == null
        ? List.of(category, locality)
        : List.of(measure.title(language), locality, measure.period());
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }

  private static String locality(Optional<Area> area, String id, String language) {
    return area.flatMap(found -> found.locality(id))
        .map(found -> found.name().in(language))
        .orElse(id);
  }

  private static String category(Optional<Area> area, String id, String language) {
    return area.flatMap(found -> found.reporting().category(id))
        .map(found -> found.name().in(language))
        .orElse(id);
  }
}
