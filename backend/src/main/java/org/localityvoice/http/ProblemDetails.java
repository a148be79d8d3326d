package org.localityvoice.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.localityvoice.problem.Violation;

/** Writes a refusal as problem details (RFC 9457). */
final class ProblemDetails {
  private static final String TYPE = "urn:locality-voice:problem:";

  private ProblemDetails() {}

  static Buffer json(Refusal refusal) {
    var problem = refusal.problem();
    return Buffer.buffer(
        Json.bytes(
            new Details(
                TYPE + problem.code(),
                refusal.title(),
                refusal.status(),
                refusal.detail(),
                refusal.instance(),
                problem.allowed(),
                problem.conflicts(),
                problem.hindrances(),
                refusal.faults().stream().map(ProblemDetails::place).toList())));
  }

  private static Place place(Refusal.Fault fault) {
    var violation = fault.violation();
    return violation.in() == Violation.In.BODY
        ? new Place(
            Optional.of(whole("#" + violation.place())),
            Optional.empty(),
            Optional.empty(),
            whole(fault.detail()))
        : new Place(
            Optional.empty(),
            Optional.of(violation.place()),
            Optional.of(violation.in().name().toLowerCase(Locale.ROOT)),
            fault.detail());
  }

  /** Without halves of characters that a place or sentence took over; they cannot be written. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Details(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      List<String> allowed,
      List<String> conflicts,
      List<Object> hindrances,
      List<Place> errors) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Place(
      Optional<String> pointer, Optional<String> parameter, Optional<String> in, String detail) {}
}
