package org.localityvoice.walkabout;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.localityvoice.mongo.DerivedId;

/**
 * Something that a device noted, as it was sent; it fits the contract.
 *
 * @param id made by the device, so that sending it again changes nothing
 * @param kind says who takes it; of a {@code remove}, what is taken back
 * @param walkabout during which it was noted
 * @param base version that the device had seen; 0 for none
 * @param after an earlier item of the same device that it builds upon
 * @param deviceTime what the device's clock said; kept, and not trusted
 * @param payload as its kind has it
 * @param canonical the whole item as text, equal for equal content
 */
public record BatchItem(
    String id,
    String kind,
    String walkabout,
    long base,
    Optional<String> after,
    Instant deviceTime,
    JsonNode payload,
    String canonical) {
  /** The kind of item that takes another one back. */
  public static final String REMOVE = "remove";

  /** What is kept of the content, to know it again: the same from somebody else is another. */
  public String digest(Sender sender) {
    return DerivedId.of("walkabout-item", sender.uid(), canonical);
  }

  /** The kind of handler that takes it: of what is taken back, that of what it was. */
  public String handledAs() {
    return removes() ? payload.path("kind").asText() : kind;
  }

  /** Whether it takes another item back. */
  public boolean removes() {
    return kind.equals(REMOVE);
  }

  /** Without what was noted. */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
