package org.localityvoice.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.locality.Anonymity;
import org.localityvoice.locality.AnswerCheck;
import org.localityvoice.locality.Locality;
import org.localityvoice.locality.PlainText;
import org.localityvoice.locality.StopNotice;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Decides whether a report can be taken as it was sent. Pure.
 *
 * @param language of the sender, for texts of the area file
 */
record Admission(
    Desk desk, NewReport sent, Origin origin, Optional<Caller> caller, String language) {
  /** No phone keeps a report longer than this before it finds a network. */
  private static final Duration LONGEST_KEPT = Duration.ofDays(366);

  /**
   * The locality the report belongs to.
   *
   * @throws Problem with every place that is wrong, or the conflict {@code stop-notice} with the
   *     number to call instead
   */
  Locality locality() {
    stop();
    var faults = new ArrayList<Violation>();
    var locality = place(faults);
    who(faults, locality);
    if (PlainText.of(sent.text()).isEmpty()) {
      faults.add(Violation.at("/text", "blank"));
    }
    if (!walked()) {
      faults.addAll(AnswerCheck.faults(desk.category(), sent.answers(), "/answers"));
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return locality.orElseThrow(Problem::notFound);
  }

  /** What is seen on a walkabout is graded instead of asked about. */
  private boolean walked() {
    return origin.source().filter(Submission.Source.WALKABOUT::equals).isPresent();
  }

  /** Nobody in danger should be filling in a form. */
  private void stop() {
    if (origin.source().isPresent()) {
      // Another system has its own way of asking; the definition of the service carries ours.
      return;
    }
    for (var stop : desk.category().stops()) {
      var answer = sent.stops().get(stop.id());
      if (answer == null) {
        throw Problem.invalid(
            List.of(Violation.at("/stops" + Violation.step(stop.id()), "required")));
      }
      if (answer) {
        throw Problem.conflict("stop-notice", notice(stop));
      }
    }
    // A phone may know stops that are no longer asked, but nobody reports past a "yes".
    var strange = sent.stops().entrySet().stream().filter(Map.Entry::getValue).findFirst();
    if (strange.isPresent()) {
      throw Problem.invalid(
          List.of(Violation.at("/stops" + Violation.step(strange.get().getKey()), "unknown-stop")));
    }
  }

  private String notice(StopNotice stop) {
    return stop.notice().in(language);
  }

  private Optional<Locality> place(List<Violation> faults) {
    if (sent.point().isPresent()) {
      var point = sent.point().get();
      var found = desk.area().localityAt(point.latitude(), point.longitude());
      if (found.isEmpty()) {
        faults.add(
            Violation.at("/point", "outside-area", desk.area().reporting().outside().in(language)));
      }
      return found;
    }
    if (sent.place().map(PlainText::of).filter(text -> !text.isEmpty()).isEmpty()) {
      faults.add(Violation.at("/point", "point-or-place"));
      return Optional.empty();
    }
    var named = sent.locality().flatMap(desk.area()::locality);
    if (named.isEmpty()) {
      faults.add(
          Violation.at("/locality", sent.locality().isPresent() ? "unknown-locality" : "required"));
    }
    return named;
  }

  private void who(List<Violation> faults, Optional<Locality> locality) {
    var anonymity = desk.category().anonymity();
    if (origin.source().isEmpty() && nameless() && sent.secret().isEmpty() && !sent.onBehalf()) {
      faults.add(Violation.at("/secret", "required"));
    }
    if (origin.source().isEmpty()
        && anonymity == Anonymity.NOT_ALLOWED
        && (caller.isEmpty() || sent.anonymous())) {
      faults.add(Violation.at("/anonymous", "not-anonymously"));
    }
    if (origin.source().isEmpty() && contactless() && sent.contact().isPresent()) {
      faults.add(Violation.at("/contact", "contact-anonymously"));
    }
    if (sent.onBehalf() && !staffIn(locality)) {
      faults.add(Violation.at("/onBehalf", "staff-only"));
    }
  }

  /** Whether nothing of who reports is to be stored. */
  boolean nameless() {
    return caller.isEmpty()
        || sent.anonymous()
        || sent.onBehalf()
        || desk.category().anonymity() == Anonymity.REQUIRED;
  }

  /** Whether not even how to reach somebody is to be stored. */
  boolean contactless() {
    // Another system asks people in its own way whether they may be reached.
    var asked = origin.source().isEmpty() && sent.anonymous();
    return asked || desk.category().anonymity() == Anonymity.REQUIRED;
  }

  private boolean staffIn(Optional<Locality> locality) {
    return caller
        .filter(who -> who.staff())
        .filter(who -> locality.filter(at -> who.localities().contains(at.id())).isPresent())
        .isPresent();
  }

  /** Which way it came. */
  Submission.Source source(Locality locality) {
    if (origin.source().isPresent()) {
      return origin.source().get();
    }
    if (!staffIn(Optional.of(locality)) || sent.anonymous()) {
      return Submission.Source.APP;
    }
    return caller.filter(who -> who.has(Role.WARDEN)).isPresent()
        ? Submission.Source.WARDEN
        : Submission.Source.STAFF;
  }

  /** A phone whose clock is ahead, or years behind, does not know when it was. */
  Optional<Instant> capturedAt(Instant now) {
    return sent.capturedAt()
        .filter(at -> !at.isAfter(now) && at.isAfter(now.minus(LONGEST_KEPT)))
        .map(at -> at.truncatedTo(ChronoUnit.MILLIS));
  }
}
