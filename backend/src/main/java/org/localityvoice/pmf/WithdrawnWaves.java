package org.localityvoice.pmf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.pmf.PeriodFigures.Part;

/**
 * Tells whoever published figures of waves that they were taken back: nobody may build on them any
 * more. Pure.
 */
final class WithdrawnWaves {
  /** The kind of effect that tells it. */
  static final String KIND = "release.withdrawn";

  private WithdrawnWaves() {}

  /**
   * One effect for each wave of which figures are taken back.
   *
   * @param effect the id of the withdrawal's
   * @param measures what is taken back; all where none is named
   */
  static List<Outgoing> of(String effect, List<Part> parts, Set<String> measures) {
    return parts.stream()
        .filter(part -> part.kind().equals(Contribution.PERCEPTION))
        .map(part -> told(effect, part, measures))
        .toList();
  }

  private static Outgoing told(String effect, Part part, Set<String> measures) {
    var data = EventJson.read(part.data());
    var there = new LinkedHashSet<>(data.path("observations").findValuesAsText("measureId"));
    there.removeIf(measure -> !measures.isEmpty() && !measures.contains(measure));
    var wave = data.path("wave").path("id").asText();
    var payload = EventJson.object().put("wave", wave).put("revision", part.revision());
    there.forEach(payload.putArray("measures")::add);
    return new Outgoing(effect + "-" + wave, KIND, EventJson.write(payload));
  }
}
