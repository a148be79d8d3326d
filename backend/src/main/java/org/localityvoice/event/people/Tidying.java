package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.localityvoice.mongo.Decision;

/**
 * Puts away what counts no more. Nothing waits for it: ages, codes and refusals are looked at
 * whenever they matter.
 */
final class Tidying {
  /** How long it is kept that somebody consented, once they are gone. */
  static final Duration EVIDENCE = Duration.ofDays(365);

  private static final int AT_ONCE = 100;

  private final People people;
  private final ParticipantStore store;
  private final ProfileService profiles;
  private final AccountStore accounts;
  private final GuardianCodeStore codes;

  Tidying(
      People people,
      ParticipantStore store,
      ProfileService profiles,
      AccountStore accounts,
      GuardianCodeStore codes) {
    this.people = people;
    this.store = store;
    this.profiles = profiles;
    this.accounts = accounts;
    this.codes = codes;
  }

  /** One round. */
  Future<Void> run() {
    var now = people.now();
    return grownUp()
        .compose(done -> codes.purge(now))
        .compose(done -> accounts.tidy(now))
        .compose(done -> store.purge(now.minus(EVIDENCE)));
  }

  private Future<Void> grownUp() {
    return store
        .grownUp(people.today(), AT_ONCE)
        .compose(
            page -> {
              var ended = Future.<Void>succeededFuture();
              for (var one : page) {
                ended = ended.compose(before -> end(one));
              }
              return page.size() < AT_ONCE ? ended : ended.compose(all -> grownUp());
            });
  }

  /** Ends the links of somebody who is of age. Whom nobody can reach after that is removed. */
  private Future<Void> end(Participant grown) {
    return store
        .<List<Participant>>change(
            grown.id(),
            seen -> {
              if (!seen.adultOn(people.today()) || seen.removedAt() != null) {
                return Decision.keep(List.of());
              }
              if (seen.uid() == null) {
                return Decision.replace(ProfileService.removed(seen, people.now()), List.of(seen));
              }
              return Decision.replace(
                  Draft.of(seen).unlinkAll(people.now()).next(people.now()), List.of());
            })
        .compose(gone -> gone.isEmpty() ? Future.succeededFuture() : profiles.forget(gone.get(0)));
  }
}
