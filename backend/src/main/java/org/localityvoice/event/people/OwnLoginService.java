package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.problem.Problem;

/** Gives a child whom a guardian has added a login of their own. */
final class OwnLoginService {
  private final People people;
  private final AccountStore accounts;
  private final Redeeming redeeming;

  OwnLoginService(People people, AccountStore accounts, Redeeming redeeming) {
    this.people = people;
    this.accounts = accounts;
    this.redeeming = redeeming;
  }

  /** Makes an account without a profile the child that a code names. */
  Future<Participant> redeem(String uid, GuardianCode code) {
    return Future.all(redeeming.participant(code), accounts.find(uid))
        .compose(
            both -> {
              Participant seen = both.resultAt(0);
              Optional<Account> account = both.resultAt(1);
              if (account
                  .flatMap(Account::claimed)
                  .filter(id -> !id.equals(seen.id()))
                  .isPresent()) {
                throw Problem.conflict("profile-there");
              }
              return redeeming.use(uid, code, seen);
            })
        .compose(id -> accounts.ensure(uid).compose(there -> adopt(uid, id)))
        .compose(
            id ->
                redeeming.change(
                    id,
                    code,
                    seen -> {
                      if (seen.uid() != null && !seen.is(uid)) {
                        throw Problem.conflict("has-login");
                      }
                      var draft = Draft.of(seen).uid(uid);
                      seen.guardian(code.maker(), people.today())
                          .ifPresent(link -> draft.link(link.confirmed(code.digest())));
                      return draft;
                    }));
  }

  private Future<String> adopt(String uid, String id) {
    return accounts
        .adopt(uid, id)
        .map(
            adopted -> {
              if (!adopted) {
                throw Problem.conflict("profile-there");
              }
              return id;
            });
  }
}
