package org.localityvoice.event;

import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;

/** Who may do what with an event. Whoever may not is told that there is none. */
final class EventAccess {
  private EventAccess() {}

  /** What somebody sees of an event. */
  enum Sight {
    /** What is published. */
    PUBLIC,
    /** Drafts as well, with title, time, venue, ages and capacity. */
    OFFICER,
    /** Everything. */
    MANAGER
  }

  static Sight sight(Optional<Caller> holder, String localityId, String organiser) {
    return holder
        .filter(caller -> plans(caller, localityId))
        .map(caller -> manages(caller, localityId, organiser) ? Sight.MANAGER : Sight.OFFICER)
        .orElse(Sight.PUBLIC);
  }

  /** Officers of the locality, who see each other's drafts. */
  static boolean plans(Caller caller, String localityId) {
    return caller.localities().contains(localityId)
        && (caller.has(Role.PARTNER_OFFICER) || caller.has(Role.NEIGHBOURHOOD_MANAGER));
  }

  /** The organiser's officers there, and the neighbourhood manager. */
  static boolean manages(Caller caller, String localityId, String organiser) {
    return caller.localities().contains(localityId)
        && (caller.has(Role.NEIGHBOURHOOD_MANAGER)
            || (caller.has(Role.PARTNER_OFFICER)
                && caller.organisation().filter(organiser::equals).isPresent()));
  }

  static void mustManage(Caller caller, String localityId, String organiser) {
    if (!manages(caller, localityId, organiser)) {
      throw Problem.notFound();
    }
  }

  static void mustPlan(Caller caller, String localityId) {
    if (!plans(caller, localityId)) {
      throw Problem.notFound();
    }
  }

  /** Whether the caller may know of a session that is in their way. */
  static boolean mayKnow(Caller caller, Session session) {
    return plans(caller, session.localityId()) || session.status() == SessionStatus.SCHEDULED;
  }
}
