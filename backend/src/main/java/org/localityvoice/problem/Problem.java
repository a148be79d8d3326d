package org.localityvoice.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A refusal that a caller is told about, as RFC 9457 problem details. Thrown or failed with, never
 * written by hand: one place turns it into an answer. It carries no stack trace because it is an
 * expected outcome, not a fault.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final String code;
  private final transient List<Object> arguments;
  private final transient List<Violation> violations;
  private final transient Optional<Duration> retryAfter;
  private final transient List<String> allowed;
  private final transient List<String> conflicts;
  private final transient List<Object> hindrances;

  private Problem(
      ProblemType type,
      String code,
      List<Object> arguments,
      List<Violation> violations,
      Optional<Duration> retryAfter,
      List<String> allowed,
      List<String> conflicts,
      List<Object> hindrances) {
    super(code, null, false, false);
    this.type = type;
    this.code = code;
    this.arguments = arguments;
    this.violations = violations;
    this.retryAfter = retryAfter;
    this.allowed = List.copyOf(allowed);
    this.conflicts = List.copyOf(conflicts);
    this.hindrances = List.copyOf(hindrances);
  }

  /**
   * A refusal of its own kind.
   *
   * @param code stable name, also the key {@code problem.<code>} of its sentence in the messages
   * @param arguments what the sentence mentions; never personal data
   */
  public static Problem of(ProblemType type, String code, Object... arguments) {
    return new Problem(
        type,
        code,
        List.of(arguments),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The general refusal of a type. */
  public static Problem of(ProblemType type) {
    return of(type, type.slug());
  }

  /** A state that forbids what was asked (409). */
  public static Problem conflict(String code, Object... arguments) {
    return of(ProblemType.CONFLICT, code, arguments);
  }

  /** Absent, or not for this caller to know of: the same answer for both. */
  public static Problem notFound() {
    return of(ProblemType.NOT_FOUND);
  }

  /** A request that breaks the contract or a rule behind it, with every place and reason. */
  public static Problem invalid(List<Violation> violations) {
    return new Problem(
        ProblemType.INVALID_REQUEST,
        ProblemType.INVALID_REQUEST.slug(),
        List.of(),
        List.copyOf(violations),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The same refusal with the time after which a new try may succeed. */
  public Problem retryAfter(Duration wait) {
    return new Problem(
        type, code, arguments, violations, Optional.of(wait), allowed, conflicts, hindrances);
  }

  /** The same refusal with what would be allowed instead; in the order to offer it. */
  public Problem allowed(List<String> instead) {
    return new Problem(
        type, code, arguments, violations, retryAfter, instead, conflicts, hindrances);
  }

  /**
   * The same refusal with the ids of what stands in the way, as far as the caller may know them.
   */
  public Problem conflicting(List<String> ids) {
    return new Problem(type, code, arguments, violations, retryAfter, allowed, ids, hindrances);
  }

  /**
   * The same refusal with what stands in the way as a person understands it.
   *
   * @param views as the contract has them; only what the caller may see
   */
  public Problem hinderedBy(List<?> views) {
    return new Problem(
        type, code, arguments, violations, retryAfter, allowed, conflicts, List.copyOf(views));
  }

  public ProblemType type() {
    return type;
  }

  public String code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public List<Violation> violations() {
    return violations;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** What would be allowed instead, where the refusal says so. */
  public List<String> allowed() {
    return allowed;
  }

  /** The ids of what stands in the way, where the refusal says so. */
  public List<String> conflicts() {
    return conflicts;
  }

  /** What stands in the way, as views of the contract, where the refusal says so. */
  public List<Object> hindrances() {
    return hindrances;
  }
}
