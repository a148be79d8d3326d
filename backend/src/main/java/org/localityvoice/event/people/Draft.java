package org.localityvoice.event.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.localityvoice.outbox.Outgoing;

/** The next version of a participant in the making. */
final class Draft {
  private final Participant seen;
  @Nullable private String uid;
  private Details details;
  private final List<GuardianLink> guardians;
  private final List<Consent> consents;
  private final List<Hold> holds;
  @Nullable private CorporateParent corporateParent;
  @Nullable private Instant removedAt;
  private final List<Outgoing> effects = new ArrayList<>();

  private Draft(Participant seen) {
    this.seen = seen;
    uid = seen.uid();
    details = seen.details();
    guardians = new ArrayList<>(seen.guardians());
    consents = new ArrayList<>(seen.consents());
    holds = new ArrayList<>(seen.holds());
    corporateParent = seen.corporateParent();
    removedAt = seen.removedAt();
  }

  static Draft of(Participant seen) {
    return new Draft(seen);
  }

  Draft details(Details next) {
    details = next;
    return this;
  }

  Draft uid(String account) {
    uid = account;
    return this;
  }

  Draft link(GuardianLink link) {
    guardians.removeIf(one -> one.uid().equals(link.uid()) && one.ended() == null);
    guardians.add(link);
    return this;
  }

  Draft unlink(String account, Instant now) {
    replace(guardians, one -> one.uid().equals(account), one -> one.end(now));
    return this;
  }

  Draft unlinkAll(Instant now) {
    replace(guardians, one -> true, one -> one.end(now));
    return this;
  }

  private static void replace(
      List<GuardianLink> links, Predicate<GuardianLink> which, UnaryOperator<GuardianLink> next) {
    links.replaceAll(one -> one.ended() == null && which.test(one) ? next.apply(one) : one);
  }

  Draft consent(Consent consent) {
    consents.add(consent);
    return this;
  }

  /** Forgets consents that were taken back before a moment. */
  Draft forget(Instant end) {
    consents.removeIf(one -> one.withdrawnAt() != null && !one.withdrawnAt().isAfter(end));
    return this;
  }

  Draft consents(UnaryOperator<Consent> next) {
    consents.replaceAll(next);
    return this;
  }

  Draft hold(Hold hold) {
    holds.add(hold);
    return this;
  }

  Draft holds(UnaryOperator<Hold> next) {
    holds.replaceAll(next);
    return this;
  }

  Draft corporateParent(@Nullable CorporateParent parent) {
    corporateParent = parent;
    return this;
  }

  /** Has something carried out after the write. */
  Draft effect(Outgoing effect) {
    effects.add(effect);
    return this;
  }

  /** What is left of somebody who was removed: nothing of who it was, and no way to it. */
  Participant removed(Instant now) {
    uid = null;
    details = Details.NONE;
    guardians.clear();
    holds.removeIf(Hold::open);
    corporateParent = null;
    removedAt = now;
    return next(now);
  }

  Participant next(Instant now) {
    var outbox = new ArrayList<>(seen.outbox());
    outbox.addAll(effects);
    var keys = removedAt == null ? Participant.keys(uid, guardians) : List.<String>of();
    return new Participant(
        seen.id(),
        seen.version() + 1,
        uid,
        removedAt == null ? seen.addedBy() : "",
        details,
        guardians,
        consents,
        holds,
        corporateParent,
        keys,
        adultOn(),
        holds.stream().filter(Hold::open).map(Hold::since).findFirst().orElse(null),
        consents.stream()
            .flatMap(one -> Stream.ofNullable(one.withdrawnAt()))
            .min(Comparator.naturalOrder())
            .orElse(null),
        seen.since(),
        removedAt,
        outbox,
        effects.isEmpty() || seen.outboxSince() != null ? seen.outboxSince() : now);
  }

  private @Nullable LocalDate adultOn() {
    return guardians.stream().anyMatch(link -> link.ended() == null)
        ? Ages.reached(details.born(), Ages.ADULT)
        : null;
  }
}
