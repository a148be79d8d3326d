package org.localityvoice.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.AnswerCheck;
import org.localityvoice.locality.Locality;
import org.localityvoice.locality.Moderation;
import org.localityvoice.locality.PlainText;

/** Makes the first version of a report. Pure. */
final class Drafting {
  private static final double METRES_PER_DEGREE = 111_320;

  private Drafting() {}

  /**
   * The report as it is stored first.
   *
   * @param person id for the reporter within the report
   * @param digest of what was sent
   */
  static Report draft(
      Admission admission, Locality locality, String person, String digest, Instant time) {
    var now = time.truncatedTo(ChronoUnit.MILLIS);
    var desk = admission.desk();
    var category = desk.category();
    var sent = admission.sent();
    var priority = category.priority();
    var log = new ArrayList<ReportEvent>();
    var owner = desk.owner(locality.id());
    var source = admission.source(locality);
    var by = by(source);
    log.add(
        new PublicEvent.Submitted(
            1, now, by, category.id(), owner, priority, desk.answerBy(now, priority)));
    log.add(new PublicEvent.Promised(2, now, desk.expectedBy(now, priority)));
    var standing = Standing.of(log);
    var publication = publication(admission);
    var photos =
        sent.photos().stream().map(photo -> photo(photo, person, now, category.photos())).toList();
    return new Report(
        sent.id(),
        0,
        digest,
        locality.id(),
        category.id(),
        category.confidential(),
        submission(admission, locality, now),
        // What a walkabout came upon has no reporter who could be counted, or asked.
        source == Submission.Source.WALKABOUT
            ? List.of()
            : List.of(reporter(admission, person, now)),
        photos,
        log,
        standing,
        publication,
        Change.boxes(publication),
        standing.expectedBy(),
        standing.expectedBy(),
        null,
        now,
        List.of(),
        List.of(),
        null);
  }

  private static Actor by(Submission.Source source) {
    return switch (source) {
      case WARDEN -> new Actor(Actor.Kind.WARDEN, null, null);
      case WALKABOUT -> Actor.SYSTEM;
      default -> Actor.AFFECTED;
    };
  }

  private static Affected reporter(Admission admission, String person, Instant now) {
    var nameless = admission.nameless();
    var uid = nameless ? null : admission.caller().map(Caller::uid).orElse(null);
    var secret = nameless ? admission.sent().secret().map(Credentials::hash).orElse(null) : null;
    return new Affected(person, true, uid, secret, now);
  }

  private static Submission submission(Admission admission, Locality locality, Instant now) {
    var sent = admission.sent();
    var point = sent.point();
    return new Submission(
        new Place(
            point.map(NewReport.Point::latitude).orElse(null),
            point.map(NewReport.Point::longitude).orElse(null),
            point.flatMap(NewReport.Point::accuracyMetres).orElse(null),
            sent.place().map(PlainText::of).filter(text -> !text.isEmpty()).orElse(null)),
        PlainText.of(sent.text()),
        AnswerCheck.normalised(admission.desk().category(), sent.answers()),
        sent.language().orElse(admission.language()),
        admission.source(locality),
        admission.capturedAt(now).orElse(null),
        sent.onBehalf(),
        sent.contact().filter(one -> !admission.contactless()).map(Drafting::plain).orElse(null),
        admission.origin().system().orElse(null),
        admission.origin().reference().orElse(null),
        admission.origin().mediaUrl().orElse(null));
  }

  private static Submission.Contact plain(Submission.Contact contact) {
    return new Submission.Contact(
        plain(contact.name()), plain(contact.email()), plain(contact.phone()));
  }

  private static @Nullable String plain(@Nullable String words) {
    return Optional.ofNullable(words)
        .map(PlainText::of)
        .filter(text -> !text.isEmpty())
        .orElse(null);
  }

  private static Publication publication(Admission admission) {
    var category = admission.desk().category();
    var shown = shown(admission.sent().point(), category.blurMetres());
    var text = moderated(category.text());
    return new Publication(
        !category.confidential(),
        text,
        text == Publication.Moderated.PUBLISHED ? PlainText.of(admission.sent().text()) : null,
        shown.latitude(),
        shown.longitude());
  }

  private static PhotoUse photo(String photo, String person, Instant now, Moderation rule) {
    return new PhotoUse(photo, person, now, moderated(rule));
  }

  /** How something begins under a moderation rule. */
  static Publication.Moderated moderated(Moderation rule) {
    return switch (rule) {
      case AFTER_PUBLICATION -> Publication.Moderated.PUBLISHED;
      case BEFORE_PUBLICATION -> Publication.Moderated.WAITING;
      case NEVER_PUBLISHED -> Publication.Moderated.WITHHELD;
    };
  }

  /** The point that everybody may see, where there is one. */
  record Shown(@Nullable Double latitude, @Nullable Double longitude) {}

  /** The middle of the square of a grid in which a place lies. */
  static Shown shown(Optional<NewReport.Point> point, int blurMetres) {
    if (point.isEmpty() || blurMetres == 0) {
      return new Shown(
          point.map(NewReport.Point::latitude).orElse(null),
          point.map(NewReport.Point::longitude).orElse(null));
    }
    var step = blurMetres / METRES_PER_DEGREE;
    var latitude = middle(point.get().latitude(), step);
    // How wide a square is in degrees follows from the latitude that is shown. From the exact one
    // it must not: that could be worked out again from the longitude.
    var wide = step / Math.cos(Math.toRadians(latitude));
    return new Shown(latitude, middle(point.get().longitude(), wide));
  }

  private static double middle(double exact, double step) {
    return (Math.floor(exact / step) + 0.5) * step;
  }
}
