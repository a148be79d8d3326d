package org.localityvoice.event.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.registration.Stand.State;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Outgoing;

/** The next version of a row in the making. */
final class RowDraft {
  private final Registration seen;
  private String account;
  private Visit visit;
  private List<String> participants;
  private Stand stand;
  private Asking asking;
  private long number;
  private long told;
  private long tellings;
  @Nullable private Instant remindAt;
  private final List<Later> later;
  private final List<Outgoing> effects = new ArrayList<>();

  private RowDraft(Registration seen) {
    this.seen = seen;
    account = seen.account();
    visit = seen.visit();
    participants = seen.participants();
    stand = seen.stand();
    asking = seen.asking();
    number = seen.number();
    told = seen.told();
    tellings = seen.tellings();
    remindAt = seen.remindAt();
    later = new ArrayList<>(seen.later());
  }

  static RowDraft of(Registration seen) {
    return new RowDraft(seen);
  }

  /** A row that is not there yet. */
  static Registration first(
      String id,
      String account,
      Visit visit,
      List<String> participants,
      Asking asking,
      @Nullable String packageId,
      Instant now) {
    return new Registration(
        id,
        1,
        account,
        visit,
        participants,
        Stand.ASKED,
        asking,
        packageId,
        now,
        0,
        0,
        0,
        null,
        List.of(),
        null,
        List.of(),
        null);
  }

  RowDraft visit(Visit next) {
    visit = next;
    return this;
  }

  RowDraft reminded(@Nullable List<Integer> minutes) {
    visit = visit.reminded(minutes);
    return this;
  }

  RowDraft participants(List<String> next) {
    participants = next;
    return this;
  }

  /**
   * Without somebody who was removed; where nobody else is in it, without whoever registered them.
   */
  RowDraft without(String participant) {
    participants = participants.stream().filter(one -> !one.equals(participant)).toList();
    asking = asking.without(participant);
    if (participants.isEmpty()) {
      account = "";
      later.clear();
    }
    return this;
  }

  RowDraft stand(Stand next) {
    stand = next;
    return this;
  }

  RowDraft asking(Asking next) {
    asking = next;
    return this;
  }

  RowDraft number(long next) {
    number = next;
    return this;
  }

  RowDraft told(long next) {
    told = next;
    return this;
  }

  RowDraft remindAt(@Nullable Instant next) {
    remindAt = next;
    return this;
  }

  RowDraft later(List<Later> next) {
    later.clear();
    later.addAll(next);
    return this;
  }

  /** Has people told something, some of them later. */
  RowDraft tell(Outgoing notice, List<Later> waiting) {
    tellings++;
    effects.add(notice);
    later.addAll(waiting);
    return this;
  }

  /** Has something carried out after the write. */
  RowDraft effect(Outgoing effect) {
    effects.add(effect);
    return this;
  }

  /** The version that it will have. */
  long version() {
    return seen.version() + 1;
  }

  /** The number that the next telling has. */
  long nextTelling() {
    return tellings + 1;
  }

  Registration next(Instant now) {
    if (stand.state() != State.PLACED) {
      remindAt = null;
    } else if (seen.state() != State.PLACED || !seen.visit().remindsLike(visit)) {
      remindAt = visit.reminder(now).orElse(null);
    }
    var outbox = new ArrayList<>(seen.outbox());
    outbox.addAll(effects);
    return new Registration(
        seen.id(),
        seen.version() + 1,
        account,
        visit,
        participants,
        stand,
        asking,
        seen.packageId(),
        seen.since(),
        number,
        told,
        tellings,
        remindAt,
        later,
        Stream.concat(Stream.ofNullable(remindAt), later.stream().map(Later::at))
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null),
        outbox,
        effects.isEmpty() || seen.outboxSince() != null ? seen.outboxSince() : now);
  }

  <R> Decision<Registration, R> decided(Instant now, R answer) {
    return Decision.replace(next(now), answer);
  }
}
