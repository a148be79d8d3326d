package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.localityvoice.mongo.Decision;
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Pages;

/**
 * Puts away what counts no more. Nothing waits for it: ages, codes and refusals are looked at
 * whenever they matter.
 */
final class Tidying {
  /** How long it is kept that somebody consented, once it counts no more. */
  static final Duration EVIDENCE = Duration.ofDays(365);

  private static final int AT_ONCE = 200;

  private final People people;
  private final ParticipantStore store;
  private final ProfileService profiles;
  private final AccountStore accounts;
  private final GuardianCodeStore codes;
  private final HeldRecords held;
  private final AuditStore audit;

  Tidying(
      People people,
      ParticipantStore store,
      ProfileService profiles,
      AccountStore accounts,
      GuardianCodeStore codes,
      HeldRecords held,
      AuditStore audit) {
    this.people = people;
    this.store = store;
    this.profiles = profiles;
    this.accounts = accounts;
    this.codes = codes;
    this.held = held;
    this.audit = audit;
  }

  /** One round. */
  Future<Void> run() {
    var now = people.now();
    return grownUp()
        .compose(done -> codes.purge(now))
        .compose(count -> audit.removed(GuardianCodeStore.COLLECTION, count, now))
        .compose(done -> accounts.tidy(now))
        .compose(count -> audit.removed(AccountStore.COLLECTION, count, now))
        .compose(done -> removed(now.minus(EVIDENCE)))
        .compose(done -> evidence(now.minus(EVIDENCE)));
  }

  private Future<Void> grownUp() {
    return store
        .grownUp(people.today(), AT_ONCE)
        .compose(page -> InTurn.eachByItself("somebody who is of age", page, this::end))
        .mapEmpty();
  }

  private Future<Void> removed(Instant end) {
    return Pages.<Participant>each(
        AT_ONCE,
        after -> store.removed(end, after, AT_ONCE),
        page ->
            free(page)
                .compose(store::forget)
                .compose(count -> audit.removed(ParticipantStore.COLLECTION, count, people.now())));
  }

  private Future<Void> evidence(Instant end) {
    return Pages.<Participant>each(
        AT_ONCE,
        after -> store.withdrawn(end, after, AT_ONCE),
        page -> free(page).compose(free -> InTurn.each(free, one -> forget(one, end))));
  }

  /** Of whom no incident holds anything; what they had consented to is part of it. */
  private Future<List<Participant>> free(List<Participant> page) {
    var free = new ArrayList<Participant>();
    return InTurn.each(
            page,
            one ->
                held.anyOf(one.id())
                    .onSuccess(
                        any -> {
                          if (!any) {
                            free.add(one);
                          }
                        })
                    .mapEmpty())
        .map(done -> free);
  }

  private Future<Void> forget(Participant one, Instant end) {
    return store
        .change(
            one.id(), seen -> Decision.replace(Draft.of(seen).forget(end).next(people.now()), true))
        .mapEmpty();
  }

  /**
   * Ends the links of somebody who is of age. Whom nobody can reach after that is removed, unless
   * they are on hold: then staff have to look first.
   */
  private Future<Void> end(Participant grown) {
    return store
        .<List<Participant>>change(
            grown.id(),
            seen -> {
              var now = people.now();
              if (!seen.adultOn(people.today()) || seen.removedAt() != null) {
                return Decision.keep(List.of());
              }
              if (seen.uid() != null) {
                return Decision.replace(Draft.of(seen).unlinkAll(now).next(now), List.of());
              }
              return seen.onHold()
                  ? Decision.keep(List.of())
                  : Decision.replace(ProfileService.removed(seen, now), List.of(seen));
            })
        .compose(gone -> gone.isEmpty() ? Future.succeededFuture() : profiles.forget(gone.get(0)));
  }
}
