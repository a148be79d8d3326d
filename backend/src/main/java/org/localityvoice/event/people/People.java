package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;

/** The way in for the other packages of event: who takes part, and who acts for them. */
public final class People {
  /** How many profiles one account can have to do with. */
  static final int MOST = 60;

  private final ParticipantStore store;
  private final Rules rules;
  private final InstantSource clock;
  private final ZoneId zone;

  People(ParticipantStore store, Rules rules, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
    this.zone = zone;
  }

  /** The participant of that id; empty for somebody who was removed. */
  public Future<Optional<Participant>> find(String id) {
    return store.find(id).map(found -> found.filter(one -> one.removedAt() == null));
  }

  /** Whom an account may act for today, and so book: themselves and the children linked to them. */
  public Future<List<Participant>> of(String uid) {
    var today = today();
    return store
        .of(uid, MOST)
        .map(all -> all.stream().filter(one -> one.actedForBy(uid, today)).toList());
  }

  /**
   * The participant of that id, if an account may act for them today.
   *
   * @return fails with not-found for anybody else's, as for one that is not there
   */
  public Future<Participant> actedFor(String uid, String id) {
    var today = today();
    return find(id)
        .map(
            found ->
                found.filter(one -> one.actedForBy(uid, today)).orElseThrow(Problem::notFound));
  }

  /**
   * Refuses those who book for themselves and are too young for that, by the age of consent that
   * the area has set for today: it may have been raised since they made their profile. For their
   * guardians it makes no difference.
   *
   * @param who whom an account books, all of them people it may act for
   * @return fails with the conflict {@code guardian-books-you}
   */
  public Future<Void> mustBeOldEnough(String uid, List<Participant> who) {
    var today = today();
    var young = who.stream().filter(one -> one.is(uid) && !one.adultOn(today)).findFirst();
    if (young.isEmpty()) {
      return Future.succeededFuture();
    }
    return rules
        .now()
        .compose(
            now ->
                young.get().ageOn(today) < now.consentAge(today)
                    ? Future.failedFuture(Problem.conflict("guardian-books-you"))
                    : Future.succeededFuture());
  }

  /** The moment now, as exact as the store keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The local date now, by which ages and guardians count. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
