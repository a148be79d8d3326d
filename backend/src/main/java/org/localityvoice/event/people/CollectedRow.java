package org.localityvoice.event.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;

/**
 * What one session was told of one participant, sealed.
 *
 * @param id follows from session and participant
 * @param registration by which it was told; absent where that was not said
 * @param sealed each part by its kind, under the key of its kind
 * @param purgeAt when it is removed, unless it is kept
 * @param kept absent unless an incident keeps it
 */
public record CollectedRow(
    @BsonId String id,
    String session,
    String participant,
    @Nullable String registration,
    Map<String, String> sealed,
    Instant purgeAt,
    @Nullable Kept kept) {

  public CollectedRow {
    sealed = Map.copyOf(sealed);
  }

  /**
   * That it is needed longer, after an incident.
   *
   * @param owner who answers for it
   * @param reviewOn when they must look at it again
   */
  public record Kept(Signatory owner, LocalDate reviewOn) {}
}
