package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Collected;
import org.localityvoice.http.Json;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.problem.Problem;

/**
 * What sessions were told of their participants: diet, health, whom to call. Each part is sealed
 * under the key of its kind and bound to its session and participant. Every reading is noted before
 * it is answered. {@link #KEPT} after the session it is removed.
 */
public final class Vault {
  /** How long after the end of a session. */
  public static final Duration KEPT = Duration.ofDays(14);

  private static final int AT_ONCE = 500;

  private final CollectedStore store;
  private final AuditStore audit;
  private final VaultKeys keys;
  private final InstantSource clock;

  Vault(CollectedStore store, AuditStore audit, VaultKeys keys, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Keeps what was told, in place of what was told before.
   *
   * @param declared what the session collects
   * @param endsAt of the session
   * @param at where the needs stand in the request, for faults
   * @return fails with invalid-request where there is something that the session does not collect
   */
  public Future<Void> put(
      String session,
      String participant,
      Needs needs,
      Set<Collected> declared,
      Instant endsAt,
      String at) {
    return sealed(session, participant, null, needs, declared, endsAt, at).compose(store::write);
  }

  /**
   * The same for a registration, so that no other one removes it or tells otherwise.
   *
   * @param registration which tells it
   * @return false where another registration has told the session of this participant; that stays
   */
  public Future<Boolean> put(
      String session,
      String participant,
      String registration,
      Needs needs,
      Set<Collected> declared,
      Instant endsAt,
      String at) {
    return sealed(session, participant, registration, needs, declared, endsAt, at)
        .compose(row -> store.claim(row, registration));
  }

  private Future<CollectedRow> sealed(
      String session,
      String participant,
      @Nullable String registration,
      Needs needs,
      Set<Collected> declared,
      Instant endsAt,
      String at) {
    var faults = new ArrayList<>(needs.undeclared(declared, at));
    var plain = needs.plain(at, faults);
    if (!faults.isEmpty()) {
      return Future.failedFuture(Problem.invalid(faults));
    }
    var id = id(session, participant);
    return keys.ready()
        .map(
            ready -> {
              var sealed = new HashMap<String, String>();
              plain
                  .parts()
                  .forEach(
                      (kind, value) ->
                          sealed.put(kind.name(), ready.seal(kind, id, Json.text(value))));
              return new CollectedRow(
                  id, session, participant, registration, sealed, endsAt.plus(KEPT), null);
            });
  }

  /**
   * A digest of what was told, to know a retry by. It is made under a key, so that whoever sees it
   * cannot try out what it may be of.
   */
  public Future<String> digest(String... parts) {
    return keys.ready().map(ready -> ready.digest(DerivedId.of(parts)));
  }

  /**
   * What was told, as far as somebody wants it; empty where nothing was told or it is removed.
   *
   * @param reader who reads it, and in which role; noted
   * @param wanted only what they need
   */
  public Future<Optional<Needs>> read(
      Signatory reader, String session, String participant, Set<Collected> wanted) {
    return store
        .find(id(session, participant))
        .compose(
            found ->
                found
                    .map(row -> note(reader, row, wanted).compose(noted -> open(row, wanted)))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Void> note(Signatory reader, CollectedRow row, Set<Collected> wanted) {
    var kinds = wanted.stream().map(Collected::slug).sorted().toList();
    return audit.add(
        new ReadEntry(
            UUID.randomUUID().toString(),
            reader.uid(),
            reader.role(),
            row.participant(),
            row.session(),
            kinds,
            clock.instant()));
  }

  private Future<Optional<Needs>> open(CollectedRow row, Set<Collected> wanted) {
    return keys.ready(row.sealed().values())
        .map(
            ready -> {
              Map<Collected, String> parts = new EnumMap<>(Collected.class);
              row.sealed()
                  .forEach(
                      (name, text) -> {
                        var kind = Collected.valueOf(name);
                        if (wanted.contains(kind)) {
                          parts.put(kind, ready.open(kind, row.id(), text));
                        }
                      });
              return Optional.of(Needs.of(parts));
            });
  }

  /**
   * Removes what a registration has told of somebody who does not come, unless an incident keeps
   * it; what another has told stays.
   */
  public Future<Void> remove(String session, String participant, String registration) {
    return store.remove(id(session, participant), registration);
  }

  /** Removes everything that was told of somebody, unless an incident keeps it. */
  public Future<Void> removeOf(String participant) {
    return store.removeOf(participant);
  }

  /** The session now ends at another time. */
  public Future<Void> moved(String session, Instant endsAt) {
    return store.move(session, endsAt.plus(KEPT));
  }

  /**
   * Keeps a row beyond its day, after an incident.
   *
   * @param owner who answers for it
   * @param reviewOn when they must look at it again
   * @return false where nothing was told
   */
  public Future<Boolean> keep(
      String session, String participant, Signatory owner, LocalDate reviewOn) {
    return store.keep(id(session, participant), new CollectedRow.Kept(owner, reviewOn));
  }

  /** Keeps it no longer; it goes with the next purge if its day has come. */
  public Future<Boolean> release(String session, String participant) {
    return store.keep(id(session, participant), null);
  }

  /** Removes what has been kept long enough, and notes how much. */
  Future<Void> purge() {
    var now = clock.instant();
    return store
        .purge(now, AT_ONCE)
        .compose(
            count ->
                audit
                    .removed(CollectedStore.COLLECTION, count, now)
                    .compose(noted -> count < AT_ONCE ? Future.succeededFuture() : purge()));
  }

  private static String id(String session, String participant) {
    return DerivedId.of("collected", session, participant);
  }
}
