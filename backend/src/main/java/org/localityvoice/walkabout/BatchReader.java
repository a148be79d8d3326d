package org.localityvoice.walkabout;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.localityvoice.http.ContractSchema;
import org.localityvoice.problem.Violation;

/** Reads batches item by item, so that one that does not fit keeps no other out. */
final class BatchReader {
  private static final int LONGEST_ID = 64;

  private final Map<String, ContractSchema> schemas;

  /**
   * A reader.
   *
   * @param schemas by kind
   */
  BatchReader(Map<String, ContractSchema> schemas) {
    this.schemas = Map.copyOf(schemas);
  }

  /**
   * One item as it was sent.
   *
   * @param id if it has one
   * @param item if it is as the contract has it
   * @param faults if it is not
   */
  record Sent(Optional<String> id, Optional<BatchItem> item, List<Violation> faults) {}

  /** All items, in their order. */
  List<Sent> read(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false).map(this::one).toList();
  }

  private Sent one(JsonNode node) {
    var schema = schemas.get(node.path("kind").asText());
    var faults =
        schema == null
            ? List.of(Violation.at("/kind", "enum", String.join(", ", kinds())))
            : schema.faults(node);
    return faults.isEmpty() ? timed(node) : new Sent(id(node), Optional.empty(), faults);
  }

  private Set<String> kinds() {
    return new TreeSet<>(schemas.keySet());
  }

  private static Sent timed(JsonNode node) {
    try {
      var time = OffsetDateTime.parse(node.path("deviceTime").asText()).toInstant();
      return new Sent(id(node), Optional.of(item(node, time)), List.of());
    } catch (DateTimeException e) {
      // Such as a leap second, which the format knows.
      var fault = Violation.at("/deviceTime", "format", "date-time");
      return new Sent(id(node), Optional.empty(), List.of(fault));
    }
  }

  private static BatchItem item(JsonNode node, Instant time) {
    return new BatchItem(
        node.path("id").asText(),
        node.path("kind").asText(),
        node.path("walkabout").asText(),
        node.path("baseVersion").asLong(),
        Optional.ofNullable(node.path("after").textValue()),
        time.truncatedTo(ChronoUnit.MILLIS),
        node.path("payload"),
        Canonical.text(node));
  }

  /** Only to say which of them it was. */
  private static Optional<String> id(JsonNode node) {
    return Optional.of(node.path("id").asText())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
  }

  /** Ids that stand for two things in one batch: nobody knows which is meant. */
  static Set<String> twofold(List<Sent> batch) {
    var seen = new HashMap<String, String>();
    var twofold = new HashSet<String>();
    for (var sent : batch) {
      sent.item()
          .ifPresent(
              item -> {
                var before = seen.putIfAbsent(item.id(), item.canonical());
                if (before != null && !before.equals(item.canonical())) {
                  twofold.add(item.id());
                }
              });
    }
    return twofold;
  }
}
