package org.localityvoice.walkabout.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.http.Json;
import org.localityvoice.walkabout.Spot;
import org.localityvoice.walkabout.grading.Grade;

/** Findings as the contract shows them. */
final class FindingViews {
  private FindingViews() {}

  record ReportView(String id, boolean linked, boolean reportedBefore, Optional<String> state) {}

  record MoveView(
      long edition,
      String move,
      String role,
      Optional<String> organisation,
      Optional<String> owner,
      Optional<String> after,
      Optional<String> photo,
      Instant at) {}

  record ProposalView(String item, Map<String, JsonNode> fields) {}

  record FindingView(
      String id,
      String walkabout,
      String locality,
      long edition,
      long noted,
      String state,
      String element,
      String grade,
      Optional<String> category,
      Spot point,
      Optional<String> transect,
      Optional<String> note,
      boolean hazard,
      boolean offensive,
      Optional<String> owner,
      Optional<Instant> dueAt,
      boolean overdue,
      Instant seenAt,
      Instant deviceTime,
      Optional<ReportView> report,
      List<String> photos,
      List<String> photosPending,
      List<ProposalView> proposals,
      List<MoveView> moves) {}

  record Page(List<FindingView> items, Optional<String> next) {}

  /**
   * A finding that can be shown, for those who work on it.
   *
   * @param reportState where its report stands, if that is told
   */
  static FindingView finding(Finding one, Optional<String> reportState, Instant now) {
    var seen = java.util.Objects.requireNonNull(one.seen());
    var fields = one.notes().fields(now);
    var named = FindingPhotos.named(one, now);
    var root = one.notes().root().orElseThrow();
    return new FindingView(
        one.id(),
        one.walkabout(),
        one.localityId(),
        one.edition(),
        one.notes().noted(),
        one.state().wire(),
        seen.element(),
        seen.grade().wire(),
        Optional.ofNullable(seen.category()),
        seen.point(),
        text(fields.values(), "transect"),
        text(fields.values(), "note"),
        seen.hazard(),
        seen.offensive(),
        one.ownedBy(),
        Optional.ofNullable(seen.dueAt()),
        one.openDueAt() != null && one.openDueAt().isBefore(now),
        java.util.Objects.requireNonNull(one.seenAt()),
        root.deviceTime(),
        one.reported().map(it -> new ReportView(it.id(), it.linked(), it.before(), reportState)),
        named.stream().filter(one.here()::contains).toList(),
        one.beyondPictures(now)
            ? List.of()
            : named.stream().filter(name -> !one.here().contains(name)).toList(),
        fields.proposals().stream()
            .map(it -> new ProposalView(it.edit(), trees(Map.of(it.field(), it.value()))))
            .toList(),
        one.moves().stream().map(FindingViews::move).toList());
  }

  private static Optional<String> text(Map<String, String> values, String field) {
    return Optional.ofNullable(values.get(field)).flatMap(Json::parsed).map(JsonNode::asText);
  }

  private static Map<String, JsonNode> trees(Map<String, String> values) {
    var trees = new TreeMap<String, JsonNode>();
    values.forEach((field, text) -> trees.put(field, Json.parsed(text).orElseThrow()));
    return trees;
  }

  private static MoveView move(Moved one) {
    return new MoveView(
        one.edition(),
        one.move().wire(),
        one.role(),
        Optional.ofNullable(one.organisation()),
        Optional.ofNullable(one.owner()),
        Optional.ofNullable(one.after()).map(Grade::wire),
        Optional.ofNullable(one.photo()),
        one.at());
  }

  /** What a resident is told of what they have seen. */
  record VerifiedView(String id, String state) {}
}
