package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.localityvoice.event.Events;
import org.localityvoice.event.allocation.Answer;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.registration.Admission.Open;
import org.localityvoice.event.registration.PartyService.Mine;
import org.localityvoice.problem.Problem;

/** Others come, or fewer, or more; all of it or nothing. */
final class PartyChangeService {
  private final Admission admission;
  private final PartyService parties;
  private final RowRequests requests;
  private final Rows rows;
  private final Telltale telltale;
  private final Events events;

  PartyChangeService(
      Admission admission,
      PartyService parties,
      RowRequests requests,
      Rows rows,
      Telltale telltale,
      Events events) {
    this.admission = admission;
    this.parties = parties;
    this.requests = requests;
    this.rows = rows;
    this.telltale = telltale;
    this.events = events;
  }

  /**
   * What is asked for.
   *
   * @param party those of the caller's own who are to come; the rest of the party stays
   * @param key names the request, so that a retry changes nothing
   */
  record Asked(String key, List<Member> party, boolean confirmed) {}

  /** The same beside what there is. */
  private record Wanted(Mine mine, Open open, Asked asked) {
    Registration row() {
      return mine.seen().row();
    }

    /** The whole party afterwards. */
    List<String> all() {
      var all = new LinkedHashSet<>(row().participants());
      all.removeAll(mine.mine());
      all.addAll(Admission.ids(asked.party()));
      return List.copyOf(all);
    }

    List<Member> fresh() {
      return asked.party().stream()
          .filter(one -> !row().participants().contains(one.id()))
          .toList();
    }

    /** Those of the caller's own who do not come any more. */
    List<String> leaving() {
      var asked = Admission.ids(asked().party());
      return mine.theirs().stream().filter(one -> !asked.contains(one)).toList();
    }

    List<Member> rest() {
      return asked.party().stream().filter(one -> row().participants().contains(one.id())).toList();
    }
  }

  Future<Mine> change(String uid, String id, Asked asked) {
    return parties
        .find(uid, id)
        .compose(
            mine -> {
              if (mine.seen().row().state() == Stand.State.ENDED) {
                throw Problem.conflict("registration-ended");
              }
              return admission
                  .session(mine.seen().row().visit().session())
                  .map(open -> new Wanted(mine, open, asked));
            })
        .compose(
            wanted ->
                admitted(uid, wanted)
                    .compose(may -> telltale.digest(uid, id, asked.party()))
                    .compose(digest -> once(wanted, new Asking.Change(asked.key(), digest)))
                    .map(seen -> new Mine(seen, afterwards(wanted, seen))));
  }

  /** A late retry of what is done tells nothing again: it has perhaps been told otherwise since. */
  private Future<Seen> once(Wanted wanted, Asking.Change change) {
    return wanted.row().asking().isDone(change)
        ? rows.catchUp(wanted.row())
        : requests
            .begin(wanted.row().id(), change, wanted.all())
            .compose(
                begun -> change(begun, wanted).recover(failure -> refused(begun, change, failure)));
  }

  private static Set<String> afterwards(Wanted wanted, Seen seen) {
    var mine = new LinkedHashSet<>(wanted.mine().mine());
    mine.addAll(Admission.ids(wanted.asked().party()));
    mine.retainAll(seen.row().participants());
    return mine;
  }

  private Future<Void> admitted(String uid, Wanted wanted) {
    var row = wanted.row();
    var added = Admission.ids(wanted.fresh());
    return admission
        .party(uid, Admission.ids(wanted.asked().party()))
        .compose(
            who -> {
              if (!added.isEmpty()) {
                admission.mustBeToCome(wanted.open().session());
              }
              admission.check(wanted.open(), wanted.asked().party(), who, row.participants());
              var fresh = who.stream().filter(one -> added.contains(one.id())).toList();
              return added.isEmpty()
                  ? Future.succeededFuture(List.<Registration>of())
                  : admission
                      .mustBeOldEnough(uid, fresh)
                      .compose(old -> admission.mustHaveRoom(row.account(), added.size()))
                      .compose(room -> admission.coming(added));
            })
        .compose(
            coming -> {
              Admission.clear(coming, row.visit(), added, row.id(), wanted.asked().confirmed());
              return Future.succeededFuture();
            });
  }

  private Future<Seen> change(Registration begun, Wanted wanted) {
    return telltale
        .tell(begun, wanted.open(), wanted.fresh())
        .compose(
            told ->
                apply(begun, wanted.asked().key(), Admission.ids(wanted.fresh()), wanted.leaving()))
        .compose(
            done ->
                admission.mayAll(
                    wanted.open().event(), wanted.open().session(), Admission.ids(wanted.fresh())))
        .compose(
            may ->
                may
                    ? telltale.tell(begun, wanted.open(), wanted.rest())
                    : apply(
                            begun,
                            wanted.asked().key() + "-back",
                            wanted.leaving(),
                            Admission.ids(wanted.fresh()))
                        .compose(
                            back -> Future.failedFuture(Problem.conflict("no-longer-allowed"))))
        .compose(told -> rows.settle(begun));
  }

  private Future<Void> apply(
      Registration row, String key, List<String> coming, List<String> leaving) {
    return events
        .allotments()
        .apply(
            row.visit().allotment(),
            new Command.ChangeParty(row.visit().session(), row.id(), key, coming, leaving))
        .map(
            answer -> {
              if (answer instanceof Answer.Refused refused) {
                throw Refusals.of(refused.why());
              }
              if (answer instanceof Answer.HasEnded) {
                throw Problem.conflict("registration-ended");
              }
              return null;
            });
  }

  /** What was told of those who do not come after all goes again. */
  private Future<Seen> refused(Registration begun, Asking.Change change, Throwable failure) {
    return failure instanceof Problem problem && problem.type().status() < 500
        ? rows.settle(begun)
            .compose(seen -> requests.forget(begun.id(), change))
            .compose(seen -> Future.failedFuture(failure))
        : Future.failedFuture(failure);
  }
}
