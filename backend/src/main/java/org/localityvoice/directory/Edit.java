package org.localityvoice.directory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;

/**
 * One change by a person. It travels in the outbox of the entry that it changed, and becomes a line
 * of its history.
 *
 * @param edition that it led to
 * @param uid of who did it, as it is kept; others are told role and organisation
 * @param fields which parts of the content are other than before
 */
public record Edit(
    EntryKind kind,
    String id,
    long edition,
    Action action,
    String uid,
    String role,
    @Nullable String organisation,
    Instant at,
    List<String> fields) {
  static final String EFFECT = "directory.edit";

  public Edit {
    fields = List.copyOf(fields);
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What was done. */
  public enum Action {
    MADE,
    CHANGED,
    PUBLISHED,
    UNPUBLISHED,
    ASSURED;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Edit read(Outgoing effect) {
    return Json.value(effect.payload(), Edit.class);
  }

  /** Names what has changed, so that the same change has one id. */
  String key() {
    return kind.slug() + ":" + id + ":" + edition;
  }

  /** An outbox with this behind what waits already. */
  List<Outgoing> behind(List<Outgoing> waiting) {
    var all = new ArrayList<>(waiting);
    all.add(new Outgoing(key(), EFFECT, Json.text(this)));
    return all;
  }
}
