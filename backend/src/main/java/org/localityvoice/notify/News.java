package org.localityvoice.notify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payload of an effect {@code notify.news}: something that everybody may see, for whoever follows
 * it.
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

  public News {
    boxes = List.copyOf(boxes);
  }

  /** The keys that those who may want to hear of it follow by. */
  List<String> keys() {
    var keys = new ArrayList<String>();
    keys.add(Interest.reportKey(about.report()));
    keys.add(Interest.localityKey(about.locality()));
    keys.add(Interest.categoryKey(about.category()));
    keys.add(Interest.categoryKey(about.category(), about.locality()));
    boxes.forEach(box -> keys.add(Interest.boxKey(box)));
    return List.copyOf(keys);
  }
}
