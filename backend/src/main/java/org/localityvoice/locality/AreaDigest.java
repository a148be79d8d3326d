package org.localityvoice.locality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.localityvoice.outbox.Outgoing;

/** Tells whether an import brings anything new. */
final class AreaDigest {
  private static final ObjectMapper MAPPER = new JsonMapper();

  private AreaDigest() {}

  /**
   * SHA-256, in hexadecimal, of what is imported. The ids of the effects do not count, as they are
   * new each time.
   */
  static String of(Area area, List<Outgoing> effects) {
    var content = new Content(area, effects.stream().map(Effect::of).toList());
    try {
      // Records are written in the order of their components, texts in the order of languages.
      var bytes = MAPPER.writeValueAsBytes(content);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("an area cannot be digested", e);
    }
  }

  private record Content(Area area, List<Effect> effects) {}

  private record Effect(String kind, String payload) {
    static Effect of(Outgoing outgoing) {
      return new Effect(outgoing.kind(), outgoing.payload());
    }
  }
}
