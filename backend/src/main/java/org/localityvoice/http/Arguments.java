package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
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
    var sent = context.request().query() != null;
    if (operation.parameters().isEmpty() && (operation.lenient() || !sent)) {
      return Map.of();
    }
    var values = new HashMap<String, JsonNode>();
    var violations = new ArrayList<Violation>();
    for (var parameter : operation.parameters()) {
      var text = text(context, parameter, operation.lenient());
      if (text.isPresent()) {
        var value = parameter.value(text.get(), operation.lenient());
        violations.addAll(Violations.of(parameter, parameter.schema().validate(value)));
        values.put(parameter.key(), value);
      } else if (parameter.required()) {
        violations.add(Violations.missing(parameter));
      }
    }
    if (sent && !operation.lenient()) {
      violations.addAll(strange(query(context), operation));
    }
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
    return values;
  }

  /** What a query may not have: names that are not declared, and declared ones twice. */
  private static List<Violation> strange(MultiMap query, Operation operation) {
    var violations = new ArrayList<Violation>();
    for (var name : query.names()) {
      if (!operation.queries().contains(name)) {
        violations.add(Violations.unknownQuery(name));
      } else if (query.getAll(name).size() > 1) {
        violations.add(new Violation(Violation.In.QUERY, name, "repeated", List.of()));
      }
    }
    return violations;
  }

  private static MultiMap query(RoutingContext context) {
    try {
      return context.queryParams();
    } catch (HttpException e) {
      // An escape that is cut off.
      throw Problem.of(ProblemType.INVALID_REQUEST);
    }
  }

  private static Optional<String> text(
      RoutingContext context, Parameter parameter, boolean lenient) {
    return switch (parameter.in()) {
      case PATH -> Optional.ofNullable(context.pathParam(parameter.name()));
      case QUERY ->
          Optional.ofNullable(query(context).get(parameter.name()))
              .filter(text -> !lenient || !text.isBlank());
      case HEADER -> Optional.ofNullable(context.request().getHeader(parameter.name()));
      case BODY -> throw new IllegalStateException("a body is no parameter");
    };
  }
}
