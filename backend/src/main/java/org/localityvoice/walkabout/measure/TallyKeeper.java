package org.localityvoice.walkabout.measure;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.walkabout.Walkabout;
import org.localityvoice.walkabout.Walkabouts;

/**
 * Keeps a tally of each walkabout, so that nobody who asks for figures has all grades looked
 * through. It hears of each change by its effect, and of what only time changes by a job.
 */
final class TallyKeeper {
  private static final int MOST_REWALKS = 50;
  private static final int PAGE = 50;

  private final TallyStore store;
  private final Walkabouts walkabouts;
  private final InstantSource clock;
  private final ZoneId zone;

  TallyKeeper(TallyStore store, Walkabouts walkabouts, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.walkabouts = walkabouts;
    this.clock = clock;
    this.zone = zone;
  }

  /** Carries an effect of kind {@link Walkabouts#NOTED} out; again makes the same. */
  Future<Void> noted(Outgoing effect) {
    return again(Json.value(effect.payload(), Walkabouts.Noted.class).walkabout());
  }

  /** Makes those anew in which something has waited long enough. */
  Future<Void> due() {
    return store
        .due(clock.instant(), PAGE)
        .compose(
            page ->
                each(page, one -> again(one.id()))
                    .compose(done -> page.size() == PAGE ? due() : Future.succeededFuture()));
  }

  /** Makes that of a walkabout, and of those that repeat it. */
  private Future<Void> again(String id) {
    return walkabouts
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : tally(found.get())
                        .compose(done -> walkabouts.rewalksOf(id, MOST_REWALKS))
                        .compose(rewalks -> each(rewalks, one -> put(one, found))));
  }

  /**
   * A re-walk is read before what it repeats: of two who do this at once, one has read both last.
   */
  private Future<Void> tally(Walkabout walkabout) {
    return walkabout.repeats().isEmpty()
        ? put(walkabout, Optional.empty())
        : walkabouts.find(walkabout.repeats().get()).compose(first -> put(walkabout, first));
  }

  private Future<Void> put(Walkabout walkabout, Optional<Walkabout> first) {
    var tallying = new Tallying(zone, clock.instant());
    return walkabouts
        .catalogue()
        .compose(
            catalogue -> {
              var route = catalogue.route(walkabout.routeId(), walkabout.routeVersion());
              if (route.isEmpty()) {
                return Future.<Boolean>failedFuture("a walkabout's route is not known yet");
              }
              return store.put(
                  first
                      .map(one -> tallying.rewalk(walkabout, one, route.get()))
                      .orElseGet(() -> tallying.first(walkabout, route.get())));
            })
        .mapEmpty();
  }

  private static <T> Future<Void> each(List<T> all, Function<T, Future<Void>> work) {
    var done = Future.<Void>succeededFuture();
    for (var one : all) {
      done = done.compose(before -> work.apply(one));
    }
    return done;
  }
}
