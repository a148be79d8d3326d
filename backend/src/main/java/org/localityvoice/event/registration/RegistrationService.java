package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.event.Events;
import org.localityvoice.event.allocation.Answer;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.registration.Admission.Open;
import org.localityvoice.problem.Problem;

/** Parties come to one session. */
final class RegistrationService {
  private final Admission admission;
  private final RowRequests requests;
  private final Rows rows;
  private final Telltale telltale;
  private final Events events;
  private final InstantSource clock;

  RegistrationService(
      Admission admission,
      RowRequests requests,
      Rows rows,
      Telltale telltale,
      Events events,
      InstantSource clock) {
    this.admission = admission;
    this.requests = requests;
    this.rows = rows;
    this.telltale = telltale;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param id made by the client
   * @param confirmed whether an overlap is meant
   */
  record Asked(String id, List<Member> party, boolean confirmed) {}

  /** What came of it, and whether it is the first that is heard of it. */
  record Taken(Seen seen, boolean fresh) {}

  /**
   * Registers a party: it is placed, or waits, or is refused and nothing is left of it. A retry
   * gets where it stands now.
   *
   * @return fails with not-found where the session, or one of the party, is not the caller's to see
   */
  Future<Taken> register(String uid, String sessionId, Asked asked) {
    var ids = Admission.ids(asked.party());
    return admission
        .session(sessionId)
        .compose(
            open ->
                admission
                    .party(uid, ids)
                    .compose(
                        who ->
                            telltale
                                .digest(uid, sessionId, asked.party())
                                .compose(
                                    digest ->
                                        rows.find(asked.id())
                                            .compose(
                                                known ->
                                                    known.isPresent()
                                                            && known.get().asking().pendingSince()
                                                                == null
                                                        ? retried(known.get(), digest)
                                                        : first(
                                                            uid, open, ids, asked, digest, who)))));
  }

  private Future<Taken> retried(Registration known, String digest) {
    RowRequests.same(known, digest);
    return rows.catchUp(known).map(seen -> new Taken(seen, false));
  }

  private Future<Taken> first(
      String uid, Open open, List<String> ids, Asked asked, String digest, List<Participant> who) {
    if (open.event().packageOnly()) {
      throw Problem.conflict("package-only");
    }
    admission.check(open, asked.party(), who, List.of());
    var visit = Visit.of(open.session());
    return admission
        .mustBeOldEnough(uid, who)
        .compose(old -> admission.coming(ids))
        .compose(
            coming -> {
              Admission.clear(coming, visit, ids, asked.id(), asked.confirmed());
              var now = clock.instant();
              return requests.begin(
                  RowDraft.first(
                      asked.id(), uid, visit, ids, Asking.first(digest, ids, now), null, now));
            })
        .compose(
            begun ->
                begun.row().asking().pendingSince() == null
                    ? retried(begun.row(), digest)
                    : admission
                        .mustHaveRoom(uid, 0)
                        .compose(room -> telltale.tell(begun.row(), open, asked.party()))
                        .compose(told -> join(begun.row(), uid, ids))
                        .compose(answer -> answered(begun.row(), open, asked.party(), answer))
                        .map(seen -> new Taken(seen, begun.fresh()))
                        .recover(failure -> refused(begun.row(), failure)));
  }

  private Future<Answer> join(Registration row, String uid, List<String> ids) {
    return events
        .allotments()
        .apply(
            row.visit().allotment(),
            new Command.Join(
                row.visit().session(), new Party(row.id(), uid, ids), Entrance.RESIDENT));
  }

  /**
   * A consent may have been withdrawn, or a guardian's link ended, between the look and the place.
   * Looked at again now, either this look sees it, or the place is there for the withdrawal to
   * take.
   */
  private Future<Seen> answered(Registration row, Open open, List<Member> party, Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      throw Refusals.of(refused.why());
    }
    return admission
        .mayAll(open.event(), open.session(), Admission.ids(party))
        .compose(
            may ->
                may
                    ? rows.settle(row)
                    : leave(row)
                        .compose(left -> rows.settle(row))
                        .compose(
                            seen -> Future.failedFuture(Problem.conflict("no-longer-allowed"))));
  }

  private Future<Answer> leave(Registration row) {
    return events
        .allotments()
        .apply(
            row.visit().allotment(),
            new Command.Leave(row.visit().session(), row.id(), Command.Leave.By.ORGANISER));
  }

  /** Nothing is left of what was refused; of what is not known the next try, or a sweep, knows. */
  private Future<Taken> refused(Registration row, Throwable failure) {
    return failure instanceof Problem problem && problem.type().status() < 500
        ? rows.giveUp(row).compose(gone -> Future.failedFuture(failure))
        : Future.failedFuture(failure);
  }

  /** Finishes a request that was cut off; see {@link Unfinished}. */
  Future<Void> finish(Registration cutOff) {
    return requests
        .goOn(cutOff)
        .compose(mine -> mine.map(row -> finished(row)).orElseGet(Future::succeededFuture));
  }

  private Future<Void> finished(Registration row) {
    if (row.state() == Stand.State.GONE) {
      return rows.remove(row);
    }
    return rows.known(row)
        .compose(
            known -> {
              if (!known) {
                return rows.giveUp(row);
              }
              return admission
                  .session(row.visit().session())
                  .compose(
                      open -> admission.mayAll(open.event(), open.session(), row.participants()))
                  .compose(may -> may ? Future.succeededFuture() : leave(row).mapEmpty())
                  .compose(done -> rows.settle(row))
                  .mapEmpty();
            });
  }
}
