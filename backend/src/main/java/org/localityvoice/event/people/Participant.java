package org.localityvoice.event.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * Somebody who can take part: a person with a login of their own, or a child whom a guardian has
 * added. The document holds everything that depends on each other: who acts for them, what was
 * consented to, and whether staff have put it on hold.
 *
 * @param uid the account that is this person; absent for a child without a login
 * @param addedBy uid of who made the profile
 * @param guardians links that were made, those that have ended too
 * @param consents every consent, withdrawn ones too, oldest first
 * @param holds the last may be open
 * @param keys the accounts that find it: its own, and those of guardians as long as their links
 *     were not ended
 * @param adultOn the eighteenth birthday, while a link is left to be ended on it
 * @param heldSince since when it is on hold, while it is
 * @param firstWithdrawn when the oldest consent that was taken back was, while there is one
 * @param removedAt there only for what is left of somebody who was removed: evidence of consents
 */
public record Participant(
    @BsonId String id,
    long version,
    @Nullable String uid,
    String addedBy,
    Details details,
    List<GuardianLink> guardians,
    List<Consent> consents,
    List<Hold> holds,
    @Nullable CorporateParent corporateParent,
    List<String> keys,
    @Nullable LocalDate adultOn,
    @Nullable Instant heldSince,
    @Nullable Instant firstWithdrawn,
    Instant since,
    @Nullable Instant removedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  public Participant {
    guardians = List.copyOf(guardians);
    consents = List.copyOf(consents);
    holds = List.copyOf(holds);
    keys = List.copyOf(keys);
    outbox = List.copyOf(outbox);
  }

  public String givenName() {
    return details.givenName();
  }

  public String familyName() {
    return details.familyName();
  }

  public LocalDate born() {
    return details.born();
  }

  /** Id of the locality they live in, if they said so. */
  public @Nullable String homeLocality() {
    return details.homeLocality();
  }

  /** How old they are on a day. */
  public int ageOn(LocalDate day) {
    return Ages.on(born(), day);
  }

  /** Whether they are of age on a day. */
  public boolean adultOn(LocalDate day) {
    return ageOn(day) >= Ages.ADULT;
  }

  /** Whether that account is theirs. */
  public boolean is(String account) {
    return account.equals(uid);
  }

  /** The links that count on a day: none from the eighteenth birthday on. */
  public List<GuardianLink> guardians(LocalDate today) {
    return adultOn(today)
        ? List.of()
        : guardians.stream().filter(link -> link.ended() == null).toList();
  }

  /** Somebody's link, if it counts on a day. */
  public Optional<GuardianLink> guardian(String account, LocalDate today) {
    return guardians(today).stream().filter(link -> link.uid().equals(account)).findFirst();
  }

  /** Whether an account may see the profile and act for it: its own, or a guardian's. */
  public boolean actedForBy(String account, LocalDate today) {
    return is(account) || guardian(account, today).isPresent();
  }

  /** Whether staff have put it on hold; see {@link Hold} for what that stops. */
  public boolean onHold() {
    return openHold().isPresent();
  }

  Optional<Hold> openHold() {
    return holds.stream().filter(Hold::open).findFirst();
  }

  /**
   * The consents that count on a day. One that a guardian gave counts as long as they are one.
   *
   * @param forEvent the event, where the purpose is taking part
   */
  public List<Consent> consents(Purpose purpose, @Nullable String forEvent, LocalDate today) {
    return consents.stream()
        .filter(one -> one.covers(purpose, forEvent) && !one.withdrawn())
        .filter(
            one ->
                switch (one.method()) {
                  case SELF -> true;
                  case GUARDIAN -> guardian(one.by(), today).isPresent();
                  case CORPORATE_PARENT -> corporateParent != null && !adultOn(today);
                })
        .toList();
  }

  /** The accounts that find a profile with these. */
  static List<String> keys(@Nullable String uid, List<GuardianLink> guardians) {
    return Stream.concat(
            Stream.ofNullable(uid),
            guardians.stream().filter(link -> link.ended() == null).map(GuardianLink::uid))
        .distinct()
        .toList();
  }

  /** Without who it is. */
  @Override
  public String toString() {
    return "participant " + id;
  }
}
