package org.localityvoice.event.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;
import org.localityvoice.outbox.Outgoing;

/**
 * Something that went wrong at a session. What was written is sealed; only the locality's
 * safeguarding lead reads it.
 *
 * @param note made by the device
 * @param device which sent it; absent for staff who were signed in
 * @param by uid of who answers for it
 * @param at what the device's clock said
 * @param sealed text and who it is about
 * @param digest of what was sent, under the door's secret, so that a retry is known
 * @param keepUntil when it is removed
 * @param hold absent unless somebody has asked for it
 */
public record Incident(
    @BsonId String id,
    String note,
    String session,
    String locality,
    @Nullable String device,
    String by,
    Instant at,
    Instant receivedAt,
    String sealed,
    String digest,
    Instant keepUntil,
    @Nullable Hold hold,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince) {
  static final String COLLECTION = "incidents";

  public Incident {
    outbox = List.copyOf(Objects.requireNonNullElse(outbox, List.of()));
  }

  /**
   * That what is kept of those it is about must not be removed.
   *
   * @param owner who answers for it
   * @param reviewOn when they must look at it again; it does not end by itself
   * @param remindedAt when the locality's leads were told that the day has come
   */
  public record Hold(Signatory owner, LocalDate reviewOn, @Nullable Instant remindedAt) {}

  /** Without what was written. */
  @Override
  public String toString() {
    return "incident " + id;
  }
}
