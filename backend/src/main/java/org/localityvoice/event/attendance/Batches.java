package org.localityvoice.event.attendance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.attendance.Sent.Whom;
import org.localityvoice.http.ContractSchema;
import org.localityvoice.http.Json;

/** Reads batches item by item, so that one that does not fit keeps no other out. */
final class Batches {
  private static final int LONGEST_ID = 64;

  private final ContractSchema schema;

  Batches(ContractSchema schema) {
    this.schema = schema;
  }

  /** As the contract has it, apart from what belongs together. */
  private record Body(
      String id,
      String act,
      Instant at,
      @Nullable String ticket,
      @Nullable String guest,
      @Nullable String collector,
      @Nullable String release,
      @Nullable String corrects,
      @Nullable String why) {

    boolean isOne() {
      var leaves = act.equals("check-out");
      var correction = act.equals("correction");
      return (ticket == null) != (guest == null)
          && (leaves || (collector == null && release == null))
          && (collector == null || release == null)
          && (correction == (corrects != null))
          && (correction == (why != null));
    }

    Act meant() {
      if (corrects != null && why != null) {
        return new Act.Correction(corrects, Act.Mistake.of(why));
      }
      return act.equals("check-in")
          ? new Act.CheckIn()
          : new Act.CheckOut(collector, release == null ? null : Act.Release.of(release));
    }

    Whom whom() {
      return ticket != null ? new Whom.ByTicket(ticket) : new Whom.ByGuest(String.valueOf(guest));
    }
  }

  List<Sent> read(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false).map(this::one).toList();
  }

  private Sent one(JsonNode item) {
    if (schema.faults(item).isEmpty()) {
      var body = Json.value(item, Body.class);
      if (body.isOne()) {
        return new Sent.Fit(new Item(body.id(), body.at(), body.meant()), body.whom());
      }
    }
    return new Sent.Unfit(id(item));
  }

  /** Only to say which of them it was. */
  private static Optional<String> id(JsonNode item) {
    return Optional.of(item.path("id").asText())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
  }
}
