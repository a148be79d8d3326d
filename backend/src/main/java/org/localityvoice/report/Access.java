package org.localityvoice.report;

import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;

/** Who may see a report, and as what. Pure. */
final class Access {
  private Access() {}

  /** How they stand to the report; the problem {@code not-found} for outsiders. */
  static Viewer viewer(Report report, Credentials who) {
    return seenBy(report, who).orElseThrow(Problem::notFound);
  }

  /** How they stand to the report; empty for those who may not know of it. */
  static Optional<Viewer> seenBy(Report report, Credentials who) {
    var person = person(report, who);
    return who.caller()
        .flatMap(caller -> staff(report, caller))
        .<Viewer>map(actor -> new Viewer.Staff(actor, person))
        .or(() -> person.map(Viewer.Person::new))
        .or(
            () ->
                report.publication().listed()
                    ? Optional.of(new Viewer.Anybody())
                    : Optional.empty());
  }

  /** The person affected who asks, if they are one. */
  static Optional<Affected> person(Report report, Credentials who) {
    return report.affected().stream().filter(who::is).findFirst();
  }

  /**
   * The capacity in which a member of staff deals with the report; empty for outsiders.
   * Confidential reports are for the owner's officers and the locality's manager only.
   */
  static Optional<Actor> staff(Report report, Caller caller) {
    if (!caller.localities().contains(report.locality())) {
      return Optional.empty();
    }
    return kind(report, caller)
        .map(kind -> new Actor(kind, caller.organisation().orElse(null), caller.uid()));
  }

  private static Optional<Actor.Kind> kind(Report report, Caller caller) {
    var owner = report.standing().owner();
    if (caller.has(Role.PARTNER_OFFICER)
        && caller.organisation().filter(owner::equals).isPresent()) {
      return Optional.of(Actor.Kind.OWNER);
    }
    if (caller.has(Role.NEIGHBOURHOOD_MANAGER)) {
      return Optional.of(Actor.Kind.MANAGER);
    }
    return caller.has(Role.WARDEN) && !report.confidential()
        ? Optional.of(Actor.Kind.WARDEN)
        : Optional.empty();
  }

  /** Staff of the report, or the problem {@code not-found}. */
  static Actor mustBeStaff(Report report, Caller caller) {
    return staff(report, caller).orElseThrow(Problem::notFound);
  }
}
