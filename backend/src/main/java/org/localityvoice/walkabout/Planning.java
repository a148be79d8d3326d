package org.localityvoice.walkabout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.localityvoice.locality.PlainText;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** What makes a good plan of a walkabout. Pure. */
final class Planning {
  private final ZoneId zone;

  Planning(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What a walkabout is to be.
   *
   * @param starts by the clocks of the area
   */
  record Wanted(
      String localityId,
      String routeId,
      int routeVersion,
      LocalDateTime starts,
      String meetingPlace,
      Optional<String> shortNoticeReason,
      Optional<String> rewalkOf) {}

  static Wanted plain(Wanted wanted) {
    var place = PlainText.of(wanted.meetingPlace());
    if (place.isEmpty()) {
      throw fault("/meetingPlace", "blank");
    }
    return new Wanted(
        wanted.localityId(),
        wanted.routeId(),
        wanted.routeVersion(),
        wanted.starts(),
        place,
        wanted.shortNoticeReason().map(PlainText::of).filter(text -> !text.isEmpty()),
        wanted.rewalkOf());
  }

  /** Refuses a change of what never changes. */
  static void mustStay(Walkabout found, Wanted wanted) {
    if (!found.localityId().equals(wanted.localityId())) {
      throw fault("/locality", "never-changes");
    }
    if (!found.routeId().equals(wanted.routeId())
        || found.routeVersion() != wanted.routeVersion()) {
      throw fault("/route", "never-changes");
    }
    if (!found.repeats().equals(wanted.rewalkOf())) {
      throw fault("/rewalkOf", "never-changes");
    }
  }

  /**
   * The plan that is wanted.
   *
   * @param before absent for a new one
   * @param needed how many days before residents should know
   */
  Plan plan(Wanted wanted, Optional<Plan> before, int needed, Instant now) {
    var startsAt = wanted.starts().atZone(zone).toInstant();
    if (!startsAt.isAfter(now)) {
      throw fault("/starts", "must-be-later");
    }
    var plannedAt =
        before.filter(one -> one.startsAt().equals(startsAt)).map(Plan::plannedAt).orElse(now);
    var days =
        (int)
            ChronoUnit.DAYS.between(
                LocalDate.ofInstant(plannedAt, zone), wanted.starts().toLocalDate());
    if (days < needed && wanted.shortNoticeReason().isEmpty()) {
      throw Problem.invalid(List.of(Violation.at("/shortNoticeReason", "short-notice", needed)));
    }
    return new Plan(
        startsAt, wanted.meetingPlace(), wanted.shortNoticeReason().orElse(null), plannedAt, days);
  }

  /** Whether it is what is wanted already. */
  boolean isAsked(Walkabout found, Wanted wanted) {
    return found.localityId().equals(wanted.localityId())
        && found.routeId().equals(wanted.routeId())
        && found.routeVersion() == wanted.routeVersion()
        && found.repeats().equals(wanted.rewalkOf())
        && found.plan().startsAt().equals(wanted.starts().atZone(zone).toInstant())
        && found.plan().meetingPlace().equals(wanted.meetingPlace())
        && Objects.equals(
            found.plan().shortNoticeReason(), wanted.shortNoticeReason().orElse(null));
  }

  /** The local day on which it takes place. */
  LocalDate day(Plan plan) {
    return LocalDate.ofInstant(plan.startsAt(), zone);
  }

  static Problem fault(String pointer, String code) {
    return Problem.invalid(List.of(Violation.at(pointer, code)));
  }
}
