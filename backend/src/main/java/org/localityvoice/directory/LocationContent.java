package org.localityvoice.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place, as it is written.
 *
 * @param accessibility in words, such as a ramp or a hearing loop
 * @param keeper id of the partner whose officers keep it up to date
 */
public record LocationContent(
    String name,
    LocationKind kind,
    @Nullable Address address,
    @Nullable Point point,
    List<String> accessibility,
    String keeper,
    List<String> localities) {
  public LocationContent {
    accessibility = Lists.of(accessibility);
    localities = Lists.of(localities);
  }
}
