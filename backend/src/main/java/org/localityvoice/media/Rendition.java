package org.localityvoice.media;

import java.util.EnumSet;
import java.util.Set;

/** The forms in which a photo is kept, all of them JPEG in sRGB without metadata. */
public enum Rendition {
  /** As it was sent, at most 2048 pixels on a side; for staff and whoever sent it. */
  FULL,
  /** The same, at most 400 pixels on a side. */
  THUMBNAIL,
  /** With parts blacked out; what may be shown to everybody once that is decided. */
  PUBLIC_FULL,
  /** The same, at most 400 pixels on a side. */
  PUBLIC_THUMBNAIL;

  static final Set<Rendition> ORIGINAL = Set.copyOf(EnumSet.of(FULL, THUMBNAIL));
  static final Set<Rendition> REDACTED = Set.copyOf(EnumSet.of(PUBLIC_FULL, PUBLIC_THUMBNAIL));
  static final Set<Rendition> ALL = Set.copyOf(EnumSet.allOf(Rendition.class));

  boolean isRedacted() {
    return REDACTED.contains(this);
  }
}
