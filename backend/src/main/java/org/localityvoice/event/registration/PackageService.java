package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Event;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.registration.Admission.Open;
import org.localityvoice.event.registration.AllDates.Phase;
import org.localityvoice.event.registration.AllDates.Step;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Parties come to all dates of an event, or to none. */
final class PackageService {
  /** How long places are kept while the other dates are asked. */
  static final Duration HELD = Duration.ofMinutes(10);

  /** Dates times participants; what is told of each must be written before the first is asked. */
  static final int LARGEST = 300;

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Admission admission;
  private final Events events;
  private final PackageStore store;
  private final PackageRows rows;
  private final PackageSaga saga;
  private final Telltale telltale;
  private final InstantSource clock;

  PackageService(
      Admission admission,
      Events events,
      PackageStore store,
      PackageRows rows,
      PackageSaga saga,
      Telltale telltale,
      InstantSource clock) {
    this.admission = admission;
    this.events = events;
    this.store = store;
    this.rows = rows;
    this.saga = saga;
    this.telltale = telltale;
    this.clock = clock;
  }

  /** What came of it, and whether it is the first that is heard of it. */
  record Taken(AllDates one, boolean fresh) {}

  /**
   * Registers a party for every session that is to come. A retry goes on where the first try was
   * cut off, and gets the answer of the first.
   */
  Future<Taken> book(String uid, String eventId, RegistrationService.Asked asked) {
    var ids = Admission.ids(asked.party());
    return admission
        .event(eventId)
        .compose(
            event ->
                admission
                    .party(uid, ids)
                    .compose(
                        who ->
                            telltale
                                .digest(uid, eventId, asked.party())
                                .compose(
                                    digest ->
                                        store
                                            .find(asked.id())
                                            .compose(
                                                known ->
                                                    known.isPresent()
                                                        ? again(event, known.get(), digest, asked)
                                                        : first(uid, event, who, asked, digest)))));
  }

  private Future<Taken> again(
      Event event, AllDates known, String digest, RegistrationService.Asked asked) {
    if (!known.digest().equals(digest)) {
      throw Problem.conflict("registration-id-taken");
    }
    return (known.phase() == Phase.TELLING ? begun(event, known, asked.party()) : saga.run(known))
        .map(one -> new Taken(placed(one), false));
  }

  private Future<Taken> first(
      String uid,
      Event event,
      List<Participant> who,
      RegistrationService.Asked asked,
      String digest) {
    var ids = Admission.ids(asked.party());
    return events
        .sessionsOf(event.id())
        .map(this::toCome)
        .compose(
            sessions -> {
              if (sessions.isEmpty()) {
                throw Problem.conflict("nothing-to-come");
              }
              if (sessions.size() * ids.size() > LARGEST) {
                throw Problem.conflict("package-too-large", LARGEST);
              }
              sessions.forEach(
                  one -> admission.check(new Open(one, event), asked.party(), who, List.of()));
              return admission
                  .mustBeOldEnough(uid, who)
                  .compose(old -> admission.coming(ids))
                  .map(
                      coming -> {
                        sessions.forEach(
                            one ->
                                Admission.clear(coming, Visit.of(one), ids, "", asked.confirmed()));
                        return sessions;
                      });
            })
        .compose(
            sessions -> {
              var wanted = wanted(uid, event, sessions, ids, asked.id(), digest);
              return store
                  .add(wanted)
                  .compose(
                      added ->
                          added
                              ? begun(event, wanted, asked.party())
                                  .map(one -> new Taken(placed(one), true))
                              // The same request was faster than itself.
                              : store
                                  .find(asked.id())
                                  .map(Optional::orElseThrow)
                                  .compose(known -> again(event, known, digest, asked)));
            });
  }

  private List<Session> toCome(List<Session> all) {
    var now = clock.instant();
    return all.stream()
        .filter(one -> one.listed() && one.status() == SessionStatus.SCHEDULED)
        .filter(one -> now.isBefore(one.startsAt()))
        .sorted(Comparator.comparing(Session::id))
        .toList();
  }

  private AllDates wanted(
      String uid, Event event, List<Session> sessions, List<String> ids, String id, String digest) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var steps =
        sessions.stream()
            .map(
                one ->
                    new Step(
                        one.id(), one.allotmentId(), DerivedId.of("package", uid, id, one.id())))
            .toList();
    return new AllDates(
        id,
        1,
        uid,
        event.id(),
        ids,
        digest,
        Phase.TELLING,
        steps,
        null,
        null,
        now,
        now.plus(HELD),
        now);
  }

  /** Tells the sessions, and goes on unless that is more than one account may hold. */
  private Future<AllDates> begun(Event event, AllDates one, List<Member> party) {
    return tell(event, one, party)
        .compose(told -> admission.holdsTooMuch(one.account(), 0))
        .compose(much -> much ? saga.refuse(one, Admission.TOO_MANY) : saga.told(one));
  }

  /** Writes a row for each date, and what its session is told. */
  private Future<Void> tell(Event event, AllDates one, List<Member> party) {
    var told = Future.<Void>succeededFuture();
    for (var step : one.steps()) {
      told =
          told.compose(before -> admission.session(step.session()))
              .compose(
                  open ->
                      rows.add(one, step, Visit.of(open.session()))
                          .compose(
                              row -> telltale.tell(row, new Open(open.session(), event), party)));
    }
    return told;
  }

  /** Gives back every date that is to come, in one request. Again changes nothing. */
  Future<AllDates> cancel(String id) {
    return store
        .find(id)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            one -> {
              if (one.phase().arrived()) {
                return saga.cancel(one);
              }
              if (one.phase() == Phase.CANCELLING) {
                return saga.run(one);
              }
              // It is on its way; in a moment it has arrived.
              throw Problem.of(ProblemType.UNAVAILABLE).retryAfter(A_MOMENT);
            });
  }

  private static AllDates placed(AllDates one) {
    if (one.phase() == Phase.REFUSED) {
      throw Problem.conflict(
          Optional.ofNullable(one.refusal()).orElse(PackageSaga.LAPSED),
          Optional.ofNullable(one.refusedIn()).orElse(""));
    }
    return one;
  }
}
