package org.localityvoice.event;

import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Text;

/**
 * A kind of activity, of the short list in the area file.
 *
 * @param broader id of the kind that this one belongs to; two of the same are alike
 * @param retired whether the file has it no more; events that have it keep it
 */
public record Activity(String id, Text name, @Nullable String broader, boolean retired) {
  /** Id of the broader kind, or its own where there is none. */
  public String kind() {
    return broader == null ? id : broader;
  }

  Activity retire() {
    return new Activity(id, name, broader, true);
  }
}
