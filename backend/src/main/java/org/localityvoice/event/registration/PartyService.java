package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.Events;
import org.localityvoice.event.allocation.Answer;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Refusal;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.problem.Problem;

/**
 * What people see of their registrations, and do with them. A registration is somebody's when they
 * may act for one of its participants; of the others they see nothing, and change nothing.
 */
final class PartyService {
  private final Admission admission;
  private final Rows rows;
  private final RegistrationStore store;
  private final Events events;
  private final People people;
  private final InstantSource clock;

  PartyService(
      Admission admission,
      Rows rows,
      RegistrationStore store,
      Events events,
      People people,
      InstantSource clock) {
    this.admission = admission;
    this.rows = rows;
    this.store = store;
    this.events = events;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A registration as somebody sees it.
   *
   * @param mine those of its participants they may act for
   */
  record Mine(Seen seen, Set<String> mine) {
    /** Those of the party who are theirs, in a fixed order. */
    List<String> theirs() {
      return mine.stream().sorted().toList();
    }

    boolean whole() {
      return mine.containsAll(seen.row().participants());
    }
  }

  /** Whom somebody may act for. */
  private Future<Set<String>> wards(String uid) {
    return people
        .of(uid)
        .map(all -> new LinkedHashSet<>(all.stream().map(Participant::id).toList()));
  }

  /** Theirs, by start; those that wait with where they are now. */
  Future<List<Mine>> list(String uid, boolean over, Optional<ListMark> after, int limit) {
    return wards(uid)
        .compose(
            wards -> {
              var now = clock.instant();
              var page =
                  over
                      ? store.over(wards, now, after, limit)
                      : store.coming(wards, now, after, limit);
              return page.compose(
                  found -> {
                    var seen = found.stream().map(this::current).toList();
                    return Future.all(seen)
                        .map(
                            all ->
                                seen.stream()
                                    .map(Future::result)
                                    .map(one -> new Mine(one, common(wards, one)))
                                    .toList());
                  });
            });
  }

  private Future<Seen> current(Registration row) {
    return row.state() == Stand.State.WAITING
        ? rows.look(row)
        : Future.succeededFuture(new Seen(row, 0));
  }

  private static Set<String> common(Set<String> wards, Seen seen) {
    var common = new LinkedHashSet<>(seen.row().participants());
    common.retainAll(wards);
    return common;
  }

  /** One of theirs; fails with not-found for anybody else's, as for one that is not there. */
  Future<Mine> find(String uid, String id) {
    return wards(uid)
        .compose(
            wards ->
                rows.find(id)
                    .map(
                        found ->
                            found
                                .filter(
                                    row -> row.state().live() || row.state() == Stand.State.ENDED)
                                .orElseThrow(Problem::notFound))
                    .compose(rows::look)
                    .map(seen -> new Mine(seen, common(wards, seen)))
                    .map(
                        mine -> {
                          if (mine.mine().isEmpty()) {
                            throw Problem.notFound();
                          }
                          return mine;
                        }));
  }

  /** Whoever they act for does not come; nobody else is touched. Again changes nothing. */
  Future<Mine> cancel(String uid, String id) {
    return find(uid, id)
        .compose(
            mine -> {
              if (mine.seen().row().state() == Stand.State.ENDED) {
                return Future.succeededFuture(mine);
              }
              var row = mine.seen().row();
              return applied(row, leaves(mine)).map(seen -> new Mine(seen, mine.mine()));
            });
  }

  /** Theirs do not come; those of others stay, also who may have joined since it was looked at. */
  private static Command.OfRegistration leaves(Mine mine) {
    var row = mine.seen().row();
    var of = String.join(",", mine.theirs());
    return new Command.ChangeParty(
        row.visit().session(),
        row.id(),
        DerivedId.of("leave", String.valueOf(row.number()), of),
        List.of(),
        mine.theirs());
  }

  /**
   * Takes the places that are offered; a place elsewhere at the time must be meant, and where
   * others of the party have one is not the caller's to know. Where staff have to look at one of
   * the party first, nobody decides this.
   */
  Future<Mine> accept(String uid, String id, boolean confirmed) {
    return find(uid, id)
        .compose(
            mine -> {
              var row = mine.seen().row();
              return admission
                  .party(uid, List.copyOf(mine.mine()))
                  .compose(who -> admission.mustBeOldEnough(uid, who))
                  .compose(
                      old ->
                          admission.mustBeFree(
                              row.state() == Stand.State.OFFERED ? row.participants() : List.of()))
                  .compose(free -> admission.coming(mine.theirs()))
                  .compose(
                      coming -> {
                        if (row.state() == Stand.State.OFFERED) {
                          Admission.clear(coming, row.visit(), mine.theirs(), id, confirmed);
                        }
                        return applied(row, new Command.AcceptOffer(row.visit().session(), id));
                      })
                  .map(PartyService::placed)
                  .map(seen -> new Mine(seen, mine.mine()));
            });
  }

  /** Whoever comes too late must not take the answer for a place. */
  private static Seen placed(Seen seen) {
    if (seen.row().state() == Stand.State.ENDED) {
      throw Refusals.of(Refusal.NOTHING_OFFERED);
    }
    return seen;
  }

  /** Does not take them; others in the party are still offered theirs. */
  Future<Mine> decline(String uid, String id) {
    return find(uid, id)
        .compose(
            mine -> {
              var row = mine.seen().row();
              var command =
                  mine.whole() || row.state() != Stand.State.OFFERED
                      ? new Command.DeclineOffer(row.visit().session(), id)
                      : leaves(mine);
              return applied(row, command).map(seen -> new Mine(seen, mine.mine()));
            });
  }

  private Future<Seen> applied(Registration row, Command command) {
    return events
        .allotments()
        .apply(row.visit().allotment(), command)
        .compose(
            answer ->
                answer instanceof Answer.Refused refused
                    ? Future.failedFuture(Refusals.of(refused.why()))
                    : rows.catchUp(row));
  }
}
