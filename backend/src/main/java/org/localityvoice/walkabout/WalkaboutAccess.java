package org.localityvoice.walkabout;

import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;

/** Who may do what with a walkabout. Whoever may not is told that there is none. */
public final class WalkaboutAccess {
  private static final Set<Role> PLANNERS = Set.of(Role.WARDEN, Role.NEIGHBOURHOOD_MANAGER);
  private static final Set<Role> WALKERS =
      Set.of(Role.WARDEN, Role.NEIGHBOURHOOD_MANAGER, Role.PARTNER_OFFICER);

  private WalkaboutAccess() {}

  /** Wardens and managers of the locality, who plan. */
  static boolean plans(Caller caller, String localityId) {
    return caller.localities().contains(localityId) && caller.hasAny(PLANNERS);
  }

  /** These and the officers there, who walk and grade as well. */
  public static boolean walks(Caller caller, String localityId) {
    return caller.localities().contains(localityId) && caller.hasAny(WALKERS);
  }

  /** The manager of the locality. */
  public static boolean manages(Caller caller, String localityId) {
    return caller.localities().contains(localityId) && caller.has(Role.NEIGHBOURHOOD_MANAGER);
  }

  static void mustPlan(Caller caller, String localityId) {
    if (!plans(caller, localityId)) {
      throw Problem.notFound();
    }
  }

  /** Refuses everybody else. */
  public static void mustWalk(Caller caller, String localityId) {
    if (!walks(caller, localityId)) {
      throw Problem.notFound();
    }
  }

  static Sender sender(Caller caller, String localityId) {
    return new Sender(
        caller.uid(),
        caller.signing(WALKERS).role(),
        caller.organisation(),
        manages(caller, localityId));
  }

  static String roleOf(Caller caller) {
    return caller.signing(PLANNERS).role();
  }
}
