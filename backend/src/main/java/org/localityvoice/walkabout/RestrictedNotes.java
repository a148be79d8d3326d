package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.time.Instant;

/**
 * Where notes about people go: a lost child, a named tenant. That is no finding, and nobody but the
 * safeguarding lead reads it; given by whoever keeps such notes.
 */
public interface RestrictedNotes {
  /** What became of a note. */
  enum Kept {
    /** It is kept. */
    NEW,
    /** It was kept before. */
    KNOWN,
    /** Another one is kept under its id. */
    OTHER
  }

  /** A note about somebody, by whoever has that uid. */
  record Note(
      String walkabout, String locality, String id, String by, Instant deviceTime, String text) {
    /** Without what was written. */
    @Override
    public String toString() {
      return "note " + id;
    }
  }

  /** Keeps a note; the same again changes nothing. */
  Future<Kept> keep(Note note);
}
