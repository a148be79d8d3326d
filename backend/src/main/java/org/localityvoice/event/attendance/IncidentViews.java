package org.localityvoice.event.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Incidents, as the locality's safeguarding lead is shown them. */
final class IncidentViews {
  private IncidentViews() {}

  /** An incident without what was written. */
  record IncidentView(
      String id,
      String session,
      Instant at,
      Instant receivedAt,
      Optional<LocalDate> heldUntil,
      Optional<List<String>> guests,
      Optional<String> text) {}

  static IncidentView incident(Incident one) {
    return new IncidentView(
        one.id(),
        one.session(),
        one.at(),
        one.receivedAt(),
        held(one),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<LocalDate> held(Incident one) {
    return Optional.ofNullable(one.hold()).map(Incident.Hold::reviewOn);
  }

  static IncidentView incident(IncidentService.Read read) {
    var one = read.incident();
    return new IncidentView(
        one.id(),
        one.session(),
        one.at(),
        one.receivedAt(),
        held(one),
        Optional.of(read.about()),
        Optional.of(read.text()));
  }
}
