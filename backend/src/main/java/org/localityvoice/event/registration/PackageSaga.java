package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.localityvoice.event.allocation.Answer;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.event.allocation.Refusal;
import org.localityvoice.event.allocation.Standing;
import org.localityvoice.event.registration.AllDates.Phase;
import org.localityvoice.event.registration.AllDates.Step;
import org.localityvoice.mongo.Decision;

/**
 * Takes a package to its end from wherever it is: keeps places on every date, then confirms them
 * all, or gives all of them up. Whoever is cut off is followed by whoever goes on; two who go on at
 * once do each other no harm. One that comes too late to a package that was given up gives up what
 * it has just been kept.
 */
final class PackageSaga {
  static final String LAPSED = "package-lapsed";
  static final String NO_LONGER_ALLOWED = "no-longer-allowed";

  private final PackageStore store;
  private final Places places;
  private final PackageRows rows;
  private final InstantSource clock;

  PackageSaga(PackageStore store, Places places, PackageRows rows, InstantSource clock) {
    this.store = store;
    this.places = places;
    this.rows = rows;
    this.clock = clock;
  }

  /** The way to the allotments. */
  interface Places {
    Future<Answer> apply(String allotment, Command command);
  }

  /** Why a package cannot be had. */
  private record Obstacle(String code, String session) {}

  /** Everything is told: goes on from there. */
  Future<AllDates> told(AllDates one) {
    return one.phase() == Phase.TELLING ? go(one, Phase.HOLDING) : run(one);
  }

  /** Refuses a package that has only just begun; others go on. */
  Future<AllDates> refuse(AllDates one, String code) {
    return one.phase() == Phase.TELLING
        ? give(one, new Obstacle(code, one.steps().get(0).session()))
        : run(one);
  }

  /** Gives a package back that has its places; others stay as they are. */
  Future<AllDates> cancel(AllDates one) {
    return one.phase() == Phase.PLACED ? go(one, Phase.CANCELLING) : Future.succeededFuture(one);
  }

  /** Goes on until the package has arrived. */
  Future<AllDates> run(AllDates one) {
    return switch (one.phase()) {
      // Whoever began this knows what to tell; if they do not go on, nobody can.
      case TELLING -> give(one, new Obstacle(LAPSED, one.steps().get(0).session()));
      case HOLDING ->
          each(one, this::hold).compose(no -> no.map(o -> give(one, o)).orElseGet(() -> held(one)));
      case CONFIRMING ->
          each(one, this::confirm)
              .compose(no -> no.map(o -> give(one, o)).orElseGet(() -> end(one, Phase.PLACED)));
      case RELEASING -> release(one).compose(done -> end(one, Phase.REFUSED));
      case CANCELLING -> each(one, this::leave).compose(done -> end(one, Phase.CANCELLED));
      case PLACED, REFUSED, CANCELLED -> Future.succeededFuture(one);
    };
  }

  /** Takes the sessions in order, until one says no. */
  private Future<Optional<Obstacle>> each(
      AllDates one, BiFunction<AllDates, Step, Future<Optional<Obstacle>>> what) {
    var all = Future.succeededFuture(Optional.<Obstacle>empty());
    for (var step : one.steps()) {
      all = all.compose(no -> no.isPresent() ? Future.succeededFuture(no) : what.apply(one, step));
    }
    return all;
  }

  private Future<Optional<Obstacle>> hold(AllDates one, Step step) {
    var party = new Party(step.registration(), one.account(), one.participants());
    return places
        .apply(step.allotment(), new Command.Hold(step.session(), party, one.id(), one.heldUntil()))
        .map(answer -> obstacle(answer, step));
  }

  private Future<Optional<Obstacle>> confirm(AllDates one, Step step) {
    return places
        .apply(step.allotment(), new Command.ConfirmHold(step.session(), step.registration()))
        .map(answer -> obstacle(answer, step));
  }

  private Future<Optional<Obstacle>> leave(AllDates one, Step step) {
    return rows.isToCome(step)
        .compose(
            toCome ->
                // What has ended already stays as it is.
                toCome
                    ? places
                        .apply(
                            step.allotment(),
                            new Command.Leave(
                                step.session(), step.registration(), Command.Leave.By.RESIDENT))
                        .map(answer -> Optional.empty())
                    : Future.succeededFuture(Optional.empty()));
  }

  private static Optional<Obstacle> obstacle(Answer answer, Step step) {
    if (answer instanceof Answer.Stands stands
        && (stands.standing() instanceof Standing.Held
            || stands.standing() instanceof Standing.Placed)) {
      return Optional.empty();
    }
    var code =
        answer instanceof Answer.Refused refused && refused.why() != Refusal.UNKNOWN_REGISTRATION
            ? Refusals.of(refused.why()).code()
            : LAPSED;
    return Optional.of(new Obstacle(code, step.session()));
  }

  private Future<AllDates> held(AllDates one) {
    // As with one date: now that places are kept, a withdrawal finds them, or this look finds it.
    return rows.mayAll(one)
        .compose(
            refusing ->
                refusing
                    .map(session -> give(one, new Obstacle(NO_LONGER_ALLOWED, session)))
                    .orElseGet(() -> go(one, Phase.CONFIRMING)));
  }

  private Future<AllDates> give(AllDates one, Obstacle why) {
    var now = clock.instant();
    return move(one, seen -> seen.refused(why.code(), why.session(), now));
  }

  private Future<AllDates> go(AllDates one, Phase next) {
    var now = clock.instant();
    return move(one, seen -> seen.in(next, now));
  }

  /** The rows first: whoever is told that the package has arrived finds them so. */
  private Future<AllDates> end(AllDates one, Phase last) {
    return rows.bring(one, last).compose(brought -> go(one, last));
  }

  /** Moves on from where it was seen, unless somebody else has; then goes on from there. */
  private Future<AllDates> move(AllDates one, Function<AllDates, AllDates> next) {
    return store
        .<AllDates>change(
            one.id(),
            seen ->
                seen.phase() == one.phase()
                    ? Decision.replace(next.apply(seen), next.apply(seen))
                    : Decision.keep(seen))
        .compose(
            now ->
                now.phase() == Phase.REFUSED && !one.phase().givenUp()
                    ? release(now).compose(done -> rows.bring(now, Phase.REFUSED)).map(now)
                    : run(now));
  }

  private Future<Void> release(AllDates one) {
    var all = Future.<Void>succeededFuture();
    for (var step : one.steps()) {
      all =
          all.compose(
              before ->
                  places
                      .apply(
                          step.allotment(),
                          new Command.ReleaseHold(step.session(), step.registration()))
                      .mapEmpty());
    }
    return all;
  }

  /** For whoever looks after those that were cut off. */
  Future<List<AllDates>> unfinished(Duration longest, int limit) {
    return store.unfinished(clock.instant().minus(longest), limit);
  }
}
