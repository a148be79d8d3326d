package org.localityvoice.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;

/**
 * Payload of an effect {@link #KIND}: something that everybody may see, for whoever follows it.
 *
 * @param boxes keys of the map squares that the public point lies in
 * @param latitude of the public point, decimal degrees (WGS 84); absent when there is none
 * @param actor uid of who did it, if known, who is not told
 */
public record News(
    About about,
    List<String> boxes,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String actor) {
  /** The kind of the effect. */
  public static final String KIND = "notify.news";

  public News {
    boxes = List.copyOf(boxes);
  }

  /** As the payload of an effect. */
  public String payload() {
    return Json.text(this);
  }

  /** The effect of that id. */
  public Outgoing outgoing(String id) {
    return new Outgoing(id, KIND, payload());
  }
}
