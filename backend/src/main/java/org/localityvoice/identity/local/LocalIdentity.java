package org.localityvoice.identity.local;

import io.vertx.core.Future;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Identity;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Sign-in of sample people without any identity provider: never in production. They count as people
 * whose address and number were verified, but for those of whom their file says otherwise.
 */
public final class LocalIdentity implements Identity {
  private final Personas personas;
  private final LocalTokens tokens;

  public LocalIdentity(Personas personas, LocalTokens tokens) {
    this.personas = personas;
    this.tokens = tokens;
  }

  @Override
  public Future<Caller> holderOf(String token, boolean mayBeRecent) {
    return tokens
        .uid(token)
        .map(uid -> Future.succeededFuture(personas.caller(uid)))
        .orElseGet(() -> Future.failedFuture(Problem.of(ProblemType.NOT_SIGNED_IN)));
  }
}
