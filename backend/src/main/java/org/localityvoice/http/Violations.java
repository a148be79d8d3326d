package org.localityvoice.http;

import com.networknt.schema.ValidationMessage;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.problem.Violation;

/** Turns what the schema validator found into places and reasons that a person understands. */
final class Violations {
  private static final int MOST = 50;
  private static final Set<String> KNOWN =
      Set.of(
          "required",
          "additionalProperties",
          "type",
          "enum",
          "const",
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "propertyNames");

  private Violations() {}

  /** Violations of a body's schema. */
  static List<Violation> ofBody(Collection<ValidationMessage> messages) {
    return list(messages, Violation.In.BODY, "");
  }

  /** Violations of one parameter's schema. */
  static List<Violation> of(Parameter parameter, Collection<ValidationMessage> messages) {
    return list(messages, parameter.in(), parameter.name());
  }

  /** A parameter that must be there and is not. */
  static Violation missing(Parameter parameter) {
    return new Violation(parameter.in(), parameter.name(), "required", List.of());
  }

  /** A query parameter the operation does not have. */
  static Violation unknownQuery(String name) {
    return new Violation(Violation.In.QUERY, name, "additionalProperties", List.of());
  }

  private static List<Violation> list(
      Collection<ValidationMessage> messages, Violation.In in, String place) {
    // A rule behind a reference is reported for the reference as well.
    return messages.stream()
        .map(message -> violation(message, in, place))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Violation violation(ValidationMessage message, Violation.In in, String place) {
    var keyword = message.getType();
    var where = in == Violation.In.BODY ? message.getInstanceLocation().toString() : place;
    var named =
        switch (keyword) {
          case "required", "additionalProperties", "unevaluatedProperties" ->
              where + Violation.step(String.valueOf(message.getProperty()));
          default -> where;
        };
    var code = keyword.equals("unevaluatedProperties") ? "additionalProperties" : keyword;
    return KNOWN.contains(code)
        ? new Violation(in, named, code, arguments(message))
        : new Violation(in, named, "other", List.of());
  }

  private static List<Object> arguments(ValidationMessage message) {
    var arguments = message.getArguments();
    return switch (message.getType()) {
      case "type" -> List.of(typeName(arguments, 1));
      case "enum", "const" -> List.of(allowed(arguments));
      case "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties" ->
          List.of(text(arguments, 0));
      case "format" -> List.of(text(arguments, 0));
      default -> List.of();
    };
  }

  private static String typeName(Object[] arguments, int position) {
    return text(arguments, position).replaceAll("[\\[\\]\"]", "");
  }

  private static String allowed(Object[] arguments) {
    return Arrays.stream(text(arguments, 0).replaceAll("[\\[\\]\"]", "").split(","))
        .map(String::trim)
        .collect(Collectors.joining(", "));
  }

  private static String text(Object[] arguments, int position) {
    return arguments != null && arguments.length > position
        ? String.valueOf(arguments[position])
        : "";
  }
}
