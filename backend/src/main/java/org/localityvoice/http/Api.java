package org.localityvoice.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations that are served: each of the contract is bound to one handler, and the routes are
 * those of the contract and no others.
 */
public final class Api {
  private static final Logger ACCESS = LoggerFactory.getLogger("org.localityvoice.access");
  private static final Map<Integer, ProblemType> ROUTER_FAILURES =
      Map.of(
          400, ProblemType.INVALID_REQUEST,
          404, ProblemType.NOT_FOUND,
          405, ProblemType.METHOD_NOT_ALLOWED,
          500, ProblemType.INTERNAL_ERROR);

  private final Map<String, Handler> handlers = new HashMap<>();
  private final Contract contract;
  private final Checks checks;
  private final Answers answers;
  private final Traffic traffic;
  private final Supplier<String> ids;
  private final Set<String> openBases;

  Api(Contract contract, Checks checks, Answers answers, Traffic traffic, Supplier<String> ids) {
    this.contract = contract;
    this.checks = checks;
    this.answers = answers;
    this.traffic = traffic;
    this.ids = ids;
    openBases =
        contract.operations().stream()
            .filter(Operation::open)
            .map(Operation::base)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Binds an operation of the contract, once. */
  public Api on(String operationId, Handler handler) {
    if (handlers.putIfAbsent(operationId, handler) != null) {
      throw new IllegalStateException("operation " + operationId + " is bound twice");
    }
    return this;
  }

  /** A schema of the contract, for what comes in another form than JSON but must fit it as well. */
  public ContractSchema schema(String name) {
    return contract.schema(name);
  }

  /**
   * Puts the contract's routes on a router.
   *
   * @throws IllegalStateException when an operation is bound to nothing, or a handler to no
   *     operation
   */
  public void mount(Router router) {
    var unknown = new HashSet<>(handlers.keySet());
    contract.operations().stream()
        // A fixed path goes before one that could take it for a parameter.
        .sorted(Comparator.comparing((Operation operation) -> operation.path().contains("{")))
        .forEach(
            operation -> {
              unknown.remove(operation.id());
              route(router, operation, handler(operation));
            });
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("not in the contract: " + unknown);
    }
    ROUTER_FAILURES.forEach(
        (status, type) -> router.errorHandler(status, context -> lost(context, type)));
  }

  private Handler handler(Operation operation) {
    var handler = handlers.get(operation.id());
    if (handler == null) {
      throw new IllegalStateException("nothing serves the operation " + operation.id());
    }
    return handler;
  }

  private void route(Router router, Operation operation, Handler handler) {
    var route = router.route(operation.route()).method(operation.method());
    if (operation.method().equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    var served = Optional.of(operation);
    route.handler(context -> serve(context, exchange(context, served), operation, handler));
  }

  private void serve(
      RoutingContext context, Exchange exchange, Operation operation, Handler handler) {
    try {
      checks
          .check(context, exchange, operation)
          .compose(handler::handle)
          .onSuccess(reply -> done(exchange, answers.write(exchange, reply)))
          .onFailure(failure -> fail(exchange, operation, failure));
    } catch (RuntimeException failure) {
      fail(exchange, operation, failure);
    }
  }

  private void fail(Exchange exchange, Operation operation, Throwable failure) {
    if (exchange.response().closed()) {
      // The caller has gone; there is nobody to tell.
      return;
    }
    checks.refused(exchange, operation);
    done(exchange, answers.refuse(exchange, failure));
  }

  private void lost(RoutingContext context, ProblemType type) {
    var failure =
        type == ProblemType.INTERNAL_ERROR && context.failure() != null
            ? context.failure()
            : Problem.of(type);
    var exchange = exchange(context, Optional.empty());
    done(exchange, answers.refuse(exchange, failure));
  }

  private Exchange exchange(RoutingContext context, Optional<Operation> operation) {
    var request = context.request();
    return new Exchange(request, operation, isOpen(operation, request.path()), ids);
  }

  /** What is not found below an open base is as open as what is. */
  private boolean isOpen(Optional<Operation> operation, @Nullable String path) {
    return operation
        .map(Operation::open)
        .orElseGet(() -> path != null && openBases.stream().anyMatch(path::startsWith));
  }

  private void done(Exchange exchange, int status) {
    var id = exchange.operation().map(Operation::id).orElse("none");
    var nanos = System.nanoTime() - exchange.startedNanos();
    traffic.count(id, status, nanos);
    if (ACCESS.isInfoEnabled() && !exchange.operation().map(Operation::silent).orElse(false)) {
      ACCESS
          .atInfo()
          .addKeyValue("request", exchange.requestId())
          .addKeyValue("operation", id)
          .addKeyValue("status", status)
          .addKeyValue("micros", nanos / 1000)
          .log("answered");
    }
  }
}
