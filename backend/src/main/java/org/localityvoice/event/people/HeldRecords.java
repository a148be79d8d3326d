package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.localityvoice.identity.Signatory;

/**
 * What must not be removed because of an incident, whatever its day. Whoever removes something asks
 * here first; the {@link Vault} marks its rows themselves, since what is in them is worth most. A
 * hold that comes while something is being removed comes too late for it.
 */
public final class HeldRecords {
  private final HeldRecordStore store;

  HeldRecords(HeldRecordStore store) {
    this.store = store;
  }

  /**
   * Keeps what there is of a participant in a session; again with another day changes the day.
   *
   * @param owner who answers for it
   * @param reviewOn when they must look at it again
   */
  public Future<Void> hold(
      String session, String participant, Signatory owner, LocalDate reviewOn) {
    var id = HeldRecord.id(session, participant);
    return store.put(new HeldRecord(id, session, participant, owner, reviewOn));
  }

  /** Keeps it no longer; it goes with the next purge if its day has come. */
  public Future<Void> release(String session, String participant) {
    return store.remove(HeldRecord.id(session, participant));
  }

  /** Whether anything is held of one of these sessions. */
  public Future<Boolean> anyIn(Collection<String> sessions) {
    return store.anyIn(sessions);
  }

  /** Whether anything is held of somebody. */
  Future<Boolean> anyOf(String participant) {
    return store.anyOf(participant);
  }

  /**
   * Of some things about sessions those that nothing holds, in their order.
   *
   * @param session that one is about
   * @param who the participants that it is about
   */
  public <T> Future<List<T>> free(
      List<T> page, Function<T, String> session, Function<T, Collection<String>> who) {
    Map<String, Boolean> known = new HashMap<>();
    var free = new ArrayList<T>();
    var all = Future.<Void>succeededFuture();
    for (var one : page) {
      all =
          all.compose(before -> held(session.apply(one), who.apply(one), known))
              .onSuccess(
                  held -> {
                    if (!held) {
                      free.add(one);
                    }
                  })
              .mapEmpty();
    }
    return all.map(done -> free);
  }

  /** The session first: hardly any has something held, and others are the same session's. */
  private Future<Boolean> held(String session, Collection<String> who, Map<String, Boolean> known) {
    var there = known.get(session);
    var any = there == null ? anyIn(List.of(session)) : Future.succeededFuture(there);
    return any.onSuccess(one -> known.put(session, one))
        .compose(
            one ->
                one
                    ? store.any(
                        new HashSet<>(who).stream().map(it -> HeldRecord.id(session, it)).toList())
                    : Future.succeededFuture(false));
  }
}
