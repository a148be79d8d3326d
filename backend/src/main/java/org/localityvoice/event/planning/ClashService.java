package org.localityvoice.event.planning;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.outbox.Relay;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** What officers and managers see of clashes, and say about them. */
final class ClashService {
  private static final Set<Role> ROLES = Set.of(Role.PARTNER_OFFICER, Role.NEIGHBOURHOOD_MANAGER);
  private static final Set<Role> MANAGERS = Set.of(Role.NEIGHBOURHOOD_MANAGER);

  private final ClashStore store;
  private final Areas areas;
  private final Relay relay;
  private final InstantSource clock;

  ClashService(ClashStore store, Areas areas, Relay relay, InstantSource clock) {
    this.store = store;
    this.areas = areas;
    this.relay = relay;
    this.clock = clock;
  }

  /** What to list. */
  record Listed(
      String locality,
      ClashState state,
      Optional<String> pair,
      Optional<ListMark> after,
      int limit) {}

  /** A page of a locality's clashes, by when the first of the sessions starts. */
  Future<List<Clash>> list(Listed what, Caller caller) {
    caller.mustWorkIn(what.locality());
    return store.page(what.locality(), what.state(), what.pair(), what.after(), what.limit());
  }

  /** A clash of a locality that the caller works in. */
  Future<Clash> find(String id, Caller caller) {
    return store
        .find(id)
        .map(found -> found.filter(clash -> sees(caller, clash)).orElseThrow(Problem::notFound));
  }

  private static boolean sees(Caller caller, Clash clash) {
    return clash.localities().stream().anyMatch(caller.localities()::contains);
  }

  /**
   * The organiser of a session says what is to become of the clash.
   *
   * @return the clash after it; a retry gets it as it is by then
   */
  Future<Clash> answer(
      String id, String session, Asked asked, Clash.Applied request, Caller caller) {
    return find(id, caller)
        .compose(
            seen -> {
              var side = seen.side(session).orElseThrow(Problem::notFound);
              mustSpeakFor(side, caller);
              var wanted = asked.asOrganiser(seen, side);
              var by = caller.signing(ROLES);
              return change(
                  id,
                  (clash, time, now) ->
                      ClashLife.answered(clash, session, wanted, request, by, time, now));
            });
  }

  /** Somebody of the organiser, in the locality of the session. */
  private static void mustSpeakFor(Side side, Caller caller) {
    if (!caller.organisation().filter(side.organiser()::equals).isPresent()
        || !caller.localities().contains(side.locality())) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
  }

  /** A manager of one of the localities decides. */
  Future<Clash> decide(String id, Asked asked, Clash.Applied request, Caller caller) {
    return find(id, caller)
        .compose(
            seen -> {
              var wanted = asked.asManager(seen);
              var by = caller.signing(MANAGERS);
              return change(
                  id,
                  (clash, time, now) -> ClashLife.decided(clash, wanted, request, by, time, now));
            });
  }

  private interface Deciding {
    Decision<Clash, Clash> decide(Clash clash, OfficeTime time, Instant now);
  }

  private Future<Clash> change(String id, Deciding deciding) {
    return areas
        .area()
        .compose(
            area -> {
              var time = OfficeTime.of(area.orElseThrow(Problem::notFound));
              var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
              return store.change(id, clash -> deciding.decide(clash, time, now));
            })
        .onSuccess(done -> relay.nudge());
  }
}
