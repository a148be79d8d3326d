package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/** Reads the declared parameters of a request, and refuses those that are not declared. */
final class Arguments {
  private Arguments() {}

  /** The typed values by {@code in:name}; refuses with every fault found. */
  static Map<String, JsonNode> of(RoutingContext context, Operation operation) {
    var request = context.request();
    if (operation.parameters().isEmpty() && request.query() == null) {
      return Map.of();
    }
    var values = new HashMap<String, JsonNode>();
    var violations = new ArrayList<Violation>();
    for (var parameter : operation.parameters()) {
      read(context, request, parameter)
          .ifPresentOrElse(
              text -> {
                var value = parameter.value(text);
                var messages = parameter.schema().validate(value);
                violations.addAll(Violations.of(parameter, messages));
                values.put(parameter.key(), value);
              },
              () -> {
                if (parameter.required()) {
                  violations.add(Violations.missing(parameter));
                }
              });
    }
    if (request.query() != null) {
      for (var name : query(context).names()) {
        if (!operation.queries().contains(name)) {
          violations.add(Violations.unknownQuery(name));
        } else if (query(context).getAll(name).size() > 1) {
          violations.add(new Violation(Violation.In.QUERY, name, "repeated", List.of()));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
    return values;
  }

  private static MultiMap query(RoutingContext context) {
    try {
      return context.queryParams();
    } catch (HttpException e) {
      // An escape that is cut off.
      throw Problem.of(ProblemType.INVALID_REQUEST);
    }
  }

  private static Optional<String> read(
      RoutingContext context, HttpServerRequest request, Parameter parameter) {
    return Optional.ofNullable(
        switch (parameter.in()) {
          case PATH -> context.pathParam(parameter.name());
          case QUERY -> query(context).get(parameter.name());
          case HEADER -> request.getHeader(parameter.name());
          case BODY -> throw new IllegalStateException("a body is no parameter");
        });
  }
}
