package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of fields that somebody made, perhaps without a network. It stays as it was sent: what
 * the fields are follows from all edits together, see {@link Fields}.
 *
 * @param id made by the device
 * @param digest of what was sent, and by whom; empty once nobody is named
 * @param by uid of who made it
 * @param deviceTime what the device's clock said; kept, and not trusted
 * @param receivedAt by our clock
 * @param number counts the edits of one thing as they came, from 1; the newest is the version that
 *     devices are told
 * @param base the version that its maker had seen; 0 for none
 * @param after an earlier edit of the same device that it builds upon; absent for none
 * @param values canonical JSON text by field
 */
public record Edit(
    String id,
    String digest,
    String by,
    Instant deviceTime,
    Instant receivedAt,
    long number,
    long base,
    @Nullable String after,
    Map<String, String> values) {
  public Edit {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** With a pseudonym for whoever made it. */
  public Edit nameless(Pseudonyms pseudonyms) {
    return new Edit(id, "", pseudonyms.of(by), deviceTime, receivedAt, number, base, after, values);
  }

  /** Without what was written. */
  @Override
  public String toString() {
    return "edit " + id;
  }
}
