package org.localityvoice.media;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is blacked out in the renditions that may be shown.
 *
 * @param published whether they have been: from then on parts are only added
 */
public record Redaction(List<Rectangle> parts, boolean published) {
  static final Redaction NONE = new Redaction(List.of(), false);

  public Redaction {
    parts = parts == null ? List.of() : List.copyOf(parts);
  }

  List<Rectangle> and(List<Rectangle> more) {
    return Stream.concat(parts.stream(), more.stream()).distinct().toList();
  }
}
