package org.localityvoice.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Identity;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/**
 * Makes a checked call of a request, on the event loop: limit, caller, policy, parameters, body, in
 * that order, so that nothing of a body is read for somebody who may not send it.
 */
final class Checks {
  private static final String BEARER = "Bearer ";

  private final Identity identity;
  private final Limiter limiter;
  private final ClientAddress addresses;
  private final Bodies bodies;

  Checks(Identity identity, Limiter limiter, ClientAddress addresses, Bodies bodies) {
    this.identity = identity;
    this.limiter = limiter;
    this.addresses = addresses;
    this.bodies = bodies;
  }

  Future<Call> check(RoutingContext context, Exchange exchange, Operation operation) {
    if (!asksWhoCalls(operation.policy(), exchange)) {
      mustBeUnidentified(operation, exchange);
      limit(exchange, operation, Optional.empty());
      return call(context, exchange, operation, Optional.empty());
    }
    // Finding out who calls may take a while; the body waits for it unread.
    exchange.request().pause();
    return holder(exchange, operation)
        .compose(
            caller -> {
              operation.policy().check(Optional.of(caller));
              limit(exchange, operation, Optional.of(caller));
              return call(context, exchange, operation, Optional.of(caller));
            });
  }

  private static boolean asksWhoCalls(Policy policy, Exchange exchange) {
    return policy.needsCaller()
        || (policy.access() == Policy.Access.OPTIONAL
            && exchange.header("Authorization").isPresent());
  }

  /** Counts a refusal against a limit that counts nothing else. */
  void refused(Exchange exchange, Operation operation) {
    operation
        .limit()
        .filter(Limit::refusalsOnly)
        .ifPresent(limit -> limiter.count(limit, exchange.limitKey()));
  }

  private static void mustBeUnidentified(Operation operation, Exchange exchange) {
    if (operation.policy().access() == Policy.Access.UNIDENTIFIED
        && exchange.header("Authorization").isPresent()) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.HEADER, "Authorization", "unidentified", List.of())));
    }
  }

  private Future<Caller> holder(Exchange exchange, Operation operation) {
    var token =
        exchange
            .header("Authorization")
            .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(header -> header.substring(BEARER.length()).trim())
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> Problem.of(ProblemType.NOT_SIGNED_IN));
    return identity.holderOf(token, operation.method().equals(HttpMethod.GET));
  }

  private void limit(Exchange exchange, Operation operation, Optional<Caller> caller) {
    if (operation.limit().isEmpty()) {
      return;
    }
    var limit = operation.limit().get();
    var key = caller.map(Caller::uid).orElseGet(() -> addresses.of(exchange.request()));
    var verdict = limit.refusalsOnly() ? limiter.look(limit, key) : limiter.count(limit, key);
    exchange.limited(key, verdict);
    if (!verdict.allowed()) {
      throw Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(verdict.pause());
    }
  }

  private Future<Call> call(
      RoutingContext context, Exchange exchange, Operation operation, Optional<Caller> caller) {
    var parameters = Arguments.of(context, operation);
    var acceptLanguage = exchange.header("Accept-Language");
    return bodies
        .read(exchange.request(), operation.body())
        .map(body -> new Call(caller, acceptLanguage, parameters, body));
  }
}
